import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import standalone from "ajv/dist/standalone/index.js";
import { expect, test } from "vitest";
import { formats } from "./formats.ts";
import { isMultipleOf } from "./is-multiple-of.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { createSchemaCompiler } from "./schema-compiler.ts";

const INTEGER = { type: "integer" } as const;
const STRING = { type: "string" } as const;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function compilerOf(schemas: Readonly<Record<string, object>> = {}) {
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    components: { schemas },
  };
  return createSchemaCompiler(document);
}

test("writes down validators that need nothing but the modules that they name", () => {
  const schemas = compilerOf();
  const properties = {
    day: { ...STRING, format: "date" },
    big: { ...INTEGER, format: "int64" },
    long: { type: "number" as const, format: "int64" },
    price: { type: "number" as const, multipleOf: 0.01 },
    letter: { ...STRING, pattern: "^\\p{Lu}$" },
  };
  const { ajv, reference } = schemas.locate(schemas.add("written", { type: "object", properties }, "readOnly"));
  const code = standalone.default(ajv, { validate: reference });
  const require = createRequire(import.meta.url);
  const modules = new Map<string, object>([
    ["./formats.ts", { formats }],
    ["./is-multiple-of.ts", { isMultipleOf }],
  ]);
  const exported: { validate?: (value: object) => boolean } = {};
  runInThisContext(
    `(require, exported) => {${code.replaceAll(/export const (\w+) =/g, "exported.$1 =").replace(/export default .*/, "")}}`,
  )((path: string) => modules.get(path) ?? require(path), exported);
  const sound = { day: "2024-02-29", big: 2 ** 63, long: -(2 ** 63), price: 19.99, letter: "Ä" };
  expect(exported.validate?.(sound)).toBe(true);
  for (const unsound of [
    { day: "2023-02-29" },
    { big: 2 ** 64 },
    { big: -(2 ** 64) },
    { long: 0.5 },
    { price: 19.999 },
    { letter: "ä" },
  ])
    expect([unsound, exported.validate?.({ ...sound, ...unsound })]).toEqual([unsound, false]);
});

test("gives each schema a key of its own, whatever it is called, and knows no others", () => {
  const schemas = compilerOf({ S: STRING });
  const keys = [
    schemas.add("a b/c", INTEGER, "readOnly"),
    schemas.add("a_b_c", STRING, "readOnly"),
    schemas.add("a.b-c", STRING, "writeOnly"),
    schemas.add("ref", ref("S"), "writeOnly"),
    schemas.add("ref", ref("S"), "readOnly"),
    schemas.add("beside", { ...ref("S"), minLength: 2 }, "writeOnly"),
  ];
  expect(keys).toEqual([
    "/x-added-schemas/a_b_c",
    "/x-added-schemas/a_b_c_",
    "/x-added-schemas/a.b-c",
    "/components/schemas/S",
    "/x-added-schemas/ref",
    "/x-added-schemas/beside",
  ]);
  expect(schemas.keys).toEqual(keys);
  expect(keys.map((key) => schemas.find(key)("x"))).toEqual([false, true, true, true, true, false]);
  for (const use of [schemas.find, schemas.locate])
    expect(() => use("/components/schemas/Other")).toThrow(new Error("There is no schema /components/schemas/Other."));
});

test("says at once what is wrong with a reference", () => {
  const add = (name: string) => compilerOf({ Loop: ref("Loop") }).add(name, ref(name), "readOnly");
  expect(() => add("Loop")).toThrow(new Error("#/components/schemas/Loop refers to itself."));
  expect(() => add("None")).toThrow(new Error("#/components/schemas/None leads nowhere."));
});

test("leaves text of a media type that nothing here parses, where its schema takes no text", () => {
  const schemas = compilerOf();
  const key = schemas.add("S", { type: ["object", "integer"] }, "readOnly");
  const isUnparsed = (value: unknown, mediaType: string) => schemas.isUnparsed(key, value, mediaType);
  expect([isUnparsed("<a/>", "application/xml"), isUnparsed("<a/>", "application/json")]).toEqual([true, false]);
  expect([isUnparsed(5, "application/xml"), isUnparsed([], "application/xml")]).toEqual([false, false]);
});

test("takes data and names that look like JSON Schema's own for what they are", () => {
  const properties = { $id: STRING, $schema: INTEGER, id: { const: { $id: "a" } }, "x-schema-id": INTEGER };
  const schemas = compilerOf({
    S: { type: "object", properties, required: ["$id"], example: { $id: "b" } },
    T: {
      $id: "https://elsewhere.example/T",
      $schema: "https://elsewhere.example/schema",
      properties: { s: { $ref: "#/components/schemas/S" } },
    },
  });
  const key = schemas.add("T", { $ref: "#/components/schemas/T" }, "writeOnly");
  const problem = (value: object) => schemas.problem(key, { s: value });
  expect(problem({ $id: "x", $schema: 1, id: { $id: "a" } })).toBeUndefined();
  expect(problem({})).toBe("/s must have required property '$id'");
  expect(problem({ $id: 1, $schema: "x", toString: 1 })).toBe("/s/$id must be string; /s/$schema must be integer");
});

test("takes for required what an object has of its own", () => {
  const schemas = compilerOf();
  const key = schemas.add(
    "S",
    { type: "object", required: ["toString"], properties: { constructor: INTEGER } },
    "readOnly",
  );
  expect([schemas.problem(key, {}), schemas.problem(key, { toString: 1 })]).toEqual([
    "the value must have required property 'toString'",
    undefined,
  ]);
});

test("says what a number is no multiple of, and passes over formats, patterns and keywords that nobody knows", () => {
  const schemas = compilerOf();
  const of = schemas.add("of", { multipleOf: 0.1 }, "readOnly");
  expect([0.3, "x"].map((value) => schemas.problem(of, value))).toEqual([undefined, undefined]);
  expect(schemas.problem(of, 0.35)).toBe("the value must be multiple of 0.1");
  const odd = schemas.add("odd", { ...STRING, format: "unheard-of", pattern: "(", "x-keyword": 5 }, "readOnly");
  expect(schemas.problem(odd, "x")).toBeUndefined();
});

test("asks each direction for what is sent in it", () => {
  const schema = { required: ["r", "w"], properties: { r: { readOnly: true }, w: { writeOnly: true } } };
  const schemas = compilerOf({ S: schema });
  const fits = (value: object) => [schemas.fits(schema, value, "writeOnly"), schemas.problem(key, value) === undefined];
  const key = schemas.add("S", schema, "readOnly");
  const answer = schemas.add("S", ref("S"), "writeOnly");
  expect([schemas.problem(answer, { r: 1 }), schemas.problem(answer, {})]).toEqual([
    undefined,
    "the value must have required property 'r'",
  ]);
  expect([fits({ r: 1 }), fits({ w: 1 }), fits({})]).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});
