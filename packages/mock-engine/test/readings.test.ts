import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const INTEGER = { type: "integer" };
const STRING = { type: "string" };
/** JSON Schema's keyword. */
const THEN = "then";

test.each([
  {
    schema: { type: "array", prefixItems: [INTEGER, STRING], items: false },
    good: ["p=1&p=2", "p=1"],
    bad: ["p=x", "p=1&p=a&p=b"],
  },
  { schema: { type: "array", prefixItems: [STRING], items: INTEGER }, good: ["p=1&p=2&p=3"], bad: ["p=1&p=x"] },
  {
    schema: { anyOf: [{ type: "array", prefixItems: [{ type: "boolean" }] }, { type: "null" }] },
    good: ["p=true"],
    bad: ["p=1"],
  },
])("reads the items of $schema, each in its place", async ({ schema, good, bad }) => {
  const get = { parameters: [{ name: "p", in: "query", schema }], responses: { 204: {} } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { get } } }));
  const statuses = (sent: readonly string[]) =>
    Promise.all(sent.map(async (search) => (await api.fetch(`https://api.invalid/x?${search}`)).status));
  expect(await statuses(good)).toEqual(good.map(() => 204));
  expect(await statuses(bad)).toEqual(bad.map(() => 400));
});

const kind = { properties: { kind: { const: "number" } }, required: ["kind"] };

test.each([
  {
    schema: {
      properties: { kind: STRING },
      if: kind,
      [THEN]: { properties: { v: INTEGER } },
      else: { properties: { v: STRING } },
    },
    good: ["kind=number&v=1", "kind=text&v=1", "kind=text&v=x", "v=x"],
    bad: ["kind=number&v=x"],
  },
  {
    schema: { dependentSchemas: { size: { properties: { size: INTEGER, unit: { type: "boolean" } } } } },
    good: ["size=1&unit=true", "unit=x", ""],
    bad: ["size=x", "size=1&unit=x"],
  },
])("reads a form's fields as the conditions of $schema have them", async ({ schema, good, bad }) => {
  const type = "application/x-www-form-urlencoded";
  const post = { requestBody: { content: { [type]: { schema } } }, responses: { 204: {} } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
  const headers = { "Content-Type": type };
  const statuses = (sent: readonly string[]) =>
    Promise.all(
      sent.map(async (body) => (await api.fetch("https://api.invalid/x", { method: "POST", headers, body })).status),
    );
  expect(await statuses(good)).toEqual(good.map(() => 204));
  expect(await statuses(bad)).toEqual(bad.map(() => 400));
});

/** How a value of the schema is read from the query. */
function readingOf(schema: object, schemas: object = {}): unknown {
  const get = { operationId: "x", parameters: [{ name: "p", in: "query", schema }], responses: { 204: {} } };
  const { api } = compileSpec({ openapi: "3.1.0", paths: { "/x": { get } }, components: { schemas } });
  return api.operations[0]?.parameters[0]?.reading;
}

const BOOLEAN = { type: "boolean" };
const NULL = { type: "null" };
const OBJECT = { type: "object" };
const ARRAY = { type: "array" };
const T = { $ref: "#/components/schemas/T" };
const ANY_OBJECT = { properties: {}, additional: "any" };
const among = (...choices: readonly unknown[]) => ({ choices, schema: "/x-added-schemas/x.p.reading" });

test.each<readonly [schema: object, want: unknown]>([
  [{}, "any"],
  [INTEGER, "number"],
  [{ type: "number" }, "number"],
  [BOOLEAN, "boolean"],
  [NULL, "null"],
  [STRING, "string"],
  [{ type: "file" }, "string"],
  [OBJECT, ANY_OBJECT],
  [ARRAY, { items: "any" }],
  [{ type: ["integer", "null"] }, "number"],
  [{ anyOf: [INTEGER, NULL] }, "number"],
  [{ type: ["string", "integer"] }, among("number", "string")],
  [
    { type: ["object", "array", "string", "null", "boolean", "integer"] },
    among("number", "boolean", "string", { items: "any" }, ANY_OBJECT),
  ],
  [{ oneOf: [OBJECT, {}, ARRAY, STRING] }, among("string", { items: "any" }, ANY_OBJECT, "any")],
  [{ oneOf: [STRING, BOOLEAN] }, among("boolean", "string")],
  [{ oneOf: [INTEGER, { type: "number" }] }, "number"],
  [{ allOf: [{ type: ["integer", "string"] }, { type: ["string", "boolean"] }] }, "string"],
  [{ anyOf: [INTEGER, STRING], type: "string" }, "string"],
  [{ allOf: [INTEGER, STRING] }, "any"],
  [{ const: 5 }, "number"],
  [{ const: null }, "null"],
  [{ enum: [true, "a"] }, among("boolean", "string")],
  [{ enum: [[1]] }, { items: "any" }],
  [{ const: { a: 1 } }, ANY_OBJECT],
  [{ const: 5, enum: ["a"], type: "string" }, "string"],
])("reads of %o a text as %o", (schema, want) => {
  expect(readingOf(schema)).toEqual(want);
});

test.each([
  { keywords: "required minProperties maxProperties", want: ANY_OBJECT },
  { keywords: "contains minItems maxItems uniqueItems", want: { items: "any" } },
  { keywords: "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf", want: "number" },
  { keywords: "pattern minLength maxLength", want: "string" },
])("takes for $want what has one of $keywords", ({ keywords, want }) => {
  for (const keyword of keywords.split(" ")) expect([keyword, readingOf({ [keyword]: [] })]).toEqual([keyword, want]);
  expect(readingOf({ format: "date" })).toBe("any");
});

test.each<readonly [schema: object, want: unknown]>([
  [{ properties: { a: INTEGER } }, { properties: { a: "number" } }],
  [
    { ...OBJECT, properties: { a: INTEGER, b: { properties: { c: BOOLEAN } } } },
    { properties: { a: "number", b: { properties: { c: "boolean" } } } },
  ],
  [{ ...OBJECT, properties: {}, additionalProperties: false }, { properties: {} }],
  [
    { properties: { a: INTEGER }, additionalProperties: true },
    { properties: { a: "number" }, additional: "any" },
  ],
  [{ properties: { a: INTEGER }, additionalProperties: false }, { properties: { a: "number" } }],
  [{ additionalProperties: INTEGER }, { properties: {}, additional: "number" }],
  [{ patternProperties: { "^x": INTEGER } }, { properties: {}, additional: "number" }],
  [
    { patternProperties: { "^x": INTEGER }, additionalProperties: false },
    { properties: {}, additional: "number" },
  ],
  [
    { patternProperties: { "^x": INTEGER }, additionalProperties: BOOLEAN },
    { properties: {}, additional: "boolean" },
  ],
  [
    { allOf: [{ additionalProperties: { type: ["integer", "string"] } }, { additionalProperties: STRING }] },
    { properties: {}, additional: "string" },
  ],
  [
    { allOf: [{ properties: { a: { type: ["integer", "string"] } } }, { properties: { a: STRING, b: INTEGER } }] },
    { properties: { a: "string", b: "number" } },
  ],
  [{ allOf: [{ properties: { a: INTEGER } }, OBJECT] }, { properties: { a: "number" }, additional: "any" }],
  [{ items: INTEGER }, { items: "number" }],
  [{ prefixItems: [INTEGER, STRING] }, { items: "any", prefix: ["number", "string"] }],
  [
    { prefixItems: [INTEGER], items: BOOLEAN },
    { items: "boolean", prefix: ["number"] },
  ],
  [{ prefixItems: [], items: BOOLEAN }, { items: "boolean" }],
  [
    { allOf: [{ prefixItems: [INTEGER, { type: ["string", "integer"] }] }, { items: STRING, prefixItems: [{}] }] },
    { items: "string", prefix: ["number", "string"] },
  ],
  [{ allOf: [{ items: { type: ["integer", "string"] } }, { items: STRING }] }, { items: "string" }],
])("reads the parts of %o as %o", (schema, want) => {
  expect(readingOf(schema)).toEqual(want);
});

test.each<readonly [T: object, want: unknown]>([
  [{ properties: { a: INTEGER, next: T } }, { properties: { a: "number", next: { properties: {} } } }],
  [{ items: T }, { items: { items: "any" } }],
  [
    { prefixItems: [T], items: INTEGER },
    { items: "number", prefix: [{ items: "any" }] },
  ],
  [{ additionalProperties: T }, { properties: {}, additional: { properties: {}, additional: "any" } }],
])("reads of a schema in itself, %o, as much as stands in the first: %o", (schema, want) => {
  expect(readingOf(T, { T: schema })).toEqual(want);
});

test("tells some ways to read apart, and not without end", () => {
  const choice = { anyOf: [INTEGER, BOOLEAN, STRING].map((a, index) => ({ properties: { [`a${index}`]: a } })) };
  const reading = readingOf({
    allOf: Array(40)
      .fill(0)
      .map(() => ({ ...choice })),
  });
  expect(JSON.stringify(reading).length).toBeLessThan(10_000);
  const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
  const references = names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]);
  const all = { type: "object", properties: Object.fromEntries(references) };
  const schemas = Object.fromEntries(names.map((name) => [name, { ...all }]));
  expect(JSON.stringify(readingOf({ $ref: "#/components/schemas/S0" }, schemas)).length).toBeLessThan(1_000_000);
});
