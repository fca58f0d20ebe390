import { expect, test } from "vitest";
import { shapeOf } from "./shape.ts";

test.each([
  { given: [{ a: { b: [[{ c: "secret" }]] } }], want: "{ a: { b: { c: string }[][] } }" },
  { given: [[1, "secret", null]], want: "(number | string | null)[]" },
  { given: [[]], want: "[]" },
  { given: [{}], want: "{}" },
  { given: [[{ a: 1 }, { b: true }]], want: "{ a?: number, b?: boolean }[]" },
  { given: [{ "a\nb": 1 }], want: "{ a\\nb: number }" },
  {
    given: [{ code: 1001, errorCode: -3, access_token: 1001, code2: 5 }],
    want: "{ code: 1001, errorCode: -3, access_token: number, code2: number }",
  },
  { given: [{ code: 12_345_678 }], want: "{ code: number }" },
  { given: [[{ code: 1 }, { code: 2 }]], want: "{ code: number }[]" },
])("tells $given as $want", ({ given, want }) => {
  expect(shapeOf(given)).toBe(want);
});

test("counts the fields of an object that has very many", () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, index]));
  expect(shapeOf([many])).toMatch(/, f49: number, … 10 more \}$/);
});
