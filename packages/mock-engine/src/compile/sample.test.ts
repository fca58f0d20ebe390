import { expect, test } from "vitest";
import { sampleOf } from "../../test/sample-of.ts";

const I = { type: "integer" };
const N = { type: "number" };
const S = { type: "string" };
const B = { type: "boolean" };
const A = { type: "array" };
const O = { type: "object" };
/** JSON Schema's keyword. */
const THEN = "then";
const MANY = [...Array(200).keys()];
const UNIQUE = { ...A, uniqueItems: true };

type Case = readonly [schema: object, want: unknown];

test.each<Case>([
  [{ properties: { a: I, b: S } }, { a: 0, b: "string" }],
  [
    { properties: { a: I }, required: ["b"] },
    { a: 0, b: "string" },
  ],
  [{ properties: { a: I, b: I, c: I }, maxProperties: 1 }, { a: 0 }],
  [{ properties: { a: I, b: I }, maxProperties: 1, required: ["b"] }, { b: 0 }],
  [{ properties: { a: I }, additionalProperties: false }, { a: 0 }],
  [O, {}],
  [{ ...O, additionalProperties: I }, {}],
  [
    { ...O, additionalProperties: I, minProperties: 2 },
    { property1: 0, property2: 0 },
  ],
  [
    { properties: { a: I }, additionalProperties: S, minProperties: 3 },
    { a: 0, property1: "string", property2: "string" },
  ],
  [{ properties: { a: I }, minProperties: 1 }, { a: 0 }],
  [{ properties: { a: false, b: I } }, { b: 0 }],
  [{ properties: { a: true } }, { a: "string" }],
  [{ properties: { a: { ...I, writeOnly: true }, b: { ...I, readOnly: true } }, required: ["a", "b"] }, { b: 0 }],
  [
    { ...O, patternProperties: { "^x-\\d$": I }, additionalProperties: false, minProperties: 2 },
    { "x-0": 0, "x-1": 0 },
  ],
  [
    { ...O, patternProperties: { "^x": I }, required: ["xa", "b"], additionalProperties: S },
    { xa: 0, b: "string" },
  ],
  [{ properties: { xa: { minimum: 5 } }, patternProperties: { "^x": I } }, { xa: 5 }],
  [{ patternProperties: { "^x": I }, required: ["xa"] }, { xa: 0 }],
  [
    { ...O, propertyNames: { pattern: "^[A-Z]{3}$" }, minProperties: 2, additionalProperties: I },
    { AAA: 0, BBB: 0 },
  ],
  [{ properties: { name: {}, ID: {} }, propertyNames: { pattern: "^[A-Z]+$" } }, { ID: "string" }],
  [
    { ...O, propertyNames: { enum: ["a", "b"] }, minProperties: 2 },
    { a: "string", b: "string" },
  ],
  [{ ...O, propertyNames: { minLength: 12 }, minProperties: 1 }, { stringxxxxxx: "string" }],
  [
    { properties: { a: I, b: S }, required: ["a"], dependentRequired: { a: ["c"] } },
    { a: 0, b: "string", c: "string" },
  ],
  [{ properties: { a: I, b: S }, dependentRequired: { a: ["c"] } }, { b: "string" }],
  [
    { properties: { a: I }, required: ["a"], dependentRequired: { a: ["b"], b: ["c"] } },
    { a: 0, b: "string", c: "string" },
  ],
  [
    { required: ["a"], dependentSchemas: { a: { required: ["b"], properties: { b: { const: 7 } } } } },
    { a: "string", b: 7 },
  ],
  [{ properties: { a: I, z: S }, dependentSchemas: { a: { required: ["b"] } } }, { z: "string" }],
  [
    { properties: { default: I, example: S, "x-a": I, toString: I } },
    { default: 0, example: "string", "x-a": 0, toString: 0 },
  ],
  [
    { properties: { a: I }, required: ["a"], dependentRequired: { a: ["c"], z: ["d"] } },
    { a: 0, c: "string" },
  ],
  [
    { required: ["a"], dependentSchemas: { a: { required: ["b"] } } },
    { a: "string", b: "string" },
  ],
  [{ ...O, propertyNames: { enum: [5, "b"] }, minProperties: 1 }, { b: "string" }],
  [{ properties: { a: I, b: { properties: { c: I }, propertyNames: false } } }, { a: 0, b: {} }],
  [
    {
      ...O,
      patternProperties: { "^b$": I },
      additionalProperties: false,
      propertyNames: { enum: ["a", "b"] },
      minProperties: 1,
    },
    { b: 0 },
  ],
  [
    { ...O, patternProperties: { "^\\p{Lu}$": I }, required: ["A", "p"], additionalProperties: S },
    { A: 0, p: "string" },
  ],
])("the object of %o is %o", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});

test.each<Case>([
  [{ ...A, items: I }, [0]],
  [{ ...A, items: I, minItems: 3 }, [0, 0, 0]],
  [{ ...A, items: I, maxItems: 0 }, []],
  [A, []],
  [{ ...A, minItems: 2 }, ["string", "string"]],
  [{ ...A, items: {} }, ["string"]],
  [{ ...A, items: false }, []],
  [{ ...A, prefixItems: [I, S] }, [0, "string"]],
  [{ ...A, prefixItems: [I, S], items: false }, [0, "string"]],
  [{ ...A, prefixItems: [I, S], items: B, minItems: 4 }, [0, "string", true, true]],
  [{ ...A, prefixItems: [I, S], maxItems: 1 }, [0]],
  [{ ...A, contains: { const: "x" } }, ["x"]],
  [{ ...A, contains: { const: "x" }, minContains: 2 }, ["x", "x"]],
  [{ ...A, contains: { const: "x" }, minContains: 0 }, []],
  [{ ...A, items: I, contains: { minimum: 5 }, minItems: 3 }, [5, 0, 0]],
  [{ ...A, items: I, contains: { minimum: 5 }, minItems: 2, maxContains: 1 }, [5, 0]],
  [{ ...A, prefixItems: [S], contains: I }, ["string", 0]],
  [{ ...A, allOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }] }, [1, 2]],
  [{ ...UNIQUE, items: I, contains: { minimum: 5 }, minContains: 2 }, [5, 6]],
  [{ ...UNIQUE, items: { properties: { a: B }, required: ["a"] }, minItems: 2 }, [{ a: true }, { a: false }]],
  [{ ...UNIQUE, items: { properties: { a: B } }, minItems: 3 }, [{ a: true }, { a: false }, {}]],
  [{ ...UNIQUE, items: { ...A, items: I }, minItems: 3 }, [[0], [1], [2]]],
  [{ ...UNIQUE, prefixItems: [I, I] }, [0, 1]],
  [{ ...UNIQUE, items: I, minItems: 2, maxItems: 5 }, [0, 1]],
  [{ allOf: [{ uniqueItems: true }, { ...A, items: B, minItems: 2 }] }, [true, false]],
  [{ allOf: [{ ...A, items: B, minItems: 2 }, { uniqueItems: true }] }, [true, false]],
  [{ ...A, allOf: [{ prefixItems: [I] }, { prefixItems: [I, { const: 5 }] }], minItems: 3 }, [0, 5, "string"]],
  [
    { ...UNIQUE, items: { properties: { a: B, b: { enum: [1, 2] } }, required: ["a", "b"] }, minItems: 3 },
    [
      { a: true, b: 1 },
      { a: false, b: 1 },
      { a: true, b: 2 },
    ],
  ],
])("the list of %o is %o", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});

test.each<Case>([
  [{ oneOf: [{ ...I, minimum: 5 }, S] }, 5],
  [{ anyOf: [{ type: "null" }, I] }, 0],
  [
    {
      oneOf: [
        { ...I, multipleOf: 2 },
        { ...I, multipleOf: 3 },
      ],
    },
    2,
  ],
  [{ allOf: [{ required: ["a"] }, { properties: { a: { enum: ["x"] } } }] }, { a: "x" }],
  [{ allOf: [{ type: ["integer", "string"] }, { type: ["string", "null"] }] }, "string"],
  [{ allOf: [N, I], minimum: 0.5 }, 1],
  [{ allOf: [I, N], minimum: 0.5 }, 1],
  [{ allOf: [{ enum: [1, 2] }, { enum: [2, 3] }] }, 2],
  [{ allOf: [{ const: { a: 1 } }, { enum: [{ a: 1 }, 2] }] }, { a: 1 }],
  [
    { allOf: [{ properties: { a: { minimum: 3 } }, required: ["a"] }, { properties: { a: { ...I, maximum: 5 } } }] },
    { a: 3 },
  ],
  [{ allOf: [{ properties: { a: I } }, { properties: { b: S } }] }, { a: 0, b: "string" }],
  [{ allOf: [{ properties: { a: I }, additionalProperties: false }, { properties: { b: I } }] }, { a: 0 }],
  [{ ...S, not: { enum: ["string"] } }, "string1"],
  [{ ...S, not: { minLength: 3 } }, ""],
  [{ ...S, not: { maxLength: 10 } }, "2024-01-01T00:00:00Z"],
  [{ ...S, not: { allOf: [{ maxLength: 10 }] } }, "2024-01-01T00:00:00Z"],
  [{ ...I, not: { minimum: 0 } }, -1],
  [{ ...N, not: { exclusiveMinimum: 0 } }, 0],
  [{ ...N, not: { exclusiveMinimum: -1 } }, -1],
  [{ ...I, not: { maximum: 9 } }, 10],
  [{ ...I, not: { maximum: 5_000 } }, 5_001],
  [{ ...I, not: { minimum: -5_000 } }, -5_001],
  [{ ...N, not: { exclusiveMaximum: 20_000 } }, 20_000],
  [{ ...A, items: I, not: { minItems: 1 } }, []],
  [{ ...A, items: I, not: { maxItems: 3 } }, [0, 0, 0, 0]],
  [{ not: { type: ["string", "number"] } }, true],
  [{ not: S }, 0],
  [{ not: { type: ["string", "number", "boolean", "object", "array"] } }, null],
  [{ ...I, not: { multipleOf: 5 } }, 1],
  [{ ...I, not: { const: 0 } }, 1],
  [{ properties: { a: S, b: S }, not: { required: ["b"] } }, {}],
  [{ ...S, not: { maxLength: 60 } }, "string".padEnd(61, "x")],
  [{ not: { allOf: [true, S] } }, 0],
  [{ ...S, not: false }, "string"],
  [{ ...I, anyOf: [...MANY.map((maxLength) => ({ ...S, maxLength })), I] }, 0],
  [{ enum: ["x"], anyOf: [...MANY.map((value) => ({ const: value })), { const: "x" }] }, "x"],
  [{ allOf: [{ enum: MANY }, { enum: [150] }] }, 150],
  [{ allOf: [{ type: ["string", "number"] }, N] }, 0],
  [{ ...S, anyOf: [I, S] }, "string"],
  [{ if: S, [THEN]: { const: "other" }, else: { const: 1 } }, "other"],
  [{ ...I, if: S, [THEN]: { const: "other" }, else: { const: 1 } }, 1],
  [{ ...I, if: { minimum: 5 }, [THEN]: { multipleOf: 4 }, minimum: 1 }, 8],
  [{ ...I, if: { const: 0 }, else: { const: 1 } }, 0],
  [
    {
      properties: { k: { enum: ["a", "b"] } },
      required: ["k"],
      if: { properties: { k: { const: "a" } }, required: ["k"] },
      [THEN]: { required: ["a"] },
    },
    { k: "a", a: "string" },
  ],
])("of what is combined in %o, %o comes first", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});

test.each<Case>([
  [{ ...I, example: 7 }, 7],
  [{ ...I, examples: [8, 9] }, 8],
  [{ ...I, examples: ["x", 9] }, 9],
  [{ ...I, default: 6 }, 6],
  [{ ...I, example: 7, default: 6 }, 7],
  [{ ...I, example: "x" }, 0],
  [{ ...I, example: "x", default: 6 }, 6],
  [{ ...S, example: null }, "string"],
  [{ properties: { a: I }, example: { a: 5 } }, { a: 5 }],
  [{ properties: { a: { ...I, example: 4 } }, example: { a: "x" } }, { a: 4 }],
  [{ properties: { a: { ...A, items: { ...S, example: "e" } } } }, { a: ["e"] }],
  [{ allOf: [{ example: 5 }, I] }, 5],
])("of the examples in %o, %o is taken", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});

test.each<object>([
  { properties: { a: false }, required: ["a"] },
  { ...A, items: false, minItems: 1 },
  { ...UNIQUE, items: { enum: ["a", "b"] }, minItems: 3 },
  { ...A, items: I, minItems: 2, maxItems: 1 },
  { allOf: [S, I] },
  { allOf: [{ const: 1 }, { const: 2 }] },
  { ...I, minimum: 5, maximum: 4 },
  { ...S, minLength: 5, maxLength: 4 },
  { allOf: [true, false] },
])("there is no value of %o", (schema) => {
  expect(sampleOf(schema)).toBeUndefined();
});

test.each<Case>([
  [{ allOf: [{ contains: { const: 1 }, minContains: 2 }, { contains: { const: 2 } }] }, [1, 1, 2]],
  [{ prefixItems: [I, I], contains: { const: 5 }, items: false }, [0, 5]],
  [
    { ...UNIQUE, items: { properties: { a: B, b: I } }, minItems: 5 },
    [
      { a: true, b: 0 },
      { a: false, b: 0 },
      { a: true, b: 1 },
      { a: true, b: 2 },
      { a: true, b: 3 },
    ],
  ],
  [{ anyOf: [{ ...A, minItems: 2, maxItems: 1 }, S] }, "string"],
  [{ anyOf: [{ ...UNIQUE, items: B, minItems: 3 }, S] }, "string"],
  [{ anyOf: [{ ...A, items: false, minItems: 1 }, S] }, "string"],
  [{ anyOf: [{ ...O, required: ["a"], properties: { a: false } }, S] }, "string"],
])("the first value of %o that there is is %o", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});

test("makes lists of up to 20,000 items", () => {
  expect(sampleOf({ ...A, items: I, minItems: 20_000 })).toHaveLength(20_000);
  expect(sampleOf({ ...A, items: I, minItems: 20_001 })).toBeUndefined();
});

const nested = (depth: number, others: object): object =>
  depth === 0 ? I : { ...O, properties: { a: nested(depth - 1, others) }, ...others };
const value = (depth: number, innermost: unknown): unknown =>
  depth === 0 ? innermost : { a: value(depth - 1, innermost) };

test("shows what is optional down to the fifth level, and what is required at any", () => {
  expect(sampleOf(nested(7, {}))).toEqual(value(4, {}));
  expect(sampleOf(nested(4, {}))).toEqual(value(4, 0));
  expect(sampleOf({ ...A, items: nested(7, {}) })).toEqual([value(3, {})]);
  expect(sampleOf(nested(20, { required: ["a"] }))).toEqual(value(20, 0));
});

const REF = { $ref: "#/components/schemas/T" };
test.each<readonly [T: object, want: unknown]>([
  [{ properties: { v: I, next: REF } }, { v: 0 }],
  [{ properties: { v: I, next: REF }, required: ["next"] }, undefined],
  [{ properties: { v: I, list: { ...A, items: REF } } }, { v: 0, list: [] }],
  [
    { properties: { v: I, next: { anyOf: [REF, { type: "null" }] } }, required: ["next"] },
    { v: 0, next: null },
  ],
  [
    { ...O, properties: { v: I, next: { oneOf: [REF, S] } }, required: ["next"] },
    { v: 0, next: "string" },
  ],
  [{ properties: { b: { properties: { a: REF, c: I } } } }, { b: { c: 0 } }],
  [{ properties: { v: I, by: { additionalProperties: REF, minProperties: 1 } } }, { v: 0, by: { property1: {} } }],
])("of itself the schema %o holds no more than it must: %o", (T, want) => {
  expect(sampleOf(REF, { T })).toEqual(want);
});

test("what stands beside a reference counts too", () => {
  expect(sampleOf({ ...REF, minimum: 5 }, { T: I })).toBe(5);
  expect(sampleOf({ ...REF, allOf: [{ minimum: 7 }] }, { T: I })).toBe(7);
  expect(sampleOf(REF, { T: { $ref: "#/components/schemas/N", minimum: 5 }, N: I })).toBe(5);
  expect(sampleOf({ allOf: [REF, { description: "x" }] }, { T: I })).toBe(0);
  const required = ["a", "b"];
  expect(sampleOf({ properties: { a: { ...REF, writeOnly: true }, b: REF }, required }, { T: I })).toEqual({ b: 0 });
});
