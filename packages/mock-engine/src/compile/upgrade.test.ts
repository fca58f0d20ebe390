import { expect, test } from "vitest";
import { compileSpec } from "./compile-spec.ts";
import type { OpenApiDocument, PathItem } from "./openapi-document.ts";
import { upgrade } from "./upgrade.ts";

/** Which of the values a request's body may be, by a schema of OpenAPI 3.0. */
function allowed(schema: object, values: readonly unknown[], others: object = {}, path = "/x"): unknown[] {
  const post = { requestBody: { content: { "application/json": { schema } } }, responses: { 204: {} } };
  const { api, findValidator } = compileSpec({ openapi: "3.0.3", paths: { [path]: { post } }, ...others });
  const key = api.operations[0]?.requestBody?.content["application/json"]?.schema ?? "";
  return values.filter((value) => findValidator(key)?.(structuredClone(value)));
}

/** JSON Schema's keyword. */
const THEN = "then";
const VALUES = [null, 0, 5, 9, 10, "a", "b", true, [], {}];

test.each<readonly [schema: object, want: readonly unknown[]]>([
  [{ type: "string", nullable: true }, [null, "a", "b"]],
  [{ type: "string", nullable: false }, ["a", "b"]],
  [{ type: "string", nullable: "yes" }, ["a", "b"]],
  [{ type: "string", nullable: true, enum: ["a"] }, [null, "a"]],
  [{ type: "string", nullable: true, enum: ["a", null] }, [null, "a"]],
  [{ type: "string", nullable: true, minLength: 2 }, [null]],
  [{ nullable: true, allOf: [{ type: "integer" }] }, [null, 0, 5, 9, 10]],
  [{ nullable: true, $ref: "#/components/schemas/N" }, [null, 0, 5, 9, 10]],
  [{ nullable: true, type: ["integer"] }, [null, 0, 5, 9, 10]],
  [{ nullable: true, enum: ["a"] }, [null, "a"]],
  [{ nullable: true }, VALUES],
  [{ enum: [] }, []],
  [{ type: "string", enum: [] }, []],
  [{ type: "integer", minimum: 5, exclusiveMinimum: true }, [9, 10]],
  [{ type: "integer", minimum: 5, exclusiveMinimum: false }, [5, 9, 10]],
  [{ type: "integer", exclusiveMinimum: true }, [0, 5, 9, 10]],
  [{ type: "integer", maximum: 9, exclusiveMaximum: true }, [0, 5]],
  [{ type: "integer", maximum: 9, exclusiveMaximum: false }, [0, 5, 9]],
  [{ type: "integer", exclusiveMaximum: true }, [0, 5, 9, 10]],
  [{ type: "integer", minimum: 5, exclusiveMinimum: true, maximum: 10, exclusiveMaximum: true }, [9]],
  [{ type: "integer", exclusiveMinimum: 5 }, [9, 10]],
  [{ type: "object", required: true }, [{}]],
  [{ type: "object", required: false, nullable: true }, [null, {}]],
  [{ items: { type: "integer", nullable: true } }, VALUES],
  [{ not: { type: "string", nullable: true } }, [0, 5, 9, 10, true, [], {}]],
])("takes of %o what 3.0 means by it: %o", (schema, want) => {
  expect(allowed(schema, VALUES, { components: { schemas: { N: { type: "integer" } } } })).toEqual(want);
});

const old = { type: "integer", minimum: 5, exclusiveMinimum: true };
test.each([
  [
    "properties",
    { properties: { nullable: old, enum: old, default: old, "x-a": old } },
    [{ nullable: 5 }, { enum: 5 }, { default: 5 }, { "x-a": 5 }],
  ],
  ["items", { items: old }, [[5]]],
  ["prefixItems", { prefixItems: [old] }, [[5]]],
  ["additionalProperties", { additionalProperties: old }, [{ a: 5 }]],
  ["patternProperties", { patternProperties: { a: old } }, [{ a: 5 }]],
  ["allOf", { allOf: [old] }, [5]],
  ["anyOf", { anyOf: [old] }, [5]],
  ["oneOf", { oneOf: [old] }, [5]],
  ["contains", { contains: old }, [[5]]],
  ["then", { if: {}, [THEN]: old }, [5]],
  ["else", { if: { not: {} }, else: old }, [5]],
  ["dependentSchemas", { dependentSchemas: { a: { properties: { a: old } } } }, [{ a: 5 }]],
  ["unevaluatedProperties", { unevaluatedProperties: old }, [{ a: 5 }]],
])("reads what stands below %s as 3.0 too", (_, schema, values) => {
  expect(allowed(schema, values)).toEqual([]);
});

test("leaves data as it is, whatever it is called", () => {
  const data = { nullable: true, exclusiveMinimum: true, minimum: 5 };
  expect(allowed({ enum: [data] }, [data, { nullable: true }])).toEqual([data]);
  expect(allowed({ type: "object", properties: { a: { enum: [data] } } }, [{ a: data }, { a: 1 }])).toEqual([
    { a: data },
  ]);
});

test.each(["/x", "/a#b/{c}", "/ä %20", "/~x"])(
  "serves a schema that stands in several places, on the path %s too",
  (path) => {
    const shared = { type: "integer", minimum: 5, exclusiveMinimum: true };
    const values = [{ a: 6, b: 6 }, { a: 6, b: 5 }, { a: 5, b: 6 }, null];
    const twice = { type: "object", properties: { a: shared, b: { allOf: [shared] } } };
    expect(allowed(twice, values, {}, path)).toEqual([{ a: 6, b: 6 }]);
    const wrapped = { nullable: true, properties: { a: shared, b: shared } };
    expect(allowed(wrapped, values, {}, path)).toEqual([{ a: 6, b: 6 }, null]);
  },
);

test("takes the same part of allOf or anyOf once", () => {
  const shared = { type: "integer", minimum: 5, exclusiveMinimum: true };
  expect(allowed({ allOf: [shared, shared] }, [5, 6])).toEqual([6]);
  expect(allowed({ anyOf: [shared, shared, { type: "string" }] }, [5, 6, "a"])).toEqual([6, "a"]);
});

test("reads as 3.0 what references lead to, wherever that stands", () => {
  const others = { "x-schemas": { Old: old, "a/b": { nullable: true, type: "string" } } };
  expect(allowed({ $ref: "#/x-schemas/Old" }, [5, 6], others)).toEqual([6]);
  expect(
    allowed({ anyOf: [{ $ref: "#/x-schemas/a~1b" }, { $ref: "#/x-schemas/Old" }] }, [5, 6, null, "a"], others),
  ).toEqual([6, null, "a"]);
});

test("keeps a property that JavaScript's objects have by another meaning", () => {
  const schema = JSON.parse('{"properties": {"__proto__": {"type": "integer"}, "a": {"type": "integer"}}}');
  const values = ['{"__proto__": 1}', '{"__proto__": "x"}', '{"a": "x"}', '{"b": "x"}'].map((text) => JSON.parse(text));
  expect(allowed(schema, values)).toEqual([values[0], values[3]]);
  expect(allowed({ ...schema, additionalProperties: false }, values)).toEqual([values[0]]);
  const both = { ...schema, patternProperties: { "^b$": { type: "integer" } } };
  expect(allowed(both, [{ b: "x" }, { b: 1 }])).toEqual([{ b: 1 }]);
});

const documentOf = (
  schemas: Readonly<Record<string, object>>,
  paths: OpenApiDocument["paths"] = {},
): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths,
  components: { schemas },
});

/** The schema `S`, in the words of 3.1. */
const upgraded = (S: object) => upgrade(documentOf({ S })).components?.schemas?.S;
const place = (pointer: string) => ({ $ref: `#/components/schemas/${pointer}` });

test.each<readonly [schema: object, want: object]>([
  [{ type: "string", nullable: true }, { type: ["string", "null"] }],
  [
    { type: "string", nullable: true, enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    { type: "string", nullable: true, enum: "a" },
    { type: ["string", "null"], enum: "a" },
  ],
  [{ type: "string", nullable: "yes" }, { type: "string" }],
  [{ nullable: false, allOf: [{}] }, { allOf: [{}] }],
  [{ nullable: true, allOf: [{}] }, { anyOf: [{ allOf: [{}] }, { type: "null" }] }],
  [{ nullable: true, type: ["string"] }, { anyOf: [{ type: ["string"] }, { type: "null" }] }],
  [
    { minimum: 5, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
    { exclusiveMinimum: 5, maximum: 9 },
  ],
  [{ exclusiveMinimum: true }, {}],
  [
    { exclusiveMinimum: 5, maximum: 9, exclusiveMaximum: true },
    { exclusiveMinimum: 5, exclusiveMaximum: 9 },
  ],
  [{ required: ["a"], nullable: false }, { required: ["a"] }],
  [{ required: true }, {}],
  [
    { enum: [], type: "string" },
    { type: "string", not: {} },
  ],
])("puts %o in the words of 3.1: %o", (schema, want) => {
  expect(upgraded(schema)).toStrictEqual(want);
});

test("gives back the same document where nothing is left of 3.0", () => {
  const S = {
    allOf: [{ minimum: 1 }, { exclusiveMinimum: 0 }],
    anyOf: [{ enum: ["a"] }, { required: ["a"] }],
    oneOf: [{ properties: { nullable: true } }, true],
    items: place("S"),
    nothing: [],
  };
  const document = documentOf({ S, T: { $ref: 5, example: { nullable: true } } });
  expect(upgrade(document)).toBe(document);
});

test("asks for the same part once, and of twins to choose from for none", () => {
  const twin = { minimum: 1 };
  const other = { maximum: 5 };
  expect(upgraded({ allOf: [twin, other, twin] })).toEqual({ allOf: [twin, other] });
  expect(upgraded({ anyOf: [twin, twin, other] })).toEqual({ anyOf: [twin, other] });
  expect(upgraded({ oneOf: [twin, twin] })).toEqual({ oneOf: [{ not: {} }] });
  expect(upgraded({ oneOf: [twin, other, twin] })).toEqual({ oneOf: [{ oneOf: [other], not: { anyOf: [twin] } }] });
});

test("refers to a schema that stands in several places, also in itself", () => {
  const shared = { minimum: 1, exclusiveMinimum: true };
  const properties = { a: shared, b: shared };
  const own: Record<string, unknown> = { type: "object" };
  own.properties = { own };
  const strict = { exclusiveMinimum: 1 };
  expect(upgraded({ properties })).toEqual({ properties: { a: strict, b: place("S/properties/a") } });
  expect(upgraded({ nullable: true, properties })).toEqual({
    anyOf: [{ properties: { a: strict, b: place("S/anyOf/0/properties/a") } }, { type: "null" }],
  });
  expect(upgraded(own)).toEqual({ type: "object", properties: { own: place("S") } });
});

test("upgrades what else stands in several places once, and what stands in itself", () => {
  const parameters = [{ name: "a", in: "query" as const, schema: { type: "string" as const, nullable: true } }];
  const callbacks: Record<string, Record<string, PathItem>> = {};
  const item: PathItem = { get: { parameters, callbacks } };
  callbacks.again = { "{$url}": item };
  const { paths = {} } = upgrade(documentOf({}, { "/a": item, "/b": item }));
  expect(paths["/a"]).toMatchObject({ get: { parameters: [{ schema: { type: ["string", "null"] } }] } });
  expect(paths["/b"]).toBe(paths["/a"]);
});

test("ends where a schema is a part of itself, by a reference or by an alias", () => {
  const alias: Record<string, unknown> = { type: "integer", nullable: true, minimum: 5 };
  alias.allOf = [alias];
  const reference = { type: "integer", minimum: 5, allOf: [place("Own")] };
  expect(allowed({ properties: { a: alias } }, [{ a: 5 }, { a: 4 }])).toEqual([{ a: 5 }]);
  expect(allowed(place("Own"), [5, 4], { components: { schemas: { Own: reference } } })).toEqual([5]);
});
