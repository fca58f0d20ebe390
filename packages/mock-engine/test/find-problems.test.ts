import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findProblems } from "../src/compile/find-problems.ts";
import { readSpec } from "../src/compile/read-spec.ts";

const answer = (schema: object) => ({ responses: { 200: { content: { "application/json": { schema } } } } });

test("tells every fault of a document with its place, in the document's order", () => {
  const document = {
    openapi: "3.1.0",
    paths: {
      "/a": {
        get: { operationId: "a", ...answer({ $ref: "#/components/schemas/Nowhere" }), security: [{ key: [] }] },
        parameters: [{ in: "query", schema: { type: "int" } }],
      },
      "/b": {
        get: { operationId: "a", ...answer({ properties: { n: { minimum: "1", example: { $ref: "#/not" } } } }) },
        put: { requestBody: { $ref: "other.yaml#/x" } },
      },
    },
    components: { schemas: { Loop: { $ref: "#/components/schemas/Loop" }, default: { required: "id" } } },
  };
  expect(findProblems(document).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
    "/paths/~1a/get/security The security scheme key is used, but components.securitySchemes lacks it.",
    "/paths/~1a/get/responses/200/content/application~1json/schema/$ref #/components/schemas/Nowhere leads nowhere.",
    "/paths/~1a/parameters/0 The parameter lacks `name`.",
    "/paths/~1a/parameters/0/schema/type `type` is one or several of array, boolean, integer, null, number, object, string, " +
      'not "int".',
    "/paths/~1b/get/operationId The operation #/paths/~1a/get is called a too: give each a name of its own.",
    '/paths/~1b/get/responses/200/content/application~1json/schema/properties/n/minimum `minimum` is a number, not "1".',
    "/paths/~1b/put/requestBody/$ref other.yaml#/x is not inside the document: bundle it first.",
    "/components/schemas/Loop/$ref #/components/schemas/Loop refers to itself.",
    '/components/schemas/default/required `required` is a list of names, not "id".',
  ]);
});

test("finds nothing wrong with what is sound: extensions, data, recursion, headers, boolean schemas", () => {
  const tree = { type: "object", properties: { left: { $ref: "#/components/schemas/Tree" }, any: true } };
  const document = {
    openapi: "3.1.0",
    paths: {
      "x-note": { $ref: 5 },
      "/a": { get: answer({ example: { $ref: "nowhere" }, "x-more": { type: "int" } }) },
    },
    components: { schemas: { Tree: tree, $ref: {} }, headers: { "x-rate": { schema: { type: "integer" } } } },
  };
  expect(findProblems(document)).toEqual([]);
});

test("names file and line of each fault, in YAML and in JSON", async () => {
  const folder = await mkdtemp(join(tmpdir(), "spec-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const yaml = [
    "openapi: 3.1.0",
    "paths:",
    "  /a:",
    "    get:",
    "      responses:",
    "        200:",
    "          $ref: '#/nowhere'",
  ].join("\n");
  const json = JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: answer({ $ref: "#/nowhere" }) } } }, null, 1);
  for (const [name, text, line] of [
    ["spec.yaml", yaml, 7],
    ["spec.json", `\uFEFF${json}`, 11],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, text);
    const { problems, api } = await readSpec(path);
    expect(problems).toEqual([expect.stringContaining(`${path}:${line} #/paths/~1a/get/responses/200`)]);
    expect(problems[0]).toMatch(/: #\/nowhere leads nowhere\.$/);
    expect(api.operations).toHaveLength(1);
  }
});
