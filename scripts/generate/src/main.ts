import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { schemaTypes } from "@m800/schema-types";
import { type Contract, contractOf } from "./contract.ts";
import { countriesExample } from "./countries.ts";
import { loadSpec } from "./load-spec.ts";
import { mockApi } from "./mock-api.ts";
import { withAssumptions } from "./with-assumptions.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SPEC = "openapi/phone-number.yaml";
const COUNTRIES = "openapi/examples/countries.gen.json";
const README = "openapi/README.md";
const CLIENT = "packages/client/src/generated";
const MOCK_SERVER = "packages/mock-server/src/generated";
const HEADER = `// Generated from ${SPEC} by \`pnpm generate\`. Do not edit.\n`;

const { values: flags } = parseArgs({ options: { check: { type: "boolean", default: false } } });

try {
  const stale = await emit({ [COUNTRIES]: `${JSON.stringify(countriesExample(), null, 2)}\n` });
  stale.push(...(await emit(await generate())));
  if (flags.check && stale.length > 0) {
    fail(
      `${stale.join("\n")}\n${stale.length === 1 ? "It is" : "They are"} not what the spec gives. Run \`pnpm generate\` and commit the result.`,
    );
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function generate(): Promise<Record<string, string>> {
  const { document, hash } = await loadSpec(join(ROOT, SPEC));
  const schema = HEADER + (await schemaTypes(document));
  const spec = [
    HEADER,
    "/** Version of the OpenAPI description, its `info.version`. */",
    `export const specVersion: string = ${JSON.stringify(document.info.version)};`,
    "",
    "/** SHA-256 of the bundled OpenAPI description, in hex: equal in packages that were made from the same one. */",
    `export const specHash: string = ${JSON.stringify(hash)};`,
    "",
  ].join("\n");
  const { api, validators } = await mockApi(document);
  return {
    [README]: withAssumptions(await readFile(join(ROOT, README), "utf8"), document),
    [`${CLIENT}/contract.gen.ts`]: HEADER + contractModule(contractOf(document)),
    [`${CLIENT}/schema.gen.ts`]: schema,
    [`${CLIENT}/spec.gen.ts`]: spec,
    [`${MOCK_SERVER}/schema.gen.ts`]: schema,
    [`${MOCK_SERVER}/spec.gen.ts`]: spec,
    [`${MOCK_SERVER}/api.gen.ts`]: HEADER + api,
    [`${MOCK_SERVER}/validators.gen.ts`]: HEADER + validators,
  };
}

/** Typed by the paths, so that what the description does not have does not compile. */
function contractModule({ token, rejections }: Contract): string {
  return `import type { paths } from "./schema.gen.ts";

/** What the API description says of access tokens. */
export interface Contract {
  /** The operation that exchanges credentials for one: the one that the scheme \`M800Auth\` secures. */
  readonly token: {
    readonly method: string;
    readonly path: keyof paths;
    /** Statuses that mean that the credentials are refused. */
    readonly refusals: readonly number[];
  };
  /** Statuses that mean that the access token is rejected. */
  readonly rejections: readonly number[];
}

/** What the API description says of access tokens: paths and statuses are assumed, as M800 does not document them. */
export const contract: Contract = ${JSON.stringify({ token, rejections }, null, 2)};
`;
}

/** Writes the files that differ, or with `--check` only names them. Returns those that differed. */
async function emit(files: Readonly<Record<string, string>>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of Object.entries(files)) {
    const target = join(ROOT, path);
    const current = await readFile(target, "utf8").catch(() => undefined);
    if (current === content) continue;
    stale.push(path);
    if (flags.check) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    console.log(`wrote ${path}`);
  }
  return stale;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
