import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

async function answerOf(schema: object, schemas: object = {}, openapi = "3.1.0") {
  const content = { "application/json": { schema } };
  const paths = { "/x": { get: { responses: { 200: { description: "", content } } } } };
  const api = serveSpec(compileSpec({ openapi, paths, components: { schemas } }));
  const response = await api.fetch("https://api.invalid/x");
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), size: text.length };
}

/** JSON Schema's keyword. */
const THEN = "then";
const CAT = { $ref: "#/components/schemas/Cat" };
const DOG = { $ref: "#/components/schemas/Dog" };

test.each([
  {
    Cat: {
      required: ["id", "parent"],
      properties: { id: { type: "integer" }, parent: { nullable: true, allOf: [CAT] } },
    },
  },
  {
    Cat: {
      oneOf: [
        { required: ["left", "right"], properties: { left: CAT, right: CAT }, additionalProperties: false },
        { required: ["lit"], properties: { lit: { type: "integer" } }, additionalProperties: false },
      ],
    },
  },
  {
    Cat: {
      type: "object",
      required: ["args"],
      properties: { args: { type: "array", minItems: 1, items: { oneOf: [CAT, { type: "string" }] } } },
    },
  },
  { Cat: { required: ["next"], properties: { next: { anyOf: [CAT, { type: "null" }] } } } },
  {
    Cat: { required: ["dog"], properties: { dog: DOG } },
    Dog: { required: ["cat"], properties: { cat: { anyOf: [CAT, { type: "null" }] } } },
  },
  {
    Cat: {
      type: "object",
      required: ["kittens"],
      properties: { kittens: { type: "object", additionalProperties: CAT } },
    },
  },
  { Cat: { required: ["kittens"], properties: { kittens: { type: "array", items: CAT } } } },
])("ends the recursion of $Cat", async (schemas) => {
  expect((await answerOf(CAT, schemas, "3.0.3")).status).toBe(200);
});

test("says that there is no value of a schema without end", async () => {
  const { status, body } = await answerOf(CAT, { Cat: { type: "object", required: ["p"], properties: { p: CAT } } });
  expect([status, body.message]).toEqual([501, expect.stringContaining("none of a reasonable size fits the schema")]);
});

test("keeps samples small, however often schemas refer to themselves and each other", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
  const references = names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]);
  const all = { type: "object", properties: Object.fromEntries(references) };
  const lists = {
    type: "object",
    properties: Object.fromEntries(references.map(([name, items]) => [name, { type: "array", items }])),
  };
  const one = { properties: Object.fromEntries(names.map((name) => [name, { $ref: "#/components/schemas/S0" }])) };
  for (const schema of [all, lists, one]) {
    const { status, size } = await answerOf(
      { $ref: "#/components/schemas/S0" },
      Object.fromEntries(names.map((name) => [name, schema])),
    );
    expect(status).toBe(200);
    expect(size).toBeLessThan(100_000);
  }
  const powers = names.slice(0, 9).map((name, index) => {
    const next = index === 8 ? { type: "integer" } : { $ref: `#/components/schemas/S${index + 1}` };
    const keys = [..."abcdefghi"];
    return [name, { type: "object", required: keys, properties: Object.fromEntries(keys.map((key) => [key, next])) }];
  });
  expect((await answerOf({ $ref: "#/components/schemas/S0" }, Object.fromEntries(powers))).status).toBe(501);
});

test.each<object>([
  {
    allOf: [
      { type: "integer", minimum: 1 },
      { minimum: 5, maximum: 9 },
    ],
  },
  {
    allOf: [
      { type: "string", minLength: 3 },
      { minLength: 10, maxLength: 12 },
    ],
  },
  { type: "array", items: { type: "string", format: "uuid" }, minItems: 2, uniqueItems: true },
  { type: "array", items: { type: "string", format: "date-time" }, minItems: 3, uniqueItems: true },
  {
    type: "array",
    items: { type: "object", required: ["a"], properties: { a: { type: "boolean" } } },
    minItems: 2,
    uniqueItems: true,
  },
  { type: "array", items: { enum: ["a", "b", "c"] }, minItems: 3, uniqueItems: true },
  { type: "string", pattern: "^\\+[1-9]\\d{1,14}$", minLength: 10, maxLength: 12 },
  { type: "string", pattern: "^(?=.*[A-Z])(?=.*\\d).{8,}$" },
  { type: "string", pattern: "^(?!string).+$" },
  { type: "string", pattern: "^a+$", minLength: 500 },
  { type: "string", pattern: "[a-z]", minLength: 5, maxLength: 5 },
  { type: "string", allOf: [{ pattern: "^x" }, { pattern: "y$" }] },
  { type: "string", allOf: [{ pattern: "[0-9]" }, { pattern: "[a-z]" }, { minLength: 4 }] },
  {
    required: ["a"],
    properties: { a: { type: "integer" }, b: { type: "string" } },
    dependentRequired: { a: ["b", "c"] },
  },
  { required: ["a"], dependentSchemas: { a: { required: ["b"], properties: { b: { const: 7 } } } } },
  { type: "array", contains: { const: "x" }, minContains: 2 },
  { type: "array", items: { type: "integer" }, contains: { minimum: 5 }, minItems: 3 },
  {
    type: "object",
    patternProperties: { "^x-\\d$": { type: "integer" } },
    additionalProperties: false,
    minProperties: 2,
  },
  {
    type: "object",
    propertyNames: { pattern: "^[A-Z]{3}$" },
    minProperties: 2,
    additionalProperties: { type: "integer" },
  },
  { type: "object", properties: { name: {}, ID: {} }, propertyNames: { pattern: "^[A-Z]+$" } },
  { type: "object", patternProperties: { "^x-": {} }, additionalProperties: false, minProperties: 2 },
  { type: "array", items: { type: "string", pattern: "z$" }, minItems: 3, uniqueItems: true },
  { type: "array", items: { type: "string", format: "time" }, minItems: 70, uniqueItems: true },
  { type: "string", not: { enum: ["string"] } },
  { type: "string", not: { pattern: "^s" } },
  { type: "string", not: { minLength: 3 } },
  { type: "string", not: { allOf: [{ maxLength: 10 }] } },
  { type: "integer", not: { minimum: 0 } },
  { type: "number", not: { exclusiveMaximum: 200 } },
  { type: "array", items: { type: "integer" }, not: { maxItems: 3 } },
  { not: { type: ["string", "number"] } },
  { type: "integer", not: { multipleOf: 5 } },
  { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, not: { required: ["b"] } },
  {
    properties: { kind: { enum: ["a", "b"] } },
    required: ["kind"],
    if: { properties: { kind: { const: "a" } } },
    [THEN]: { required: ["a"], properties: { a: { type: "integer" } } },
  },
  { if: { type: "string" }, [THEN]: { const: "other" }, else: { const: 1 } },
  { type: "number", minimum: 0.57, maximum: 0.58, multipleOf: 0.01 },
  {
    type: "array",
    items: { type: "number", minimum: 0.57, maximum: 0.58, multipleOf: 0.01 },
    minItems: 2,
    uniqueItems: true,
  },
  { type: "number", multipleOf: 0.01, example: 4.35 },
  { allOf: [{ multipleOf: 4 }, { multipleOf: 6, exclusiveMinimum: 12 }], type: "integer" },
  { type: "number", exclusiveMaximum: -3 },
  {
    oneOf: [
      { type: "integer", multipleOf: 2 },
      { type: "integer", multipleOf: 3 },
    ],
  },
  {
    allOf: [
      { type: "object", properties: { a: { minimum: 3 } }, required: ["a"] },
      { properties: { a: { type: "integer", maximum: 5 } } },
    ],
  },
  { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }], items: false, minItems: 2 },
  { type: "object", maxProperties: 1, properties: { a: {}, b: {} }, required: ["b"] },
  { type: ["null", "integer"], minimum: 3 },
  {
    properties: { a: { type: "integer", example: "no integer" }, b: { type: "string", example: "kept" } },
    required: ["a"],
  },
  {
    type: "object",
    properties: { toString: { type: "integer" }, constructor: { const: 1 } },
    required: ["toString", "constructor"],
  },
])("samples %o", async (schema) => {
  const { status, body } = await answerOf(schema);
  expect([status, body]).toEqual([200, expect.anything()]);
});

test("keeps the examples that fit, where others do not", async () => {
  const properties = { a: { type: "integer", example: "none" }, b: { type: "string", example: "kept" } };
  expect((await answerOf({ properties })).body).toEqual({ a: 0, b: "kept" });
});
