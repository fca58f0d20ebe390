import { createMockApi } from "@m800/phone-number-mock-server";
import { compileSpec } from "@m800/phone-number-mock-server/compile";
import { generate } from "json-schema-faker";
import { sample } from "openapi-sampler";
import { readSuite } from "../../packages/mock-engine/test/json-schema-suite/read-suite.ts";
import { loadSpecs, readSpec } from "../../packages/mock-engine/test/real-specs/load-specs.ts";

// How many schemas each sampler makes a value of that fits, and how long all take: the mock's time is that of compiling the
// whole description, too. The mock's own validators judge.

interface Case {
  readonly components: object;
  readonly schema: object;
}

const SEED = 1;
/** Of each description. */
const MOST = 60;

const samplers: Readonly<Record<string, (given: Case) => unknown>> = {
  "m800-mock-server": async ({ components, schema }) => {
    const api = mockOf({ components, schema });
    const response = await api.fetch(`${api.baseUrl}/x`);
    return response.ok ? response.json() : undefined;
  },
  "json-schema-faker": ({ components, schema }) =>
    generate({ ...schema, components }, { alwaysFakeOptionals: true, refDepthMax: 5, seed: SEED }),
  "openapi-sampler": ({ components, schema }) => sample(schema, { quiet: true }, { components }),
};

function mockOf({ components, schema }: Case) {
  const content = { "application/json": { schema } };
  const paths = { "/x": { get: { operationId: "x", responses: { 200: { description: "", content } } } } };
  return createMockApi({ spec: compileSpec({ openapi: "3.1.0", paths, components }), baseUrl: "https://api.invalid" });
}

function fits(given: Case, body: unknown): boolean {
  try {
    mockOf(given).respondWith("x", { status: 200, body });
    return body !== undefined;
  } catch {
    return false;
  }
}

async function bench(title: string, cases: readonly Case[]): Promise<void> {
  console.log(`\n${title}: ${cases.length} schemas`);
  for (const [name, make] of Object.entries(samplers)) {
    let fitting = 0;
    let duration = 0;
    for (const given of cases) {
      const startedAt = performance.now();
      const value = await attempt(() => make(structuredClone(given)));
      duration += performance.now() - startedAt;
      if (fits(given, value)) fitting++;
    }
    console.log(`  ${name.padEnd(20)} ${fitting} fit  ${Math.round(duration)} ms`);
  }
}

async function attempt(make: () => unknown): Promise<unknown> {
  try {
    return await make();
  } catch {
    return undefined;
  }
}

const ROOT = { $ref: "#/components/schemas/Root" };

/** References are to the schema's own root, which stands below the document's. */
function moved(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${ROOT.$ref}`));
}

const satisfiable = Object.values(readSuite())
  .flat()
  .filter(({ tests }) => tests.some(({ valid }) => valid));
await bench(
  "JSON Schema's own test suite",
  satisfiable.map(({ schema }) => ({ components: { schemas: { Root: moved(schema) } }, schema: ROOT })),
);

const descriptions = process.argv.slice(2);
for (const { name, path } of loadSpecs()) {
  if (!descriptions.some((wanted) => name.includes(wanted))) continue;
  const { components = {} }: { components?: { schemas?: object } } = readSpec(path);
  const names = Object.keys(components.schemas ?? {});
  const chosen = names.filter((_, index) => index % Math.ceil(names.length / MOST) === 0);
  await bench(
    name,
    chosen.map((name) => ({ components, schema: { $ref: `#/components/schemas/${name}` } })),
  );
}
