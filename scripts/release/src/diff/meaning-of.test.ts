import { expect, test } from "vitest";
import { createSchemaDiff } from "./schema-diff.ts";

const text = { type: "string" };
const document = {
  openapi: "3.1.0",
  info: { title: "Schemas", version: "1.0.0" },
  components: {
    schemas: {
      Text: text,
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }, text] },
      Tree: { properties: { child: { $ref: "#/components/schemas/Tree" } } },
    },
  },
} as const;

function areSame(before: unknown, after: unknown): boolean[] {
  const diff = createSchemaDiff(document, document);
  return [diff(before, after, "readOnly"), diff(after, before, "readOnly")].map(({ length }) => length === 0);
}

const condition = (branch: string, schema: unknown, test: unknown = text) => ({ if: test, [branch]: schema });
const names = (name: string, ...more: unknown[]) => ({ properties: { [name]: {} }, ...Object.assign({}, ...more) });

test.each([
  [true, {}],
  [false, { not: {} }],
  [{ const: null }, { enum: [null] }],
  ...[
    ["string", "a"],
    ["integer", 1],
    ["number", 1.5],
    ["boolean", true],
    ["null", null],
    ["array", [1]],
    ["object", { a: 1 }],
  ].map(([type, value]) => [{ enum: [value] }, { enum: [value], type }]),
  [{ enum: ["a", { b: 1 }, 3] }, { enum: [3, "a", { b: 1 }] }],
  [{ type: ["string", "null"] }, { type: ["null", "string", "null"] }],
  [{ type: ["number", "integer"] }, { type: "number" }],
  ...["$comment", "$id", "$schema", "description", "example", "examples", "externalDocs", "title", "x-note"].map(
    (word) => [text, { ...text, [word]: "q" }],
  ),
  ...Object.entries({
    additionalProperties: true,
    unevaluatedProperties: true,
    items: true,
    required: [],
    minLength: 0,
    minItems: 0,
    minProperties: 0,
    uniqueItems: false,
    deprecated: false,
    readOnly: false,
    writeOnly: false,
  }).map(([keyword, value]) => [{}, { [keyword]: value }]),
  [{ additionalProperties: { description: "Any." } }, {}],
  [
    { $ref: "#/components/schemas/Text", minLength: 1 },
    { ...text, minLength: 1 },
  ],
  [{ $ref: "#/components/schemas/Loop" }, text],
  [{ properties: { child: { $ref: "#/components/schemas/Tree" } } }, { $ref: "#/components/schemas/Tree" }],
  [
    { minLength: 1, allOf: [{ maxLength: 3 }, { maxLength: 3 }] },
    { minLength: 1, maxLength: 3 },
  ],
  [
    names("a", { required: ["a"], allOf: [names("b", { required: ["b"] })] }),
    { ...names("a"), properties: { a: {}, b: {} }, required: ["b", "a"] },
  ],
  [{ allOf: [{ minLength: 1 }, { allOf: [{ minLength: 2 }] }] }, { minLength: 1, allOf: [{ minLength: 2 }] }],
  [names("a", { additionalProperties: false, allOf: [{}] }), names("a", { additionalProperties: false })],
  [
    { additionalProperties: false, allOf: [{ minProperties: 1 }] },
    { additionalProperties: false, minProperties: 1 },
  ],
  ...["oneOf", "anyOf"].flatMap((keyword) => [
    [{ [keyword]: [{ minLength: 1 }] }, { minLength: 1 }],
    [{ [keyword]: [text, { type: "number" }] }, { type: ["number", "string"] }],
    [{ [keyword]: [{ type: "integer", minimum: 2 }, { type: "null" }] }, { type: ["integer", "null"], minimum: 2 }],
  ]),
  ...Object.entries({
    string: { format: "uuid", maxLength: 3, minLength: 1, pattern: "q", default: "q", deprecated: true },
    number: { maximum: 3, minimum: 1, exclusiveMaximum: 4, exclusiveMinimum: 0, multipleOf: 2 },
    array: { items: text, prefixItems: [text], maxItems: 3, minItems: 1, uniqueItems: true },
    object: {
      ...names("a", { required: ["a"], additionalProperties: text, maxProperties: 3, minProperties: 1 }),
      patternProperties: { q: text },
      propertyNames: { pattern: "q" },
    },
  }).map(([type, rules]) => [{ anyOf: [{ type, ...rules }, { type: "null" }] }, { type: [type, "null"], ...rules }]),
  [
    { else: true, ...condition("then", { minLength: 1 }) },
    { ...condition("then", { minLength: 1 }), else: {} },
  ],
  [{ not: { enum: ["a", "b"] } }, { not: { enum: ["b", "a"] } }],
])("%j and %j are the same", (before, after) => {
  expect(areSame(before, after)).toEqual([true, true]);
});

test.each([
  [{ anyOf: [{ ...text, enum: ["a"] }, { type: "null" }] }, { type: ["string", "null"], enum: ["a"] }],
  [
    {
      anyOf: [
        { ...text, minLength: 1 },
        { type: "number", minimum: 1 },
      ],
    },
    { type: ["number", "string"], minLength: 1 },
  ],
  [{ oneOf: [{ type: "integer" }, { type: "number" }] }, { type: "number" }],
  [{ anyOf: [text, {}] }, text],
  [{ anyOf: [text, { ...text, minLength: 1 }] }, { ...text, minLength: 1 }],
  [{ allOf: [{ minLength: 1 }, { minLength: 2 }] }, { minLength: 1 }],
  [{ ...names("a"), allOf: [{ properties: { a: text } }] }, names("a")],
  ...[{ additionalProperties: false }, { additionalProperties: text }, { unevaluatedProperties: false }].map(
    (closed) => [names("a", closed, { allOf: [names("b")] }), { ...closed, properties: { a: {}, b: {} } }],
  ),
  [
    { minProperties: 1, allOf: [names("a", { additionalProperties: false })] },
    names("a", { additionalProperties: false, minProperties: 1 }),
  ],
  [{ "note-x-": 1 }, {}],
])("%j and %j are not the same", (before, after) => {
  expect(areSame(before, after)).toEqual([false, false]);
});
