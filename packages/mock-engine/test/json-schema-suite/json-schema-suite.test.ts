import { expect, test } from "vitest";
import { compileSpec } from "../../src/compile/compile-spec.ts";
import { KNOWN_MISJUDGED, KNOWN_UNSAMPLED } from "./known-failures.ts";
import { readSuite } from "./read-suite.ts";

const ROOT = "#/components/schemas/S";

/** References are to the schema's own root, which stands below the document's. */
function moved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(moved);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === "$ref" && typeof value === "string" ? [key, value.replace(/^#/, ROOT)] : [key, moved(value)],
    ),
  );
}

/** The operation that takes and answers a schema, and its validators. */
function compile(schema: unknown) {
  const content = { "application/json": { schema: { $ref: ROOT } } };
  const post = { requestBody: { content }, responses: { 200: { content } } };
  const document = { openapi: "3.1.0", paths: { "/x": { post } }, components: { schemas: { S: moved(schema) } } };
  const { api, findValidator } = compileSpec(document);
  const [operation] = api.operations;
  if (!operation) throw new Error("There is no operation.");
  return { operation, findValidator };
}

const groups = Object.entries(readSuite()).flatMap(([keyword, groups]) =>
  groups.map((group) => ({ keyword, ...group })),
);

test("judges every value of JSON Schema's own suite as it has it, but for those known by name", () => {
  const misjudged = groups.flatMap(({ keyword, description, schema, tests }) => {
    const { operation, findValidator } = compile(schema);
    const key = operation.requestBody?.content["application/json"]?.schema ?? "";
    return tests
      .filter(({ data, valid }) => findValidator(key)?.(structuredClone(data)) !== valid)
      .map((test) => `${keyword}: ${description}: ${test.description}`);
  });
  expect(groups.length).toBeGreaterThan(200);
  expect(misjudged).toEqual(KNOWN_MISJUDGED);
});

test("samples every schema of the suite that has a value, but for those known by name", () => {
  const shares = new Map<string, [sampled: number, all: number]>();
  const unsampled = groups
    .filter(({ tests }) => tests.some(({ valid }) => valid))
    .filter(({ keyword, schema }) => {
      const { operation } = compile(schema);
      const isSampled = Object.keys(operation.responses[200]?.content["application/json"]?.examples ?? {}).length > 0;
      const [sampled, all] = shares.get(keyword) ?? [0, 0];
      shares.set(keyword, [sampled + Number(isSampled), all + 1]);
      return !isSampled;
    })
    .map(({ keyword, description }) => `${keyword}: ${description}`);
  console.log([...shares].map(([keyword, [sampled, all]]) => `${keyword}: ${sampled} of ${all} sampled`).join("\n"));
  expect(unsampled).toEqual(KNOWN_UNSAMPLED);
});
