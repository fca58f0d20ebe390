import { expect, test } from "vitest";
import { inferSchema } from "./infer-schema.ts";

const nobody = () => undefined;

test.each([
  { given: [], want: {} },
  { given: [1], want: { type: "integer" } },
  { given: [1.5, true], want: { type: ["number", "boolean"] } },
  { given: [null, "a", "b"], want: { type: ["null", "string"] } },
  { given: [[]], want: { type: "array" } },
  { given: [[1], ["a"]], want: { type: "array", items: { type: ["integer", "string"] } } },
  { given: [{}], want: { type: "object" } },
  {
    given: [{ a: 1, b: null }, { a: 2 }],
    want: { type: "object", required: ["a"], properties: { a: { type: "integer" }, b: { type: "null" } } },
  },
  {
    given: [{ a: 1 }, { b: 1 }],
    want: { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } } },
  },
])("tells of $given the schema $want", ({ given, want }) => {
  expect(inferSchema(given, nobody)).toStrictEqual(want);
});

test("refers to a schema that the description has, where all values are objects that fit it", () => {
  const nameOf = (values: readonly unknown[]) =>
    values.every((value) => "code" in Object(value)) ? "#/Named" : undefined;
  expect(inferSchema([{ code: 1 }], nameOf)).toEqual({ $ref: "#/Named" });
  expect(inferSchema([{ list: [{ code: 1 }] }], nameOf)).toMatchObject({
    properties: { list: { items: { $ref: "#/Named" } } },
  });
  expect(inferSchema([{ code: 1 }, null], () => "#/Named")).toMatchObject({ type: ["object", "null"] });
  expect(inferSchema([], () => "#/Named")).toEqual({});
});
