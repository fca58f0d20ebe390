import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

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
    schema: { type: "object", properties: { code: { enum: ["a"] }, said: string } },
    example: { code: "a" },
    want: { code: "a", said: WORDS },
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
])("says it in a header where the body has no place for it: $response", async ({ response: described, type }) => {
  const { fetch, baseUrl } = serveResponses({ 400: described });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  expect(response.headers.get("mock-refusal")).toBe(WORDS);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.text()).not.toContain("integer");
});

test("takes the media type that has a place for words", async () => {
  const xml = { schema: string, example: "<error/>" };
  const { fetch, baseUrl } = serveResponses({
    400: { description: "", content: { "application/xml": xml, "text/plain": { schema: string } } },
  });
  const response = await fetch(`${baseUrl}/q?n=x`, { headers: authorization });
  expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/plain", WORDS]);
});

test("a challenge that the description has otherwise is the description's", async () => {
  const headers = { "WWW-Authenticate": { required: true, schema: { const: "Custom" }, example: "Custom" } };
  const { fetch, baseUrl } = serveResponses({ 401: { description: "", headers } });
  const response = await fetch(`${baseUrl}/q?n=1`);
  expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Custom"]);
});
