import { assertOpenApi, type OpenApiDocument } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { schemaTypes } from "./schema-types.ts";

const CANARY = "canary";

function documentOf(parts: object): OpenApiDocument {
  const document: unknown = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...parts };
  assertOpenApi(document);
  return document;
}

/** Types of one schema, `Thing`. */
function typesOf(schema: object): Promise<string> {
  return schemaTypes(documentOf({ components: { schemas: { Thing: schema } } }));
}

test("properties stand in alphabetical order, each a tab deep where it belongs", async () => {
  const types = await typesOf({ type: "object", required: ["b"], properties: { b: {}, a: { type: "string" } } });
  expect(types).toContain("\tschemas: {\n\t\tThing: {\n\t\t\ta?: string;\n\t\t\tb: unknown;\n\t\t};\n\t};");
  expect(types).not.toMatch(/^ +\S/m);
});

test("only whole steps of the indentation are tabs", async () => {
  const types = await typesOf({ type: "string", title: "T", description: "a    b" });
  expect(types).toContain("\t\t/**\n\t\t * T\n\t\t * @description a    b\n\t\t */\n");
});

test.each([{ example: CANARY }, { examples: [CANARY] }])(
  "a schema's %o is left out, and null is a value",
  async (shown) => {
    const types = await typesOf({ type: ["string", "null"], enum: ["a", null], ...shown });
    expect(types).toContain('Thing: "a" | null;');
    expect(types).not.toContain(CANARY);
  },
);

test("a pattern of names may be any word", async () => {
  const types = await typesOf({ type: "object", patternProperties: { example: { type: "number" } } });
  expect(types).toContain("[key: string]: number;");
});

test("a field with a default may be left out", async () => {
  expect(await typesOf({ type: "object", properties: { a: { type: "string", default: "x" } } })).toContain(
    "a?: string;",
  );
});

test.each([
  { given: "binary", type: "string", format: "binary", want: "a?: Blob;" },
  { given: "binary or null", type: ["string", "null"], format: "binary", want: "a?: Blob | null;" },
  { given: "binary without a type", type: undefined, format: "binary", want: "a?: Blob;" },
  { given: "of another format", type: "string", format: "date", want: "a?: string;" },
])("what is $given has the type $want", async ({ type, format, want }) => {
  const schema = { ...(type && { type }), format };
  expect(await typesOf({ type: "object", properties: { a: schema } })).toContain(want);
});

test("no example reaches the types, wherever it stands", async () => {
  const value = { value: CANARY };
  const media = {
    "application/json": { schema: { type: "string", example: CANARY, examples: [CANARY] }, examples: { a: value } },
  };
  const parameter = {
    name: "a",
    in: "query",
    schema: { anyOf: [{ type: "string", example: CANARY }] },
    example: CANARY,
  };
  const operation = {
    parameters: [parameter],
    requestBody: { content: media },
    responses: { 200: { description: "It.", content: media } },
  };
  const document = documentOf({ paths: { "/a": { post: operation } }, components: { examples: { a: value } } });
  const types = await schemaTypes(document);
  expect(types).toContain('"/a"');
  expect(types).not.toContain(CANARY);
});

test("what is called example is kept where names are the author's", async () => {
  const named = { example: { type: "string" }, examples: { type: "string" }, callbacks: { type: "string" } };
  const schema = { type: "object", properties: named, $defs: named };
  const header = { schema: { type: "string" } };
  const types = await schemaTypes(
    documentOf({
      components: {
        schemas: { example: schema },
        parameters: { example: { name: "a", in: "query", schema: { type: "string" } } },
        responses: { example: { description: "It.", headers: { example: header } } },
        headers: { examples: header },
      },
    }),
  );
  expect(types.match(/\bexample\??:/g)).toHaveLength(6);
  expect(types.match(/\bexamples\??:/g)).toHaveLength(3);
  expect(types.match(/\bcallbacks\??:/g)).toHaveLength(2);
});

test("a field that is called properties has no fields of its own", async () => {
  const types = await typesOf({ type: "object", properties: { properties: { type: "string", example: CANARY } } });
  expect(types).toContain("properties?: string;");
  expect(types).not.toContain(CANARY);
});

test("what a document holds is left as it is", async () => {
  const document = documentOf({ components: { schemas: { Thing: { type: "string", example: CANARY } } } });
  const before = structuredClone(document);
  await schemaTypes(document);
  expect(document).toEqual(before);
});

test("callbacks have types, as webhooks do", async () => {
  const called = { post: { operationId: "orderFilled", responses: { 204: { description: "Seen." } } } };
  const callbacks = { filled: { "{$request.body#/url}": called } };
  const document = documentOf({
    paths: {
      "/orders": { post: { operationId: "order", callbacks, responses: { 201: { description: "Ordered." } } } },
    },
  });
  const types = await schemaTypes(document);
  expect(types).toMatch(/export interface webhooks|export type webhooks = \{/);
  expect(types).toContain("orderFilled: {");
  expect(types).not.toContain("callbacks");
});
