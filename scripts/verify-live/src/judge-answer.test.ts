import { expect, test } from "vitest";
import { createSpecDocument } from "./document.ts";
import { createAnswerJudge, isSuccess } from "./judge-answer.ts";
import { operationsOf } from "./operations.ts";
import { readBody } from "./read-body.ts";

const thing = { $ref: "#/components/schemas/Thing" };
const json = (schema: object) => ({ "application/json": { schema } });
const id = { name: "id", in: "path", required: true, schema: { type: "string" }, example: "1" };
const description = {
  info: { version: "1" },
  paths: {
    "/things": {
      get: {
        responses: {
          200: {
            headers: { "X-Total": { required: true, schema: { pattern: "^\\d+$" } }, "X-More": { schema: {} } },
            content: json({ properties: { things: { type: "array", items: thing } } }),
          },
          204: {},
          400: { content: { ...json({}), "text/plain": {} } },
          401: { content: json({ type: "string" }) },
        },
      },
    },
    "/things/{id}": {
      parameters: [id],
      get: { responses: { 200: { content: json(thing) }, 400: {}, 401: {}, 404: {} } },
    },
    "/files": {
      get: { responses: { "2XX": { content: { "text/plain": {}, "application/json-seq": {} } }, 404: {}, 503: {} } },
    },
  },
  components: {
    schemas: { Thing: { required: ["name"], properties: { name: {}, parent: thing, title: { "x-$ref": "q" } } } },
  },
};
const spec = createSpecDocument(description);
const judge = createAnswerJudge(spec);

interface Said {
  readonly path?: string;
  readonly status?: number;
  readonly body?: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected?: number;
}

function judged({
  path = "/things",
  status = 200,
  body = "",
  type = "application/json",
  headers = {},
  expected = 200,
}: Said) {
  const operation = operationsOf(spec).find((each) => each.path === path);
  if (!operation) throw new Error(`There is no ${path}.`);
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const [mediaType = ""] = type.split(";");
  const answer = { ...readBody(bytes, type), status, headers: new Headers(headers), mediaType };
  return judge({ operation, purpose: "", answer, failure: undefined, milliseconds: 0 }, expected);
}

const THINGS = "/paths/~1things/get/responses";
const total = { "X-Total": "1" };

test("a body that fits puts all to the test that it is described by, and fits there", () => {
  expect(judged({ body: '{"things":[{"name":"a"}]}', headers: { ...total, "X-More": "q" } })).toEqual({
    differences: [],
    tested: [
      "/servers/0",
      "/paths/~1things",
      `${THINGS}/200`,
      `${THINGS}/200/content/application~1json/schema`,
      "/components/schemas/Thing",
      `${THINGS}/200/headers/X-Total`,
      `${THINGS}/200/headers/X-More`,
    ],
    fits: `${THINGS}/200/content/application~1json`,
  });
});

test("an empty list shows nothing of what would be in it", () => {
  expect(judged({ body: '{"things":[]}', headers: total })).toMatchObject({
    differences: [],
    tested: ["/servers/0", "/paths/~1things", `${THINGS}/200/headers/X-Total`],
  });
});

test("what is no answer says nothing", () => {
  const [operation] = operationsOf(spec);
  if (!operation) throw new Error("There is no operation.");
  const exchange = { operation, purpose: "", answer: undefined, failure: "no", milliseconds: 0 };
  expect(judge(exchange, 200)).toEqual({ differences: [], tested: [], fits: undefined });
});

test("a status that nothing describes puts nothing to the test", () => {
  expect(judged({ status: 418 })).toMatchObject({ tested: [], fits: undefined });
});

test("a refusal does not show that there is a path", () => {
  expect(judged({ status: 401, body: '"No."', expected: 401 }).tested).toEqual([
    "/servers/0",
    `${THINGS}/401`,
    `${THINGS}/401/content/application~1json/schema`,
  ]);
});

test("a body that is not as described fits nowhere", () => {
  const broken = { body: '{"things":[{}]}', headers: total };
  expect(judged(broken)).toMatchObject({
    differences: [
      { message: "`things[*]` lacks the field `name`", places: ["/components/schemas/Thing", `${THINGS}/200`] },
    ],
    fits: undefined,
  });
});

test.each<[said: Said, message: string, places: readonly string[]]>([
  [{ body: '{"more":1}', headers: total }, "the body has the field `more`, a number, which the spec does not know", []],
  [{ headers: total }, "the body is empty where the spec says application/json", [`${THINGS}/200`]],
  [{ body: "{", headers: total }, "the body cannot be parsed as JSON", [`${THINGS}/200`]],
  [
    { body: "{}", type: "text/html", headers: total },
    "the body is text/html: `{}` where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: "{}", type: "", headers: total },
    "the body is JSON: `{}` where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: "{", type: "", headers: total },
    "the body is of no media type where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: "{", type: "application/problem+json", headers: total },
    "the body is application/problem+json where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: " \n<HTML>", type: "text/html", headers: total },
    "the body is text/html, an HTML page where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: "no <html>", type: "text/html", headers: total },
    "the body is text/html where the spec says application/json",
    [`${THINGS}/200`],
  ],
  [
    { body: "<b>", type: "text/html", status: 400, expected: 400 },
    "the body is text/html where the spec says application/json or text/plain",
    [`${THINGS}/400`],
  ],
  [
    { body: "a", type: "text/plain", status: 204 },
    "the body is text/plain where the spec says no body",
    [`${THINGS}/204`],
  ],
  [{ body: "{}", status: 204 }, "the body is application/json: `{}` where the spec says no body", [`${THINGS}/204`]],
  [
    { path: "/files", body: "5" },
    "the body is application/json: `number` where the spec says text/plain or application/json-seq",
    ["/paths/~1files/get/responses/2XX"],
  ],
  [
    { body: "{}", headers: { "X-Total": "no" } },
    'the header X-Total breaks the spec: it must match pattern "^\\d+$"',
    [`${THINGS}/200/headers/X-Total`, `${THINGS}/200`],
  ],
  [{ body: "{}" }, "the header X-Total is missing", [`${THINGS}/200/headers/X-Total`, `${THINGS}/200`]],
  [
    { body: new Uint8Array([0x22, 0xe9, 0x22]), type: "application/json; charset=latin1", status: 401, expected: 401 },
    "the body is not in UTF-8, as its charset latin1 says: JSON must be (RFC 8259, section 8.1)",
    [],
  ],
  [{ status: 418 }, "the answer is 418 (an empty body) where the spec says 200", []],
  [{ status: 202 }, "the answer is 202 (an empty body) where the spec says 200", [`${THINGS}/200`]],
  [{ status: 400, body: "{}" }, "the answer is 400 (application/json: `{}`) where the spec says 200", []],
  [
    { status: 400, body: "{}", expected: 401 },
    "the answer is 400 (application/json: `{}`) where the spec says 401",
    [`${THINGS}/401`],
  ],
  [{ status: 404, expected: 401 }, "the answer is 404 (an empty body) where the spec says 401", [`${THINGS}/401`]],
  [{ path: "/files", status: 404 }, "the answer is 404 (an empty body) where the spec says 200", []],
  ...[404, 405, 501].map((status): [Said, string, string[]] => [
    { status },
    `the answer is ${status} (an empty body): the gateway seems to have no GET /things`,
    ["/paths/~1things"],
  ]),
  [
    { status: 502 },
    "the answer is 502 (an empty body), a status that the spec does not have: it has 200, 204, 400, 401",
    [],
  ],
  [{ path: "/things/{id}", status: 401 }, "the answer is 401 (an empty body) where the spec says 200", []],
  [
    { path: "/things/{id}", status: 404, expected: 401 },
    "the answer is 404 (an empty body) where the spec says 401",
    ["/paths/~1things~1{id}/get/responses/401"],
  ],
  [{ path: "/things/{id}", status: 422 }, "the answer is 422 (an empty body) where the spec says 200", []],
])("%j is told as %s", (said, message, places) => {
  const { differences } = judged(said);
  expect(differences.map((difference) => ({ message: difference.message, places: difference.places }))).toEqual([
    { message, places },
  ]);
});

test.each([
  [300, undefined, "nowhere"],
  [399, "https://elsewhere.example/a?token=secret", "https://elsewhere.example/a"],
  [302, "/a#secret", "/a"],
])("a redirect, %d, to %s is told without what may be secret", (status, location, told) => {
  const { differences } = judged({ status, ...(location !== undefined && { headers: { location } }) });
  const message = `the answer is a redirect, ${status}, to ${told}; the spec knows none, and a client that follows it may send its credentials there`;
  expect(differences).toEqual([{ message, places: ["/paths/~1things"] }]);
});

test.each<Said>([
  { body: "a", type: "text/plain", status: 400, expected: 400 },
  { status: 204 },
  { path: "/files", body: "5", type: "text/plain" },
  { path: "/files", body: "{", type: "application/json-seq" },
  { path: "/files", body: "a", type: "text/plain", status: 299 },
  { path: "/files", status: 503 },
  { path: "/things/{id}", status: 400 },
  { path: "/things/{id}", status: 404 },
])("%j is as the spec says", (said) => {
  expect(judged(said).differences).toEqual([]);
});

test("success is 2xx alone", () => {
  expect([199, 200, 299, 300].map(isSuccess)).toEqual([false, true, true, false]);
});
