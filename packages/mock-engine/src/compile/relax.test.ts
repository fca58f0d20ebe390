import { expect, test } from "vitest";
import type { OpenApiDocument } from "./openapi-document.ts";
import { createRelax } from "./relax.ts";

const READ = { readOnly: true };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const WHOLE = { required: ["id", "name"], properties: { id: READ, name: {} } };
const SCHEMAS = {
  Id: { type: "integer", ...READ },
  Whole: WHOLE,
  Needed: { required: ["id", "name"], description: "What is needed." },
  Named: { required: ["name"] },
  Loop: { required: ["id"], properties: { id: READ, inner: ref("Loop") }, anyOf: [ref("Named"), true] },
};

const documentOf = (schemas: object): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  components: { schemas: { ...schemas } },
});

test.each<{ readonly what: string; readonly schema: object; readonly want: object }>([
  { what: "its own properties", schema: WHOLE, want: { ...WHOLE, required: ["name"] } },
  {
    what: "a property that refers to such a schema",
    schema: { required: ["a"], properties: { a: ref("Id") } },
    want: { required: [], properties: { a: ref("Id") } },
  },
  {
    what: "a property that is such by a part",
    schema: { required: ["a", "b"], properties: { a: { allOf: [{}, READ] }, b: { readOnly: "yes" } } },
    want: { required: ["b"], properties: { a: { allOf: [{}, READ] }, b: { readOnly: "yes" } } },
  },
  {
    what: "properties of another part",
    schema: { allOf: [{ required: ["id", "name"] }, { properties: { id: READ } }] },
    want: { allOf: [{ required: ["name"] }, { properties: { id: READ } }] },
  },
  {
    what: "choices",
    schema: { properties: { id: READ }, anyOf: [{ required: ["id"] }, true], oneOf: [{}, { required: ["id"] }] },
    want: { properties: { id: READ }, anyOf: [{ required: [] }, true], oneOf: [{}, { required: [] }] },
  },
  {
    what: "what it refers to, in a copy",
    schema: { ...ref("Needed"), properties: { id: READ } },
    want: { properties: { id: READ }, allOf: [{ required: ["name"], description: "What is needed." }] },
  },
  {
    what: "what it refers to, in a copy beside other parts",
    schema: { ...ref("Needed"), properties: { id: READ }, allOf: [{ required: ["id"] }, { minProperties: 1 }] },
    want: {
      properties: { id: READ },
      allOf: [{ required: [] }, { minProperties: 1 }, { required: ["name"], description: "What is needed." }],
    },
  },
  {
    what: "itself, beside a reference to what stays as it is",
    schema: { ...ref("Named"), required: ["id"], properties: { id: READ } },
    want: { ...ref("Named"), required: [], properties: { id: READ } },
  },
  {
    what: "items and properties",
    schema: { items: WHOLE, properties: { a: WHOLE, b: {} } },
    want: { items: { ...WHOLE, required: ["name"] }, properties: { a: { ...WHOLE, required: ["name"] }, b: {} } },
  },
])("asks in a request for nothing that is only read: $what", ({ schema, want }) => {
  const relax = createRelax(documentOf(SCHEMAS), "readOnly");
  expect(relax(schema)).toEqual(want);
  expect(createRelax(documentOf(SCHEMAS), "writeOnly")(schema)).toBe(schema);
});

test.each([
  { required: "id", properties: { id: READ } },
  { required: ["name"], properties: { id: READ, name: {} } },
  { properties: { id: READ }, ...ref("Named") },
  { required: ["readOnly"], properties: { readOnly: true } },
  { example: WHOLE, enum: [WHOLE] },
  { properties: { id: READ }, allOf: [{}, { required: ["name"] }], anyOf: [true, ref("Named")] },
])("leaves as it is what asks for no such property: %j", (schema) => {
  expect(createRelax(documentOf(SCHEMAS), "readOnly")(schema)).toBe(schema);
});

test("relaxes a whole document, once for each schema, also those in themselves", () => {
  const document = documentOf(SCHEMAS);
  const relax = createRelax(document, "readOnly");
  const relaxed = relax(document, "document");
  expect(relaxed.components?.schemas).toMatchObject({
    Whole: { required: ["name"], properties: { id: READ, name: {} } },
    Needed: { required: ["id", "name"] },
    Loop: { required: [], properties: { inner: {} } },
  });
  expect(relax(document, "document")).toBe(relaxed);
});

test("looks for no such property in what is data", () => {
  const document = documentOf({
    S: { required: ["id"], example: { properties: { id: READ } }, properties: { id: {} } },
  });
  expect(createRelax(document, "readOnly")(WHOLE)).toBe(WHOLE);
});

test("relaxes the sound schemas beside those that refer to nothing", () => {
  const nothing = { allOf: [{ $ref: "#/nowhere" }], required: ["id"], properties: { id: READ } };
  const document = documentOf({ ...SCHEMAS, Nothing: nothing });
  const { schemas } = createRelax(document, "readOnly")(document, "document").components ?? {};
  expect(schemas).toMatchObject({ Nothing: nothing, Whole: { required: ["name"] } });
});
