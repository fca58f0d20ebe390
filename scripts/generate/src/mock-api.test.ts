import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assertOpenApi } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { mockApi } from "./mock-api.ts";

const NAME = { type: "string", minLength: 2, format: "email" };
const THINGS = {
  "/things": {
    post: {
      operationId: "addThing",
      requestBody: { content: { "application/json": { schema: { type: "object", properties: { name: NAME } } } } },
      responses: { 204: { description: "Added." } },
    },
  },
};

function modulesOf(parts: object): ReturnType<typeof mockApi> {
  const document: unknown = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: THINGS, ...parts };
  assertOpenApi(document);
  return mockApi(document);
}

/** Both modules, as a program gets them. */
async function load(parts: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), "m800 mock "));
  const { api, validators } = await modulesOf(parts);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "api.ts"), api);
  writeFileSync(join(folder, "validators.ts"), validators);
  const [data, code] = await Promise.all(
    ["api", "validators"].map((name) => import(pathToFileURL(join(folder, `${name}.ts`)).href)),
  );
  return { api: data.api, validators: code.validators };
}

test("each validator that the data refers to is there, and tells what fits from what does not", async () => {
  const { api, validators } = await load();
  const names = Object.keys(validators);
  expect(names.length).toBeGreaterThan(0);
  const { operationId } = api.operations[0];
  expect(operationId).toBe("addThing");
  const key = names.find((name) => JSON.stringify(api).includes(JSON.stringify(name))) ?? "";
  const validate = validators[key];
  expect(validate({ name: "me@example.test" })).toBe(true);
  expect(validate({ name: "" })).toBe(false);
  expect(validate({ name: "nobody" })).toBe(false);
  expect(validate(1)).toBe(false);
});

test("the modules need nothing at run time but types, and hold no remarks", async () => {
  const { api, validators } = await modulesOf({});
  expect(api).toMatch(
    /^import type \{ ApiDescription \} from "@m800\/mock-engine";\n\nexport const api: ApiDescription = \{\n {2}"/,
  );
  expect(api).toMatch(/\n};\n$/);
  expect(validators).toMatch(/^\/\/ @ts-nocheck: .*\nimport type \{ Validators \} from "@m800\/mock-engine";\n\n/);
  expect(validators.match(/^(import .*|export [^{]*\{)/gm)).toEqual([
    'import type { Validators } from "@m800/mock-engine";',
    "export const validators: Validators = {",
  ]);
  expect(validators.match(/^\/\/.*/gm)).toHaveLength(1);
});

test("what the API sends is told by its ids", async () => {
  const sent = (operationId: string) => ({ post: { operationId, responses: { 204: { description: "Seen." } } } });
  expect((await modulesOf({ webhooks: { added: sent("thingAdded"), gone: sent("thingGone") } })).webhookIds).toEqual([
    "thingAdded",
    "thingGone",
  ]);
  expect((await modulesOf({})).webhookIds).toEqual([]);
});

test("an operation that cannot be served ends it, with why", async () => {
  const parameters = [{ name: "name", in: "query", schema: { $ref: "#/components/schemas/None" } }];
  const paths = { "/things": { get: { operationId: "listThings", parameters, responses: {} } } };
  await expect(modulesOf({ paths })).rejects.toThrow(/None/);
});
