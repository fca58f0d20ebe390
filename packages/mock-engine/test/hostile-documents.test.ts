import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { findProblems } from "../src/compile/find-problems.ts";
import { serveSpec } from "./serve-spec.ts";

const JSON_TYPE = "application/json";
const answer = (schema: object) => ({ responses: { 200: { description: "", content: { [JSON_TYPE]: { schema } } } } });

function documentOf(operation: object, others: object = {}, version = "3.1.0") {
  return { openapi: version, paths: { "/x": { post: operation } }, ...others };
}

/** What `POST /x` is answered. */
async function ask(document: object, init: RequestInit = {}) {
  const response = await serveSpec(compileSpec(document)).fetch("https://api.invalid/x", { method: "POST", ...init });
  return { status: response.status, text: await response.text() };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const STRING = { type: "string" };

test("samples objects that need a choice of which they are a part, without end in sight", async () => {
  const schemas = {
    A: { oneOf: [ref("B"), ref("C")] },
    B: { type: "object", required: ["t", "next"], properties: { t: STRING, next: ref("A") } },
    C: { type: "object", required: ["t"], properties: { t: STRING } },
  };
  expect(await ask(documentOf(answer(ref("A")), { components: { schemas } }))).toEqual({
    status: 200,
    text: '{"t":"string"}',
  });
});

test("answers 501 for a text that no message can hold", async () => {
  expect(await ask(documentOf(answer({ type: "string", minLength: 1e9 })))).toMatchObject({ status: 501 });
});

test.each([
  { kind: "oneOf", status: 501 },
  { kind: "anyOf", status: 200 },
  { kind: "allOf", status: 200 },
])("takes one schema nine times in $kind, nine levels deep, for what it means", async ({ kind, status }) => {
  const levels = Array.from({ length: 9 }, (_, level) =>
    level === 0
      ? "x-0: &l0 {type: string}"
      : `x-${level}: &l${level} {${kind}: [${Array(9)
          .fill(`*l${level - 1}`)
          .join(", ")}]}`,
  );
  const yaml = ["openapi: 3.1.0", ...levels].join("\n");
  const document = parse(yaml, { maxAliasCount: -1 });
  document.paths = { "/x": { post: answer(document["x-8"]) } };
  expect(await ask(document)).toMatchObject({ status });
});

test("holds a value against exactly one of several schemas, some of which are the same", async () => {
  const [twin, other] = [
    { type: "integer", minimum: 0 },
    { type: "integer", maximum: 10 },
  ];
  const schema = { oneOf: [twin, twin, other] };
  const document = documentOf({ requestBody: { content: { [JSON_TYPE]: { schema } } }, responses: { 204: {} } });
  const send = (body: string) => ask(document, { headers: { "Content-Type": JSON_TYPE }, body });
  expect(await send("-1")).toMatchObject({ status: 204 });
  expect(await send("5")).toMatchObject({ status: 400 });
  expect(await send("11")).toMatchObject({ status: 400 });
});

test.each([
  { given: "parameters: \n      tags: \n      security:\n      requestBody:", want: 200 },
  { given: "parameters: [null]", want: 200 },
])("takes what YAML leaves empty for what is not there: $given", async ({ given, want }) => {
  const document = parse(`
openapi: 3.0.3
servers:
security:
components:
paths:
  /empty:
  /x:
    get:
    post:
      ${given}
      responses:
        200:
          headers:
          content:
            application/json:
              schema:
                type: object
                required:
                properties:
                  a:
                  b: { type: integer, enum: }
        400:
        404: { content: { text/plain: } }
`);
  expect(findProblems(document)).toEqual([]);
  expect(await ask(document)).toMatchObject({ status: want, text: expect.stringContaining('"b":0') });
});

test("takes what is left empty in callbacks and servers for what is not there", async () => {
  const document = parse(`
openapi: 3.0.3
servers: [null, { url: /v1 }]
paths:
  /x:
    post:
      callbacks:
        onDone: { '{$url}': , x-note: }
        onMore:
      responses: { 204: }
`);
  expect(await ask(document)).toMatchObject({ status: 204 });
  expect(compileSpec({ ...document, servers: [{ url: null }] }).api.baseUrl).toBe("https://api.invalid/");
});

test.each([
  { given: { security: ["key"] }, want: "500 `security` is a list of alternatives, each a map of schemes." },
  { given: { requestBody: {} }, want: "500 #/paths/~1x/post/requestBody/content: The request body lacks `content`." },
])("says of a call into $given what is wrong", async ({ given, want }) => {
  const { status, text } = await ask(documentOf({ ...given, responses: { 204: {} } }));
  expect(`${status} ${text}`).toBe(want);
});

test.each(["", "not a url: {", "http://[bad", "/v1/{version}"])("has a base URL though a server's is %j", (url) => {
  const { api } = compileSpec(documentOf(answer({}), { servers: [{ url }, {}] }));
  expect(URL.canParse(api.baseUrl)).toBe(true);
  expect(compileSpec(documentOf(answer({}), { servers: [{}] })).api.baseUrl).toBe("https://api.invalid/");
});

test("serves the sound operations beside one whose security is described wrongly", async () => {
  const schemes = { key: { type: "apiKey", in: "header" }, http: { type: "http" } };
  const operation = { ...answer(STRING), security: [{ key: [] }] };
  const paths = {
    "/x": { post: operation, get: { ...answer(STRING), security: { http: [] } } },
    "/y": { get: answer(STRING) },
  };
  const document = { openapi: "3.0.3", paths, components: { securitySchemes: schemes } };
  const api = serveSpec(compileSpec(document));
  const texts = await Promise.all(
    ["POST /x", "GET /x", "GET /y"].map(async (call) => {
      const [method = "", path] = call.split(" ");
      const response = await api.fetch(`https://api.invalid${path}`, { method });
      return `${response.status} ${await response.text()}`;
    }),
  );
  expect(texts).toEqual([
    "500 The security scheme key lacks `name`.",
    "500 `security` is a list of alternatives, each a map of schemes.",
    '200 "string"',
  ]);
});

const PLACE = "#/paths/~1x/post";

test.each([
  {
    given: { parameters: { name: "a", in: "query" } },
    want: `500 ${PLACE}/parameters: \`parameters\` is a list of objects, not {"name":"a","in":"query"}.`,
  },
  {
    given: { parameters: [ref("a")], responses: { 200: { $ref: 5 } } },
    want: `500 ${PLACE}/parameters/0/$ref: #/components/schemas/a leads nowhere. ${PLACE}/responses/200/$ref: A $ref is a string.`,
  },
])("says at the call what the start says of it: $want", async ({ given, want }) => {
  const { status, text } = await ask(documentOf(given));
  expect(`${status} ${text}`).toBe(want);
});

test.each([{ in: "header" }, { name: "a" }, { name: "a", in: "body" }, { name: 5, in: "query" }, 7])(
  "serves an operation beside its parameter %j, which no request can have",
  async (parameter) => {
    const document = documentOf({ ...answer(STRING), parameters: [parameter] });
    expect(await ask(document)).toEqual({ status: 200, text: '"string"' });
    expect(findProblems(document)).not.toEqual([]);
  },
);

test("says at the call what is wrong with what all operations of a path share", async () => {
  const path = { parameters: 5, post: answer(STRING), get: { ...answer(STRING), requestBody: 5 } };
  const document = { openapi: "3.1.0", paths: { "/x": path } };
  expect((await ask(document)).text).toBe("#/paths/~1x/parameters: `parameters` is a list of objects, not 5.");
});
