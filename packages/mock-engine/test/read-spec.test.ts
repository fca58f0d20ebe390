import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSpec } from "../src/compile/read-spec.ts";
import { serveSpec } from "./serve-spec.ts";

/** Where a document is written, beside other files. */
async function pathOf(text: string, others: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "spec-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries({ ...others, "spec.yaml": text }))
    await writeFile(join(folder, name), content);
  return join(folder, "spec.yaml");
}

async function serveText(text: string, others?: Readonly<Record<string, string>>) {
  return serveSpec(await readSpec(await pathOf(text, others)));
}

const operation = (path: string, schema: string) =>
  `${[
    `  ${path}:`,
    "    get:",
    "      responses:",
    "        200:",
    "          description: Fine",
    "          content:",
  ].join("\n")}\n            application/json:\n              ${schema}\n`;

test("serves YAML with hundreds of aliases, each for what it stands for", async () => {
  const first = operation(
    "/0",
    "schema: &a {type: object, required: [n], properties: {n: {type: integer, minimum: 3}}}",
  );
  const others = Array.from({ length: 500 }, (_, index) => operation(`/${index + 1}`, "schema: *a"));
  const api = await serveText(`openapi: 3.0.3\npaths:\n${first}${others.join("")}`);
  for (const path of ["/0", "/1", "/500"]) {
    expect(await (await api.fetch(`https://api.invalid${path}`)).json()).toEqual({ n: 3 });
  }
});

test.each([
  { key: "allOf", of: (alias: string) => `{allOf: [${Array(9).fill(alias).join(", ")}]}`, status: 200 },
  {
    key: "properties",
    of: (alias: string) =>
      `{type: object, properties: {${[..."abcdefghi"].map((name) => `${name}: ${alias}`).join(", ")}}}`,
    status: 200,
  },
])("serves aliases of aliases in $key that stand for 9^9 schemas, in what one takes", async ({ of, status }) => {
  const names = [..."abcdefghij"];
  const schemas = names.map(
    (name, index) => `    ${name}: &${name} ${index === 0 ? "{type: object}" : of(`*${names[index - 1]}`)}`,
  );
  const text = `openapi: 3.0.3\ncomponents:\n  schemas:\n${schemas.join("\n")}\npaths:\n${operation("/x", "schema: *j")}`;
  const response = await (await serveText(text)).fetch("https://api.invalid/x");
  expect(response.status).toBe(status);
  expect((await response.text()).length).toBeLessThan(100_000);
});

test("passes over an example that stands for 9^9 values", async () => {
  const names = [..."abcdefghij"];
  const values = names.map(
    (name, index) =>
      `  ${name}: &${name} [${Array(9)
        .fill(index === 0 ? "1" : `*${names[index - 1]}`)
        .join(", ")}]`,
  );
  const text = `openapi: 3.0.3\nx-values:\n${values.join("\n")}\npaths:\n${operation("/x", "example: *j")}`;
  const response = await (await serveText(text)).fetch("https://api.invalid/x");
  expect([response.status, (await response.text()).length < 1_000]).toEqual([200, true]);
});

test("serves a schema in itself, and an example that is elsewhere", async () => {
  const nested = "schema: &n {type: object, properties: {inner: *n, a: {const: 1}}}";
  const api = await serveText(
    `openapi: 3.1.0\npaths:\n${operation("/n", nested)}${operation("/e", "examples: {e: {externalValue: https://example.com}}")}`,
  );
  expect(await (await api.fetch("https://api.invalid/n")).json()).toEqual({ a: 1 });
  expect((await api.fetch("https://api.invalid/e")).status).toBe(200);
});

test("reads YAML and JSON behind a byte order mark", async () => {
  for (const text of [
    `openapi: 3.0.3\npaths:\n${operation("/x", "example: 7")}`,
    '{"openapi":"3.1.0","paths":{"/x":{"get":{}}}}',
  ]) {
    expect((await (await serveText(`\uFEFF${text}`)).fetch("https://api.invalid/x")).status).toBe(200);
  }
});

test.each(["", "7", "null", "text"])("refuses a file that holds no object: %j", async (text) => {
  await expect(readSpec(await pathOf(text))).rejects.toThrow(new TypeError("It is no OpenAPI document."));
});

test.each([
  "schema: {$ref: other.yaml}",
  "schema: {$ref: 'other.yaml#/properties/n'}",
  "schema: {'$ref' : \"./other.yaml#/properties/n\"}",
  "schema: {$ref:    other.yaml#/properties/n}",
])("follows a reference to another file: %s", async (schema) => {
  const others = { "other.yaml": "{const: 5, properties: {n: {const: 5}}}" };
  const api = await serveText(`openapi: 3.1.0\npaths:\n${operation("/x", schema)}`, others);
  expect(await (await api.fetch("https://api.invalid/x")).text()).toBe("5");
});

test.each([
  { text: ["openapi: 3.1.0", "paths:", "  /a:", "    get:", "      requestBody: {}"], lines: [5] },
  { text: ["openapi: 3.1.0", "security: key", "paths:", "  a:", "    get: 5"], lines: [2, 5, 4] },
  {
    text: [
      "openapi: 3.1.0",
      "paths:",
      "  /a:",
      "    get:",
      "      parameters:",
      "        - {name: a, in: query, schema: {}}",
      "        - name: b",
      "          schema: {}",
      "        -",
      "          name: c",
      "          schema: {}",
      "          in: body",
      "      responses:",
      "        200:",
      "          content:",
      "            text/plain: &plain {schema: {type: int}}",
      "            text/html: *plain",
      "        404: {content: 5}",
    ],
    lines: [7, 12, 16, 18],
  },
])("names the lines $lines of what is wrong in $text", async ({ text, lines }) => {
  const path = await pathOf(text.join("\n"));
  const { problems } = await readSpec(path);
  expect(problems.map((problem) => problem.slice(0, problem.indexOf(" ")))).toEqual(
    lines.map((line) => `${path}:${line}`),
  );
});

test("tells no faults of a sound document", async () => {
  expect((await readSpec(await pathOf(`openapi: 3.1.0\npaths:\n${operation("/x", "example: 7")}`))).problems).toEqual(
    [],
  );
});

test.each(["", "\n\t"])(
  "reads JSON by its own rules, of two that are called the same the last, behind %j too",
  async (before) => {
    const json = '{"openapi": "3.1.0", "servers": [{"url": "/a"}], "servers": [{"url": "/b"}], "paths": {}}';
    const { api } = await readSpec(await pathOf(before + json));
    expect(api.baseUrl).toBe("https://api.invalid/b");
  },
);

test("fetches nothing, wherever a document refers to", async () => {
  const url = "https://api.invalid/schema.yaml";
  const text = `openapi: 3.0.3\npaths:\n${operation("/x", `schema: {$ref: "${url}"}`)}`;
  // Not that it could not be had.
  await expect(pathOf(text).then(readSpec)).rejects.toThrow(`Unable to resolve $ref pointer "${url}"`);
});
