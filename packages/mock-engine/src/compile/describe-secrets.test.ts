import { expect, test } from "vitest";
import { compileSpec } from "./compile-spec.ts";

const password = { type: "string", format: "password" };
const REF = { $ref: "#/components/schemas/S" };
/** JSON Schema's keyword. */
const THEN = "then";

/** What is said to be secret of a body of the schema `S`. */
function secretsOf(S: object, parameters: readonly object[] = []) {
  const requestBody = { content: { "application/json": { schema: REF } } };
  const paths = { "/x": { post: { parameters, requestBody, responses: { 204: {} } } } };
  return compileSpec({ openapi: "3.1.0", paths, components: { schemas: { S } } }).api.operations[0]?.secrets;
}

test.each([
  { schema: { properties: { a: {} }, items: {}, additionalProperties: {}, allOf: [{}] }, want: [] },
  { schema: password, want: [] },
])("holds nothing more than leads to a secret: $schema", ({ schema }) => {
  const graph = secretsOf(schema) ?? [];
  const isSecret = JSON.stringify(schema).includes("password");
  // The request, its body, the reference, and what it leads to.
  expect(graph).toEqual(
    isSecret ? [{ properties: { body: 1 } }, { also: [2] }, { also: [3] }, { isSecret: true }] : [],
  );
});

const BODY = [{ properties: { body: 1 } }, { also: [2] }, { also: [3] }];
test.each([
  { name: "properties", schema: { properties: { a: {}, b: password } }, want: [{ properties: { b: 4 } }] },
  {
    name: "what stands beside a reference",
    schema: { $ref: "#/components/schemas/S/$defs/a", properties: { b: password }, $defs: { a: {} } },
    want: [{ properties: { b: 4 } }],
  },
  { name: "items", schema: { items: password, allOf: [{}] }, want: [{ items: [4] }] },
  { name: "prefixItems", schema: { prefixItems: [{}, password] }, want: [{ items: [4] }] },
  { name: "additionalProperties", schema: { additionalProperties: password }, want: [{ others: [4] }] },
  { name: "patternProperties", schema: { patternProperties: { "^x": password } }, want: [{ others: [4] }] },
  {
    name: "names that are none of the others",
    schema: { properties: { a: {}, b: true }, additionalProperties: password },
    want: [{ properties: { a: -1 }, others: [4] }],
  },
  { name: "allOf", schema: { allOf: [{}, password] }, want: [{ also: [4] }] },
  { name: "anyOf", schema: { anyOf: [password] }, want: [{ also: [4] }] },
  { name: "oneOf", schema: { oneOf: [password] }, want: [{ also: [4] }] },
  { name: "if", schema: { if: password }, want: [{ also: [4] }] },
  { name: "then", schema: { if: {}, [THEN]: password }, want: [{ also: [4] }] },
  { name: "else", schema: { if: {}, else: password }, want: [{ also: [4] }] },
  { name: "dependentSchemas", schema: { dependentSchemas: { a: password } }, want: [{ also: [4] }] },
])("follows $name to what is secret", ({ schema, want }) => {
  expect(secretsOf(schema)).toEqual([...BODY, ...want, { isSecret: true }]);
});

test("knows parameters by their own names, headers by theirs in lower case", () => {
  const parameters = [
    { name: "PIN", in: "query", schema: password },
    { name: "X-PIN", in: "header", schema: password },
    { name: "odd", in: "query", schema: { properties: { x: null }, items: null, additionalProperties: false } },
    { name: "bare", in: "query" },
    { name: "json", in: "cookie", content: { "application/json": { schema: password } } },
    { name: "any", in: "cookie", content: { "application/json": {} } },
  ];
  expect(secretsOf({}, parameters)?.slice(0, 4)).toEqual([
    { properties: { query: 1, header: 2, cookie: 3 } },
    { properties: { PIN: 4 } },
    { properties: { "x-pin": 5 } },
    { properties: { json: 6 } },
  ]);
});

test("ends where a schema contains itself", () => {
  expect(secretsOf({ properties: { pin: password, inner: { ...REF } } })).toEqual([
    ...BODY,
    { properties: { pin: 4, inner: 5 } },
    { isSecret: true },
    { also: [3] },
  ]);
});
