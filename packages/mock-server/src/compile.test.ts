import { expect, test } from "vitest";
import { compileSpec } from "./compile.ts";
import { createMockApi } from "./create-mock-api.ts";

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
  const api = createMockApi({ spec: compileSpec(document), baseUrl: "https://api.invalid" });
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
  const api = createMockApi({ spec: compileSpec(document), baseUrl: "https://api.invalid" });
  const value = await (await api.fetch("https://api.invalid/x")).json();
  if (want instanceof RegExp) expect(value).toMatch(want);
  else expect(value).toEqual(want);
});

test("says which operation cannot be answered, and lets a test answer it", async () => {
  const schema = { type: "string", not: {} };
  const response = { 200: { content: { "application/json": { schema } } } };
  const document = { openapi: "3.1.0", paths: { "/x": { get: { operationId: "never", responses: response } } } };
  const api = createMockApi({ spec: compileSpec(document), baseUrl: "https://api.invalid" });
  const reply = await api.fetch("https://api.invalid/x");
  expect(reply.status).toBe(501);
  expect((await reply.json()).message).toBe(
    "The spec has no answer of never that can be given. never.200.application/json: no sample could be made, since none " +
      "fits the schema: the value must NOT be valid. Give an example. Use respondWith.",
  );
});

test.each([{}, { swagger: "2.0" }, { openapi: "4.0.0" }])("refuses %o", (document) => {
  expect(() => compileSpec(document)).toThrow("The document is not OpenAPI 3.0 or 3.1");
});
