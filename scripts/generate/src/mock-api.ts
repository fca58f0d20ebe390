import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createSchemaCompiler,
  describeApi,
  type OpenApiDocument,
  type SchemaCompiler,
} from "@m800/mock-engine/compile";
import standalone from "ajv/dist/standalone/index.js";
import { rolldown } from "rolldown";

/** The mock server's two generated modules: the API as data, and the validators it refers to as plain functions. */
export async function mockApi(document: OpenApiDocument): Promise<{
  api: string;
  validators: string;
  /** Of webhooks and callbacks. */
  webhookIds: readonly string[];
}> {
  const schemas = createSchemaCompiler(document);
  const api = describeApi(document, schemas, (problem) => {
    throw new Error(problem);
  });
  return {
    api: [
      `import type { ApiDescription } from "@m800/mock-engine";`,
      "",
      `export const api: ApiDescription = ${JSON.stringify(api, null, 2)};`,
      "",
    ].join("\n"),
    validators: await validatorsModule(schemas),
    webhookIds: api.webhooks.map(({ operationId }) => operationId),
  };
}

async function validatorsModule(schemas: SchemaCompiler): Promise<string> {
  const byInstance = Map.groupBy(schemas.keys, (key) => schemas.locate(key).ajv);
  const modules = [...byInstance].map(([ajv, keys], module) => {
    const names = new Map(keys.map((key, index) => [key, `validate${module}_${index}`]));
    const references = Object.fromEntries([...names].map(([key, name]) => [name, schemas.locate(key).reference]));
    return { names, code: standalone.default(ajv, references) };
  });
  const entry = [
    ...modules.map(({ names }, module) => `import { ${[...names.values()].join(", ")} } from "ajv-${module + 1}.js";`),
    "export const validators = {",
    ...modules.flatMap(({ names }) => [...names].map(([key, name]) => `  ${JSON.stringify(key)}: ${name},`)),
    "};",
  ].join("\n");
  const code = await bundleModules(
    entry,
    modules.map(({ code }) => code),
  );
  return [
    "// @ts-nocheck: compiled from JSON Schema by Ajv, for speed and not for reading.",
    `import type { Validators } from "@m800/mock-engine";`,
    "",
    code
      .replace(/^\/\/.*\n/gm, "")
      .replace("const validators = {", "export const validators: Validators = {")
      .replace(/^export \{ validators \};\n/m, ""),
  ].join("\n");
}

/** Where Ajv's code finds the helpers that it requires. */
const COMPILE_FOLDER = dirname(fileURLToPath(import.meta.resolve("@m800/mock-engine/compile")));

/** Ajv's code requires helpers of Ajv and ajv-formats: bundled, it needs nothing at run time. */
async function bundleModules(entry: string, modules: readonly string[]): Promise<string> {
  const sources = new Map([entry, ...modules].map((code, index) => [join(COMPILE_FOLDER, `ajv-${index}.js`), code]));
  const bundle = await rolldown({
    input: "ajv-0.js",
    platform: "neutral",
    resolve: { mainFields: ["main"] },
    onLog(_level, { message }) {
      throw new Error(message);
    },
    plugins: [
      {
        name: "in-memory",
        resolveId: (id) => (/^ajv-\d+\.js$/.test(id) ? join(COMPILE_FOLDER, id) : null),
        load: (id) => sources.get(id) ?? null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", comments: false });
  return output[0].code;
}
