import { expect, test } from "vitest";
import { put } from "./put.ts";

test.each<[whole: unknown, place: readonly (string | number)[], want: unknown]>([
  ["x", [], "put"],
  [{}, ["a"], { a: "put" }],
  [{ a: 1, b: 2 }, ["a"], { a: "put", b: 2 }],
  [undefined, ["a", 0, "b"], { a: [{ b: "put" }] }],
  [null, [0], ["put"]],
  [{ a: null }, ["a", "b"], { a: { b: "put" } }],
  [{ a: [1, 2] }, ["a", 1], { a: [1, "put"] }],
  [{}, ["toString", "a"], { toString: { a: "put" } }],
  [{ a: 5 }, ["a", "b"], undefined],
  [{ a: "text" }, ["a", 0], undefined],
  [[], ["a"], undefined],
  [{}, [0], undefined],
  [{ a: {} }, ["a", 0], undefined],
])("in %o at %o there is %o then", (whole, place, want) => {
  expect(put(whole, place, "put")).toEqual(want);
});

test("a property called __proto__ is one like any other", () => {
  expect(Object.entries(Object(put({}, ["__proto__"], "put")))).toEqual([["__proto__", "put"]]);
});
