import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import { describeRefusal } from "../compile/describe-refusal.ts";
import { createEngine } from "./engine.ts";

const string = { type: "string" };
const json = (schema: object, example?: unknown) => ({
  description: "",
  content: { "application/json": { schema, ...(example !== undefined && { example }) } },
});
const empty = { description: "" };

/** An API with one operation, `GET /q?n=integer` behind a bearer token. */
function serveResponses(responses: object) {
  const operation = {
    security: [{ token: [] }],
    parameters: [{ name: "n", in: "query", required: true, schema: { type: "integer" } }],
    responses: { 200: empty, ...responses },
  };
  const components = { securitySchemes: { token: { type: "http", scheme: "bearer" } } };
  return serveSpec(compileSpec({ openapi: "3.1.0", info: {}, paths: { "/q": { get: operation } }, components }));
}

const authorization = { authorization: "Bearer known" };

test.each([
  { responses: {}, want: [401, 400] },
  { responses: { 401: empty, 403: empty, 400: empty, 422: empty }, want: [401, 400] },
  { responses: { 403: empty, 422: empty }, want: [403, 422] },
  { responses: { "4XX": empty, 403: empty, 422: empty }, want: [403, 400] },
  { responses: { default: empty, 422: empty }, want: [401, 400] },
  { responses: { default: empty }, want: [401, 400] },
])("refuses with $want where $responses are described", async ({ responses, want }) => {
  const { fetch, baseUrl } = serveResponses(responses);
  const stranger = await fetch(`${baseUrl}/q?n=1`);
  const invalid = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  const missing = await fetch(`${baseUrl}/q`, { headers: authorization });
  expect([stranger.status, invalid.status, missing.status]).toEqual([want[0], want[1], want[1]]);
});

test("a fault's own status is sent as it is, whatever is described beside it", async () => {
  const { fetch, baseUrl, faults } = serveResponses({ 403: empty });
  faults.add({ kind: "status", status: 401 });
  expect((await fetch(`${baseUrl}/q?n=1`)).status).toBe(401);
});

const fastApi = {
  type: "object",
  properties: {
    detail: {
      type: "array",
      items: {
        type: "object",
        required: ["loc", "msg", "type"],
        properties: {
          loc: { type: "array", items: { anyOf: [string, { type: "integer" }] } },
          msg: string,
          type: string,
        },
      },
    },
  },
};
const problem = { type: "object", required: ["title"], properties: { type: string, title: string, detail: string } };
const nested = {
  type: "object",
  required: ["error"],
  properties: {
    error: { type: "object", required: ["code", "message"], properties: { code: string, message: string } },
  },
};
const WORDS = "Parameters: /query/n must be integer.";

test.each([
  { schema: fastApi, example: undefined, want: { detail: [{ loc: ["string"], msg: WORDS, type: "string" }] } },
  { schema: fastApi, example: { detail: [] }, want: { detail: [{ loc: ["string"], msg: WORDS, type: "string" }] } },
  { schema: problem, example: { title: "Bad" }, want: { title: "Bad", detail: WORDS } },
  {
    schema: nested,
    example: { error: { code: "bad", message: "?" } },
    want: { error: { code: "bad", message: WORDS } },
  },
  { schema: { allOf: [problem, { properties: { note: string } }] }, example: {}, want: { title: "string" } },
  { schema: { type: "array", items: string }, example: ["?"], want: [WORDS] },
  {
    schema: { type: "object", properties: { code: { enum: ["a"] }, note: string } },
    example: { code: "a" },
    want: { code: "a", note: WORDS },
  },
  {
    schema: { type: "object", properties: { message: string, said: { type: "string", "x-refusal-reason": true } } },
    example: { message: "?" },
    want: { message: "?", said: WORDS },
  },
])("says what was wrong in a body of the shape $want", async ({ schema, example, want }) => {
  const { fetch, baseUrl } = serveResponses({ 400: json(schema, example) });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  const text = await response.text();
  expect(text).toContain("/query/n must be integer");
  expect(JSON.parse(text)).toMatchObject(want);
});

test.each([
  { response: empty, type: null },
  {
    response: json({ type: "object", properties: { code: { enum: ["a"] } } }, { code: "a" }),
    type: "application/json",
  },
  { response: json({ type: "object", properties: { m: { ...string, maxLength: 5 } } }), type: "application/json" },
  { response: json({ type: "object", properties: { m: { ...string, pattern: "/limit" } } }), type: "application/json" },
  {
    response: {
      description: "",
      content: { "application/xml": { schema: { type: "object" } }, "application/pdf": { example: "%PDF" } },
    },
    type: "application/pdf",
  },
])("says it in a header where the body has no place for it: $response", async ({ response: described, type }) => {
  const { fetch, baseUrl } = serveResponses({ 400: described });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  expect(response.headers.get("mock-refusal")).toBe(WORDS);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.text()).not.toContain("integer");
});

/** What an API says of a refusal that is described by a schema, in the example of it that a test gives. */
async function wordsIn(schema: object, example: unknown, status = 400) {
  const { fetch, baseUrl } = serveResponses({ [status]: json(schema, example) });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  return { status: response.status, body: await response.json(), header: response.headers.get("mock-refusal") };
}

test.each([
  ["title message", "message"],
  ["messageKey detail", "detail"],
  ["xmsg detail", "detail"],
  ["msgs detail", "detail"],
  ["detail msg", "msg"],
  ["title errorDescription", "errorDescription"],
  ["title failureReason", "failureReason"],
  ["descriptions title", "title"],
  ["reasons title", "title"],
  ["titles error", "error"],
  ["summaryOf error", "error"],
  ["texts error", "error"],
  ["error summary", "summary"],
  ["error subtitle", "subtitle"],
  ["error plainText", "plainText"],
  ["note error", "error"],
  ["note errors", "errors"],
  ["note anError", "note"],
  ["note errorsToo", "note"],
  ["status error", "error"],
  ["code type status instance requestId path url uri time date version note", "note"],
  ["idea note", "idea"],
])("of the texts %s it is %s that says what was wrong", async (names, want) => {
  const properties = Object.fromEntries(names.split(" ").map((name) => [name, string]));
  const { body } = await wordsIn({ type: "object", properties }, {});
  expect(body).toEqual({ [want]: WORDS });
});

const message = { type: "object", properties: { message: string } };
const within = (names: string): object =>
  [...names].reverse().reduce<object>((inner, name) => ({ type: "object", properties: { [name]: inner } }), message);

test.each([
  {
    schema: { type: "object", properties: { inner: message, message: string } },
    example: {},
    want: { message: WORDS },
  },
  {
    schema: { type: "object", properties: { note: string, errors: { type: "array", items: string } } },
    example: {},
    want: { errors: [WORDS] },
  },
  {
    schema: { type: "object", properties: { message: { ...string, maxLength: 5 }, detail: string } },
    example: {},
    want: { detail: WORDS },
  },
  {
    schema: { properties: { error: { anyOf: [message, {}] }, note: string } },
    example: { error: 5 },
    want: { error: 5, note: WORDS },
  },
  {
    schema: { type: "object", properties: { message: { type: ["null", "string"] } } },
    example: {},
    want: { message: WORDS },
  },
  {
    schema: { type: "object", properties: { any: true, items: { items: true }, detail: string } },
    example: {},
    want: { detail: WORDS },
  },
  { schema: within("abc"), example: {}, want: { a: { b: { c: { message: WORDS } } } } },
  { schema: within("abcd"), example: {}, want: {} },
])("puts the words where they fit: $want", async ({ schema, example, want }) => {
  const { body, header } = await wordsIn(schema, example);
  expect(body).toEqual(want);
  expect(header).toBe(JSON.stringify(want).includes(WORDS) ? null : WORDS);
});

test("finds the place for words in a schema that contains itself", async () => {
  const responses = { 200: empty, 400: json({ $ref: "#/components/schemas/Problem" }) };
  const Problem = { type: "object", properties: { inner: { $ref: "#/components/schemas/Problem" }, detail: string } };
  const get = { parameters: [{ name: "n", in: "query", required: true }], responses };
  const document = { openapi: "3.1.0", paths: { "/q": { get } }, components: { schemas: { Problem } } };
  const { fetch, baseUrl } = serveSpec(compileSpec(document));
  expect(await (await fetch(`${baseUrl}/q`)).json()).toEqual({
    detail: "Parameters: /query must have required property 'n'.",
  });
});

test.each(["422", "4XX", "default"])("says it in a body that is described for %s", async (key) => {
  const { fetch, baseUrl } = serveResponses({ [key]: json(message, {}) });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  expect([response.status, await response.json()]).toEqual([key === "422" ? 422 : 400, { message: WORDS }]);
});

test.each([
  { message: "Größe 5", want: "Gr%C3%B6%C3%9Fe 5" },
  { message: "香港\tok", want: "%E9%A6%99%E6%B8%AF\tok" },
])("writes $message in a header as it can be sent", async ({ message, want }) => {
  const get = { responses: { 200: empty, 400: empty } };
  const { api, findValidator } = compileSpec({
    openapi: "3.1.0",
    paths: { "/q": { get: { ...get, operationId: "q" } } },
  });
  const refuse = () => ({ refusal: message, status: 400 });
  const { handle } = createEngine(api, findValidator, {
    authenticators: new Map(),
    operations: new Map([["q", refuse]]),
  });
  const request = { method: "GET", pathname: "/q", search: "", headers: {}, readBytes: async () => new Uint8Array() };
  expect(await handle(request)).toMatchObject({ status: 400, headers: { "mock-refusal": want } });
});

test.each([
  [400, "invalid_request"],
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "not_found"],
  [405, "method_not_allowed"],
  [406, "not_acceptable"],
  [413, "payload_too_large"],
  [415, "unsupported_media_type"],
  [422, "invalid_request"],
  [501, "not_implemented"],
  [599, "error"],
])("calls a %i that nothing describes %s", async (status, code) => {
  const { fetch, baseUrl, faults } = serveResponses({});
  faults.add({ kind: "status", status, headers: { "X-Why": "told" } });
  const response = await fetch(`${baseUrl}/q?n=1`);
  expect([response.headers.get("Content-Type"), response.headers.get("X-Why")]).toEqual(["application/json", "told"]);
  expect(await response.json()).toEqual({ code, message: "The mock API was told to fail." });
});

test("takes the media type that has a place for words", async () => {
  const xml = { schema: string, example: "<error/>" };
  const { fetch, baseUrl } = serveResponses({
    400: { description: "", content: { "application/xml": xml, "text/plain": { schema: string } } },
  });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/plain", WORDS]);
});

test("leaves a status that is neither 400 nor 401 as it is, whatever is described beside it", async () => {
  const { fetch, baseUrl } = serveResponses({ 200: json({}, 1), 403: empty, 422: empty });
  const response = await fetch(`${baseUrl}/q?n=1`, { headers: { ...authorization, accept: "image/png" } });
  expect(response.status).toBe(406);
});

test("a challenge that the description has otherwise is the description's", async () => {
  const headers = { "WWW-Authenticate": { required: true, schema: { const: "Custom" }, example: "Custom" } };
  const { fetch, baseUrl } = serveResponses({ 401: { description: "", headers } });
  const response = await fetch(`${baseUrl}/q?n=1`);
  expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Custom"]);
});

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("finds the reason's place in an error that is a part of its own parts", () => {
  const schemas = {
    Problem: { properties: { message: string }, oneOf: [ref("Bad")] },
    Bad: { allOf: [ref("Problem")] },
  };
  const others = { components: { securitySchemes: {}, schemas } };
  const document = { openapi: "3.0.3", info: { title: "", version: "" }, ...others };
  const template = describeRefusal(document, ref("Bad"), "application/json", [{}], () => true);
  expect(template).toEqual({ body: "{}", place: ["message"] });
});

test("finds the reason's place in an error of many parts that are errors themselves, in no long time", async () => {
  const parts = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`part${index}`, ref("Problem")]));
  const schemas = { Problem: { type: "object", properties: { ...parts, message: string } } };
  const get = {
    parameters: [{ name: "n", in: "query", schema: { type: "integer" } }],
    responses: { 204: empty, 400: json(ref("Problem"), {}) },
  };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths: { "/q": { get } }, components: { schemas } }));
  const response = await api.fetch(`${api.baseUrl}/q?n=x`);
  expect(await response.json()).toEqual({ message: "Parameters: /query/n must be integer." });
});
