import { expect, test } from "vitest";
import { createSchemaDiff } from "./schema-diff.ts";

const text = { type: "string" };
const document = {
  openapi: "3.1.0",
  info: { title: "Schemas", version: "1.0.0" },
  components: {
    schemas: {
      Tree: { properties: { child: { $ref: "#/components/schemas/Tree" } } },
      Hidden: { type: "string", readOnly: true },
    },
  },
} as const;

function changes(before: unknown, after: unknown, unsent: "readOnly" | "writeOnly" = "writeOnly"): string[] {
  return createSchemaDiff(document, document)(before, after, unsent).map(
    ({ effect, field, text }) => `${effect} ${field.join(".")}: ${text}`,
  );
}

const condition = (branch: string, schema: unknown, test: unknown = text) => ({ if: test, [branch]: schema });
const names = (name: string, ...more: unknown[]) => ({ properties: { [name]: {} }, ...Object.assign({}, ...more) });

const LENGTH = { ...text, minLength: 1 };
const SIZE = { type: "number", minimum: 1 };
const hidden = { properties: { h: { $ref: "#/components/schemas/Hidden" } } };

test.each<[before: unknown, after: unknown, forth: string[], back: string[]]>([
  ...["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"].map(
    (rule): [unknown, unknown, string[], string[]] => [
      { [rule]: 2 },
      { [rule]: 3 },
      [`widens : has another \`${rule}\`: 3 in place of 2`],
      [`narrows : has another \`${rule}\`: 2 in place of 3`],
    ],
  ),
  ...["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"].map(
    (rule): [unknown, unknown, string[], string[]] => [
      { [rule]: 2 },
      { [rule]: 3 },
      [`narrows : has another \`${rule}\`: 3 in place of 2`],
      [`widens : has another \`${rule}\`: 2 in place of 3`],
    ],
  ),
  ...["pattern", "format", "uniqueItems", "dependentRequired", "contains", "not", "readOnly", "unheardOf"].map(
    (rule): [unknown, unknown, string[], string[]] => [
      { [rule]: { enum: ["q"] } },
      { [rule]: { enum: ["r"] } },
      [expect.stringMatching(`^unknown : has another \`${rule}\``)],
      [expect.stringMatching(`^unknown : has another \`${rule}\``)],
    ],
  ),
  [
    { default: 1 },
    { default: 2 },
    ["adds : has another `default`: 2 in place of 1"],
    ["adds : has another `default`: 1 in place of 2"],
  ],
  [
    {},
    { deprecated: true },
    ["adds : has the new rule `deprecated`: true"],
    ["adds : no longer has the rule `deprecated`: true"],
  ],
  [
    {},
    { pattern: "q" },
    ['narrows : has the new rule `pattern`: "q"'],
    ['widens : no longer has the rule `pattern`: "q"'],
  ],
  [{}, { not: text }, ["narrows : has the new rule `not`"], ["widens : no longer has the rule `not`"]],
  [
    {},
    { unheardOf: 1 },
    ["unknown : has the new rule `unheardOf`: 1"],
    ["unknown : no longer has the rule `unheardOf`: 1"],
  ],
  [
    {},
    { minContains: 0 },
    ["widens : has the new rule `minContains`: 0"],
    ["narrows : no longer has the rule `minContains`: 0"],
  ],
  [
    {},
    { minContains: 2 },
    ["narrows : has the new rule `minContains`: 2"],
    ["widens : no longer has the rule `minContains`: 2"],
  ],
  [
    { multipleOf: 2 },
    { multipleOf: 4 },
    ["narrows : has another `multipleOf`: 4 in place of 2"],
    ["widens : has another `multipleOf`: 2 in place of 4"],
  ],
  [
    { multipleOf: 2 },
    { multipleOf: 3 },
    ["unknown : has another `multipleOf`: 3 in place of 2"],
    ["unknown : has another `multipleOf`: 2 in place of 3"],
  ],
  [{ enum: ["a"] }, { enum: ["b", "a"] }, [expect.stringMatching(/^widens/)], [expect.stringMatching(/^narrows/)]],
  [
    { enum: ["a", "b"] },
    { enum: ["b", "c"] },
    [expect.stringMatching(/^unknown/)],
    [expect.stringMatching(/^unknown/)],
  ],
  [
    { type: ["string", "integer"] },
    { type: ["number", "string"] },
    [expect.stringMatching(/^widens/)],
    [expect.stringMatching(/^narrows/)],
  ],
  [
    text,
    { type: "boolean" },
    ['unknown : has another `type`: ["boolean"] in place of ["string"]'],
    ['unknown : has another `type`: ["string"] in place of ["boolean"]'],
  ],
  [names("a"), names("a", { required: ["a"] }), ["narrows a: is required"], ["widens a: is optional"]],
  [{}, { required: ["a"] }, ["narrows a: is required"], ["widens a: is optional"]],
  [{}, names("a"), ["adds a: is new"], ["removes a: is gone"]],
  [{}, names("a", { required: ["a"] }), ["adds a: is new", "narrows a: is required"], ["removes a: is gone"]],
  ...["additionalProperties", "unevaluatedProperties"].flatMap((rest): [unknown, unknown, string[], string[]][] => [
    [{ [rest]: false }, names("a", { [rest]: false }), ["adds a: is new"], ["unknown a: is gone"]],
    [{ [rest]: text }, names("a", { [rest]: text }), ["adds a: is new"], ["removes a: is gone"]],
    [
      {},
      { [rest]: false },
      ["narrows : has no fields but those that are named"],
      ["adds : may have fields beside those that are named"],
    ],
    [{}, { [rest]: text }, ["narrows *: has the new rule `type`"], ["widens *: no longer has the rule `type`"]],
  ]),
  [
    { properties: { a: names("b") } },
    { properties: { a: { properties: { b: text } } } },
    ["narrows a.b: has the new rule `type`"],
    ["widens a.b: no longer has the rule `type`"],
  ],
  ...["patternProperties", "dependentSchemas"].map((rule): [unknown, unknown, string[], string[]] => [
    {},
    { [rule]: { q: text } },
    ["narrows q: has the new rule `type`"],
    ["widens q: no longer has the rule `type`"],
  ]),
  ...["items", "additionalItems", "unevaluatedItems"].map((rule): [unknown, unknown, string[], string[]] => [
    { [rule]: { items: {} } },
    { [rule]: { items: text } },
    ["narrows [].[]: has the new rule `type`"],
    ["widens [].[]: no longer has the rule `type`"],
  ]),
  [
    {},
    { propertyNames: LENGTH },
    ["narrows *: has the new rule `type`", "narrows *: has the new rule `minLength`: 1"],
    ["widens *: no longer has the rule `type`", "widens *: no longer has the rule `minLength`: 1"],
  ],
  [{}, { if: text, else: LENGTH }, ["narrows : has the new rule `if`"], ["widens : no longer has the rule `if`"]],
  ...["then", "else"].map((branch): [unknown, unknown, string[], string[]] => [
    condition(branch, {}),
    condition(branch, { minLength: 2 }),
    ["narrows : has the new rule `minLength`: 2"],
    ["widens : no longer has the rule `minLength`: 2"],
  ]),
  [
    condition("then", {}),
    condition("then", LENGTH, SIZE),
    [expect.stringMatching(/^unknown : has another `if`/)],
    [expect.stringMatching(/^unknown : has another `if`/)],
  ],
  [
    { prefixItems: [text, {}] },
    { prefixItems: [text, text] },
    ["narrows : has the new rule `type`"],
    ["widens : no longer has the rule `type`"],
  ],
  [
    { prefixItems: [text] },
    { prefixItems: [text, text] },
    [expect.stringMatching(/^unknown : has another `prefixItems`/)],
    [expect.stringMatching(/^unknown : has another `prefixItems`/)],
  ],
  [
    { allOf: [{ not: text }, { not: SIZE }] },
    { not: text },
    ["widens : no longer has the rule `allOf`"],
    ["narrows : has the new rule `allOf`"],
  ],
  [
    { allOf: [{ minLength: 1 }, { minLength: 2 }] },
    { allOf: [{ minLength: 1 }, { minLength: 2 }, { minLength: 3 }] },
    ["narrows : has one `allOf` more"],
    ["widens : has one `allOf` less"],
  ],
  [
    { anyOf: [LENGTH, SIZE] },
    { anyOf: [SIZE, LENGTH, { type: "null" }] },
    ["widens : has one `anyOf` more"],
    ["narrows : has one `anyOf` less"],
  ],
  [
    { oneOf: [LENGTH, SIZE] },
    { oneOf: [SIZE, LENGTH, { type: "null" }] },
    ["widens : has one `oneOf` more"],
    ["narrows : has one `oneOf` less"],
  ],
  [
    { anyOf: [LENGTH, {}] },
    { anyOf: [LENGTH, {}, SIZE] },
    ["widens : has one `anyOf` more"],
    ["narrows : has one `anyOf` less"],
  ],
  [
    { oneOf: [LENGTH, {}] },
    { oneOf: [LENGTH, {}, SIZE] },
    ["unknown : has one `oneOf` more"],
    ["unknown : has one `oneOf` less"],
  ],
  [
    { oneOf: [LENGTH, SIZE] },
    { oneOf: [LENGTH, SIZE, { ...text, maxLength: 1 }] },
    ["unknown : has one `oneOf` more"],
    ["unknown : has one `oneOf` less"],
  ],
  [
    { oneOf: [LENGTH, SIZE] },
    { oneOf: [{ ...text, minLength: 2 }, SIZE] },
    ["narrows : has another `minLength`: 2 in place of 1"],
    ["widens : has another `minLength`: 1 in place of 2"],
  ],
  [{}, { oneOf: [LENGTH, SIZE] }, ["narrows : has the new rule `oneOf`"], ["widens : no longer has the rule `oneOf`"]],
])("from %j to %j: %j, and back: %j", (before, after, forth, back) => {
  expect({ forth: changes(before, after), back: changes(after, before) }).toEqual({ forth, back });
});

test("a field that does not go this way is not asked for", () => {
  const required = { ...hidden, required: ["h"] };
  expect([...changes(hidden, required, "readOnly"), ...changes(required, hidden, "readOnly")]).toEqual([]);
  expect(changes(hidden, required, "writeOnly")).toEqual(["narrows h: is required"]);
});

test("a schema that contains itself is compared to its end", () => {
  const tree = (child: object) => ({ properties: { child: { $ref: "#/components/schemas/Tree" }, other: child } });
  expect(changes(tree({}), tree(text))).toEqual(["narrows other: has the new rule `type`"]);
});
