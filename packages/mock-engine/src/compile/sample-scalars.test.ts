import { expect, test } from "vitest";
import { sampleOf } from "../../test/sample-of.ts";

const I = { type: "integer" };
const N = { type: "number" };
const S = { type: "string" };

test.each<readonly [schema: object, want: number]>([
  [I, 0],
  [N, 0],
  [{ ...I, minimum: 5 }, 5],
  [{ ...I, maximum: -3 }, -3],
  [{ ...I, maximum: 9 }, 0],
  [{ ...N, maximum: 9.5 }, 0],
  [{ ...N, maximum: -9.5 }, -9.5],
  [{ ...I, exclusiveMinimum: 5 }, 6],
  [{ ...I, exclusiveMaximum: 5 }, 0],
  [{ ...I, exclusiveMaximum: 0 }, -1],
  [{ ...N, exclusiveMinimum: 5 }, 6],
  [{ ...N, exclusiveMaximum: 0 }, -1],
  [{ ...N, exclusiveMinimum: 0, maximum: 1 }, 0.5],
  [{ ...N, minimum: 1, maximum: 2 }, 1],
  [{ ...N, exclusiveMinimum: 1, exclusiveMaximum: 2 }, 1.5],
  [{ ...N, minimum: 1, exclusiveMinimum: 1, maximum: 2, exclusiveMaximum: 3 }, 1.5],
  [{ ...N, minimum: 3, exclusiveMinimum: 1, maximum: 5, exclusiveMaximum: 3.5 }, 3],
  [{ ...I, multipleOf: 7, minimum: 10 }, 14],
  [{ ...N, multipleOf: 0.01, minimum: 0.57 }, 0.57],
  [{ allOf: [{ multipleOf: 4 }, { multipleOf: 6, exclusiveMinimum: 12 }] }, 24],
  [{ ...I, multipleOf: 0.5, minimum: 1 }, 1],
  [{ ...I, multipleOf: 2.5, minimum: 1 }, 5],
  [{ ...I, multipleOf: 3, maximum: -10 }, -12],
  [{ ...N, multipleOf: 1e-7, exclusiveMinimum: 0 }, 1e-7],
  [{ ...I, minimum: 0.5 }, 1],
  [{ ...I, minimum: 1e20 }, 1e20],
  [{ allOf: [{ minimum: 1, maximum: 9 }, { minimum: 5 }] }, 5],
  [{ allOf: [{ maximum: -1 }, { maximum: -5 }] }, -5],
])("the number of %o is %d", (schema, want) => {
  expect(sampleOf(schema)).toBe(want);
});

test.each<readonly [items: object, want: readonly unknown[]]>([
  [{ ...I, minimum: 5 }, [5, 6, 7]],
  [{ ...I, maximum: -1 }, [-1, -2, -3]],
  [{ ...I, maximum: 1 }, [0, 1, -1, -2]],
  [{ ...I, minimum: -1, maximum: 1 }, [-1, 0, 1]],
  [{ ...I, multipleOf: 10, minimum: 5, maximum: 30 }, [10, 20, 30]],
  [N, [0, 1, 2]],
  [{ ...N, minimum: 0.5 }, [0.5, 1.5, 2.5]],
  [{ ...N, minimum: 0, maximum: 1 }, [0, 0.5, 1, 0.25, 0.75, 0.125]],
  [{ ...N, minimum: 0, maximum: 4 }, [0, 2, 4, 1, 3, 0.5]],
  [{ ...N, multipleOf: 0.1, exclusiveMinimum: 0 }, [0.1, 0.2, 0.3]],
  [S, ["string", "string1", "string2"]],
  [{ ...S, minLength: 9 }, ["stringxxx", "string1xx"]],
  [{ ...S, pattern: "^[a-c]$" }, ["a", "b", "c"]],
  [{ type: "boolean" }, [true, false]],
  [{ type: ["boolean", "null"] }, [true, false, null]],
  [{ type: ["null", "boolean"] }, [true, false, null]],
  [{ enum: ["b", "a"] }, ["b", "a"]],
  [{ ...S, format: "unknown" }, ["string", "string1"]],
])("the unlike values of %o are %o", (items, want) => {
  expect(sampleOf({ type: "array", items, minItems: want.length, uniqueItems: true })).toEqual(want);
});

test.each<readonly [schema: object, want: string]>([
  [{ ...S, minLength: 12 }, "stringxxxxxx"],
  [{ ...S, maxLength: 3 }, "str"],
  [{ ...S, maxLength: 0 }, ""],
  [{ ...S, minLength: 3, maxLength: 3 }, "str"],
  [{ ...S, pattern: "^[A-Z]{2}\\d{3}$" }, "AA000"],
  [{ ...S, pattern: "[a-z]", minLength: 5, maxLength: 5 }, "axxxx"],
  [{ ...S, pattern: "^[a-z]{3,}$", maxLength: 4 }, "aaa"],
  [{ ...S, pattern: "^(a|b)+c?$" }, "a"],
  [{ ...S, pattern: "^(?=.*\\d).{4}$" }, "0000"],
  [{ ...S, allOf: [{ pattern: "^x" }, { pattern: "y$" }] }, "xy"],
  [{ ...S, allOf: [{ pattern: "y$" }, { pattern: "^x" }] }, "xy"],
  [{ ...S, allOf: [{ pattern: "y$" }, { pattern: "m" }, { pattern: "^x" }] }, "xmy"],
  [{ ...S, minLength: 8, allOf: [{ pattern: "y$" }, { pattern: "m" }, { pattern: "^x" }] }, "xmxxxxxy"],
  [{ ...S, pattern: "y$", minLength: 8 }, "xxxxxxxy"],
  [{ ...S, pattern: "^(?<!(x))s" }, "string"],
  [{ ...S, pattern: "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*!)" }, "aA1!"],
  [{ ...S, format: "email", pattern: "^u" }, "user@example.com"],
  [{ ...S, format: "email", minLength: 20 }, "user@example.comxxxx"],
  [{ format: "date", type: "string", minLength: 10 }, "2024-01-01"],
  [{ allOf: [{ format: "date" }, S] }, "2024-01-01"],
])("the text of %o is %s", (schema, want) => {
  expect(sampleOf(schema)).toBe(want);
});

test.each([
  ["date-time", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"],
  ["date", "2024-01-01", "2024-01-02"],
  ["time", "00:00:00Z", "00:00:01Z"],
  ["duration", "PT1M", "PT2M"],
  ["email", "user@example.com", "user1@example.com"],
  ["idn-email", "user@example.com", "user1@example.com"],
  ["hostname", "example.com", "host1.example.com"],
  ["idn-hostname", "example.com", "host1.example.com"],
  ["ipv4", "192.0.2.1", "192.0.2.2"],
  ["ipv6", "2001:db8::1", "2001:db8::2"],
  ["uri", "https://example.com", "https://example.com/1"],
  ["url", "https://example.com", "https://example.com/1"],
  ["iri", "https://example.com", "https://example.com/1"],
  ["uri-reference", "/path", "/path1"],
  ["iri-reference", "/path", "/path1"],
  ["uri-template", "/path/{name}", "/path1/{name}"],
  ["uuid", "123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-42d3-a456-426614174001"],
  ["json-pointer", "/path", "/path1"],
  ["relative-json-pointer", "1/path", "2/path"],
  ["regex", "^.{0,}$", "^.{1,}$"],
  ["byte", "c3RyaW5n", "c3RyaW5nMQ=="],
])("the texts of the format %s are %s and %s", (format, first, second) => {
  expect(sampleOf({ type: "array", items: { type: "string", format }, minItems: 2, uniqueItems: true })).toEqual([
    first,
    second,
  ]);
});

test("has enough texts where some are refused", () => {
  const list = sampleOf({
    type: "array",
    items: { ...S, not: { enum: ["string1"] } },
    minItems: 200,
    uniqueItems: true,
  });
  expect(Array.isArray(list) && new Set(list).size).toBe(200);
});

test("numbers the texts of a list through, as long as none is refused", () => {
  const list = sampleOf({ type: "array", items: { allOf: [S, {}] }, minItems: 60, uniqueItems: true });
  expect(Array.isArray(list) && list.at(-1)).toBe("string59");
});

test.each([
  ["time", 70, "00:01:09Z"],
  ["ipv4", 255, "192.0.3.1"],
])("has enough of the format %s for a list of %d", (format, minItems, last) => {
  const list = sampleOf({ type: "array", items: { type: "string", format }, minItems, uniqueItems: true });
  expect(Array.isArray(list) && [new Set(list).size, list.at(-1)]).toEqual([minItems, last]);
});

test.each<readonly [schema: object | boolean, want: unknown]>([
  [{}, "string"],
  [true, "string"],
  [{ minLength: 3 }, "string"],
  [{ minimum: 3 }, 3],
  [{ exclusiveMaximum: 0 }, -1],
  [{ multipleOf: 5, minimum: 1 }, 5],
  [{ multipleOf: 5 }, 0],
  [{ minLength: 2_000_000 }, 0],
  [{ maxItems: 0 }, []],
  [{ minItems: 1 }, ["string"]],
  [{ contains: { const: 1 } }, [1]],
  [{ prefixItems: [I] }, [0]],
  [{ minProperties: 1 }, { property1: "string" }],
  [{ required: ["a"] }, { a: "string" }],
  [{ properties: { a: I } }, { a: 0 }],
  [{ type: "null" }, null],
  [{ type: ["null"] }, null],
  [{ type: ["null", "integer"] }, 0],
  [{ type: "boolean" }, true],
  [{ const: { a: 1 } }, { a: 1 }],
  [{ type: "integer", enum: ["a", 3] }, 3],
  [{ enum: [1, 2, 3], minimum: 2 }, 2],
])("the likeliest value of %o is %o", (schema, want) => {
  expect(sampleOf(schema)).toEqual(want);
});
