import { expect, test } from "vitest";
import {
  conjunctionOf,
  endOf,
  isSchema,
  type OpenApiDocument,
  partsOf,
  resolve,
  type Schema,
  targetOf,
} from "./openapi-document.ts";

/** JSON Schema's keyword. */
const THEN = "then";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const named = (title: string, others: object = {}): Schema => ({ title, ...others });

const chain = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`R${index + 1}`, ref(`R${index}`)]));
const SCHEMAS = {
  ...chain,
  R0: named("end"),
  Odd: { $ref: 5 },
  One: ref("Two"),
  Two: ref("One"),
  All: named("All", {
    allOf: [named("a"), ref("R0"), true],
    anyOf: [named("b"), false],
    oneOf: [named("c"), ref("All")],
  }),
};
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  components: { schemas: SCHEMAS },
};

test("follows references to their end, and takes for one what refers by a text", () => {
  expect(resolve(document, ref("R0"))).toBe(SCHEMAS.R0);
  expect(resolve(document, ref("R100"))).toBe(SCHEMAS.R0);
  expect(resolve(document, { description: "Beside it.", ...ref("R0") })).toBe(SCHEMAS.R0);
  expect(resolve(document, ref("Odd"))).toBe(SCHEMAS.Odd);
  const own = named("own");
  expect(resolve(document, own)).toBe(own);
});

test("says of a reference that it leads nowhere, or to itself", () => {
  for (const follow of [
    (value: Schema) => resolve<Schema>(document, value),
    (value: Schema) => targetOf(document, value),
  ]) {
    expect(() => follow(ref("One"))).toThrow(new Error("#/components/schemas/Two refers to itself."));
    expect(() => follow(ref("None"))).toThrow(new Error("#/components/schemas/None leads nowhere."));
  }
});

test("knows where references lead in the end, if anywhere", () => {
  expect(endOf(document, ref("R2"))).toBe(SCHEMAS.R0);
  expect([endOf(document, ref("One")), endOf(document, ref("None"))]).toEqual([undefined, undefined]);
});

test("goes one step on to what a schema refers to", () => {
  expect(targetOf(document, ref("R2"))).toEqual(ref("R1"));
  expect(targetOf(document, named("own"))).toBeUndefined();
});

const titles = (parts: Iterable<Schema | boolean>) =>
  [...parts].flatMap((part) => (typeof part === "boolean" ? [part] : (part.title ?? [])));

test("finds all that is said of the same value, and what of it holds whatever is chosen, each once", () => {
  const schema = named("top", {
    ...ref("All"),
    allOf: [named("d", { anyOf: [named("e")] })],
    if: named("if"),
    [THEN]: named("f"),
    else: named("g"),
    not: named("not"),
    properties: { p: named("p") },
    items: named("i"),
  });
  expect(titles(partsOf(document, schema))).toEqual(["top", "All", "a", "end", "b", "c", "d", "e", "f", "g"]);
  expect(titles(conjunctionOf(document, schema))).toEqual(["top", "All", "d", "a", true, "end"]);
  expect([...conjunctionOf(document, false)]).toEqual([false]);
});

test("tells a schema from what else may stand in its place", () => {
  expect([{}, named("a"), [], null, true, "text", undefined].map(isSchema)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
