import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

/** A mock of one operation that takes the schema and answers it, in OpenAPI 3.0. */
function mockOf(schema: object, components: object = {}) {
  const content = { "application/json": { schema } };
  const operation = { requestBody: { required: true, content }, responses: { 200: { description: "", content } } };
  const document = {
    openapi: "3.0.3",
    info: { title: "Test", version: "1" },
    paths: { "/x": { post: operation } },
    components,
  };
  const api = serveSpec(compileSpec(document));
  return async (body: unknown) => {
    const headers = { "Content-Type": "application/json" };
    const response = await api.fetch("https://api.invalid/x", { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
}

test.each([
  { schema: { type: "string", nullable: true }, good: [null, "a"], bad: [1] },
  { schema: { type: "string", enum: ["a"], nullable: true }, good: [null, "a"], bad: ["b"] },
  { schema: { nullable: true, allOf: [{ type: "integer" }] }, good: [null, 1], bad: ["a"] },
  { schema: { type: "integer", minimum: 1, exclusiveMinimum: true }, good: [2], bad: [1] },
  { schema: { type: "integer", maximum: 9, exclusiveMaximum: false }, good: [9], bad: [10] },
  {
    schema: { type: "object", properties: { nullable: { type: "boolean" } } },
    good: [{ nullable: true }],
    bad: [{ nullable: 1 }],
  },
  { schema: { type: "string", pattern: "^[a-z\\-\\:]+$" }, good: ["a-:"], bad: ["A"] },
])("keeps to $schema of OpenAPI 3.0", async ({ schema, good, bad }) => {
  const call = mockOf(schema);
  for (const value of good) expect((await call(value)).status).toBe(200);
  for (const value of bad) expect((await call(value)).status).toBe(400);
});

test.each([
  { schema: { type: "string", format: "uuid" }, want: /^[\da-f]{8}-/ },
  { schema: { type: "string", pattern: "^[A-Z]{2}\\d{3}$" }, want: /^[A-Z]{2}\d{3}$/ },
  { schema: { type: "string", minLength: 12, maxLength: 12 }, want: /^.{12}$/ },
  { schema: { type: "integer", multipleOf: 7, minimum: 10 }, want: 14 },
  { schema: { type: "number", exclusiveMinimum: 0, maximum: 1 }, want: 0.5 },
  { schema: { oneOf: [{ type: "integer", minimum: 5 }, { type: "string" }] }, want: 5 },
  { schema: { allOf: [{ required: ["a"] }, { properties: { a: { enum: ["x"] } } }] }, want: { a: "x" } },
  { schema: { type: "array", uniqueItems: true, minItems: 3, items: { type: "integer" } }, want: [0, 1, 2] },
  { schema: { type: "string", example: 7 }, want: "string" },
])("samples $want for $schema", async ({ schema, want }) => {
  const document = {
    openapi: "3.1.0",
    paths: { "/x": { get: { responses: { 200: { content: { "application/json": { schema } } } } } } },
  };
  const api = serveSpec(compileSpec(document));
  const value = await (await api.fetch("https://api.invalid/x")).json();
  if (want instanceof RegExp) expect(value).toMatch(want);
  else expect(value).toEqual(want);
});

test("says which operation cannot be answered, and lets a test answer it", async () => {
  const schema = { type: "string", not: {} };
  const response = { 200: { content: { "application/json": { schema } } } };
  const document = { openapi: "3.1.0", paths: { "/x": { get: { operationId: "never", responses: response } } } };
  const api = serveSpec(compileSpec(document));
  const reply = await api.fetch("https://api.invalid/x");
  expect(reply.status).toBe(501);
  expect((await reply.json()).message).toBe(
    "The spec has no answer of never that can be given. never.200.application/json: no sample could be made, since none " +
      "fits the schema: the value must NOT be valid. Give an example. Use respondWith.",
  );
});

test.each([
  { document: JSON.parse("null"), want: "it is no object" },
  { document: Object("text"), want: "it has no `openapi`" },
  { document: JSON.parse('"text"'), want: "it is no object" },
  { document: {}, want: "it has no `openapi`" },
  { document: { swagger: "2.0" }, want: "it is Swagger 2.0, which has to be converted first" },
  { document: { openapi: "4.0.0" }, want: 'its `openapi` is "4.0.0", not "3.1.0", for example, in quotes' },
  { document: { openapi: "13.1.0" }, want: 'its `openapi` is "13.1.0", not "3.1.0", for example, in quotes' },
  { document: { openapi: "3.10" }, want: 'its `openapi` is "3.10", not "3.1.0", for example, in quotes' },
  { document: { openapi: "3.2.0" }, want: 'its `openapi` is "3.2.0", not "3.1.0", for example, in quotes' },
  { document: { openapi: 3.1 }, want: 'its `openapi` is 3.1, not "3.1.0", for example, in quotes' },
])("refuses $document, saying what it is", ({ document, want }) => {
  expect(() => compileSpec(document)).toThrow(new TypeError(`The document is not OpenAPI 3.0 or 3.1: ${want}.`));
});

test.each(["3.0.0", "3.0", "3.1.0", "3.1", "3.1.1-rc1"])("takes a document of OpenAPI %s", (openapi) => {
  expect(compileSpec({ openapi }).api.operations).toEqual([]);
});

/** A mock of one operation, to which a test gives what it has. */
function serve(method: string, operation: object, components: object = {}) {
  const answer = { responses: { 204: { description: "" } } };
  const paths = { "/x": { [method]: { operationId: "x", ...answer, ...operation } } };
  return serveSpec(compileSpec({ openapi: "3.0.3", paths, components }));
}

test("asks for no read-only property in a request, and gives no write-only one in an answer", async () => {
  const components = {
    schemas: {
      Id: { type: "string", readOnly: true },
      User: {
        type: "object",
        required: ["id", "name", "password"],
        properties: {
          id: { $ref: "#/components/schemas/Id" },
          name: { type: "string" },
          password: { type: "string", writeOnly: true },
        },
      },
    },
  };
  const content = { "application/json": { schema: { $ref: "#/components/schemas/User" } } };
  const api = serve("post", { requestBody: { content }, responses: { 200: { description: "", content } } }, components);
  const send = (body: object) => {
    const headers = { "Content-Type": "application/json" };
    return api.fetch("https://api.invalid/x", { method: "POST", headers, body: JSON.stringify(body) });
  };
  const response = await send({ name: "ann", password: "secret" });
  expect(await response.json()).toEqual({ id: "string", name: "string" });
  expect((await send({ name: "ann" })).status).toBe(400);
});

test.each([
  { sent: "filter[price][gte]=5&filter[tags][]=a&filter[tags][]=b", want: { price: { gte: 5 }, tags: ["a", "b"] } },
  { sent: "filter[tags][0]=a&filter[tags][1]=b", want: { tags: ["a", "b"] } },
  { sent: "filter[tags][]=a", want: { tags: ["a"] } },
])("nests $sent", async ({ sent, want }) => {
  const schema = {
    type: "object",
    properties: {
      price: { type: "object", properties: { gte: { type: "integer" } } },
      tags: { type: "array", items: { type: "string" } },
    },
  };
  const inQuery = serve("get", { parameters: [{ name: "filter", in: "query", style: "deepObject", schema }] });
  expect((await inQuery.fetch(`https://api.invalid/x?${sent}`)).status).toBe(204);
  expect(inQuery.requests()[0]?.parameters.query).toEqual({ filter: want });

  const type = "application/x-www-form-urlencoded";
  const form = { type: "object", additionalProperties: false, properties: { filter: schema } };
  const content = { [type]: { schema: form, encoding: { filter: { style: "deepObject", explode: true } } } };
  const inForm = serve("post", { requestBody: { content } });
  const headers = { "Content-Type": type };
  expect((await inForm.fetch("https://api.invalid/x", { method: "POST", headers, body: sent })).status).toBe(204);
  expect(inForm.requests()[0]?.body).toEqual({ filter: want });
});

test("lets Content-Type, Accept and Authorization be described elsewhere than among the parameters", async () => {
  const parameters = ["Content-Type", "Accept", "Authorization"].map((name) => {
    return { name, in: "header", required: true, schema: { enum: ["something else"] } };
  });
  expect((await serve("get", { parameters }).fetch("https://api.invalid/x")).status).toBe(204);
});

test("takes a body by its media type without parameters, and numbers and objects in text", async () => {
  const content = {
    "application/json; charset=utf-8": { schema: { type: "object" } },
    "text/plain": { schema: { type: "integer" } },
  };
  const api = serve("post", { requestBody: { content } });
  const send = async (type: string, body: string) =>
    (await api.fetch("https://api.invalid/x", { method: "POST", headers: { "Content-Type": type }, body })).status;
  expect(await send("application/json", "{}")).toBe(204);
  expect(await send("text/plain", "42")).toBe(204);
  expect(api.requests()[1]?.body).toBe(42);
  expect(await send("text/plain", "forty-two")).toBe(400);
});

test("sends a media type where the document has a range", async () => {
  const content = { "*/*": { schema: { type: "integer" }, example: 7 } };
  const api = serve("get", { responses: { 200: { description: "", content } } });
  const response = await api.fetch("https://api.invalid/x", { headers: { Accept: "application/json" } });
  expect([response.headers.get("Content-Type"), await response.text()]).toEqual(["application/json", "7"]);
});

test("asks for a bearer token where a document has OAuth 2 or OpenID Connect", async () => {
  const components = { securitySchemes: { oauth: { type: "oauth2", flows: {} } } };
  const api = serve("get", { security: [{ oauth: [] }] }, components);
  const refusal = await api.fetch("https://api.invalid/x");
  expect([refusal.status, refusal.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
  const headers = { Authorization: "Bearer any" };
  expect((await api.fetch("https://api.invalid/x", { headers })).status).toBe(204);
});

test("says which header of an answer cannot be sampled", async () => {
  const headers = { "X-Never": { required: true, schema: { not: {} } } };
  const api = serve("get", { responses: { 204: { description: "", headers } } });
  const response = await api.fetch("https://api.invalid/x");
  expect(response.status).toBe(501);
  expect((await response.json()).message).toContain("No sample of the header x-never could be made");
});

test("prefers the template of which more is fixed, and reads literals as they are sent", async () => {
  const parameters = ["id"].map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const of = (operationId: string) => ({ get: { operationId, responses: { 204: { description: "" } } } });
  const paths = {
    "/files/{id}": { parameters, ...of("any") },
    "/files/{id}.json": { parameters, ...of("json") },
    "/a%20b": of("space"),
  };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths }));
  for (const path of ["/files/1.json", "/files/1.xml", "/a%20b"]) await api.fetch(`https://api.invalid${path}`);
  expect(api.requests().map(({ operationId }) => operationId)).toEqual(["json", "any", "space"]);
});

test("follows references that have something beside them, in path items too", async () => {
  const components = {
    parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
    pathItems: { Things: { get: { operationId: "list", responses: { 204: { description: "" } } } } },
  };
  const parameters = [{ $ref: "#/components/parameters/Limit", description: "How many", "x-note": 1 }];
  const paths = { "/x": { $ref: "#/components/pathItems/Things", parameters } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths, components }));
  expect((await api.fetch("https://api.invalid/x?limit=1")).status).toBe(204);
  expect((await api.fetch("https://api.invalid/x?limit=one")).status).toBe(400);
});
