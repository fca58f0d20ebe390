import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { loadSpec } from "@m800/generate/load-spec";
import { compare, print, type Row } from "./compare.ts";

// How long it takes to have types again after the spec changed: here, and with the generators that people use instead.
// `--large` adds GitHub's REST API, 13 MB, for which openapi-generator takes minutes.

const { values: flags } = parseArgs({ options: { large: { type: "boolean", default: false } } });
const ROOT = join(import.meta.dirname, "../..");
const SPEC = join(ROOT, "openapi/phone-number.yaml");
const PEERS = {
  "@hey-api/openapi-ts": "0.99.0",
  "@octokit/openapi": "23.0.2",
  "@openapitools/openapi-generator-cli": "2.41.0",
  orval: "8.38.0",
  typescript: "5.9.3",
};
/** What the command installs of the generator proper, a Java program. */
const OPENAPI_GENERATOR = "7.25.0";

const cache = join(ROOT, "node_modules/.cache/regeneration");
installPeers();
// All read the same single file, since not all follow references into others.
const { document } = await loadSpec(SPEC);
writeFileSync(join(cache, "small.json"), JSON.stringify(document));
print("Types and client of this API, whole process", "ms", await compare(generators(join(cache, "small.json")), 3));
if (flags.large) {
  const large = join(cache, "node_modules/@octokit/openapi/generated/api.github.com.json");
  print("Types and client of GitHub's REST API, whole process", "ms", await compare(generators(large), 1, 0));
}
await benchPipeline();

function generators(spec: string): Record<string, () => number> {
  const out = mkdtempSync(join(tmpdir(), "m800-regeneration-"));
  const bin = (name: string) => join(cache, "node_modules/.bin", name);
  const generate = [process.execPath, join(import.meta.dirname, "generate-types.ts"), spec, join(out, "types.ts")];
  const java = [
    "--openapitools",
    join(cache, "openapitools.json"),
    "generate",
    "-g",
    "typescript-fetch",
    "--skip-validate-spec",
    "-i",
    spec,
    "-o",
    join(out, "fetch"),
  ];
  return {
    "this project: types": () => timed(generate, cache),
    "hey-api": () => timed([bin("openapi-ts"), "-i", spec, "-o", join(out, "hey")], cache),
    orval: () => timed([bin("orval"), "--input", spec, "--output", join(out, "orval.ts"), "--client", "fetch"], cache),
    "openapi-generator typescript-fetch": () => timed([bin("openapi-generator-cli"), ...java], cache),
  };
}

/** In a clone: the whole chain of tasks after an edit, and `generate` when there was none. */
async function benchPipeline(): Promise<void> {
  const clone = mkdtempSync(join(tmpdir(), "m800-pipeline-"));
  timed(["git", "clone", "--quiet", ROOT, clone], ROOT);
  timed(["pnpm", "install", "--frozen-lockfile", "--prefer-offline"], clone);
  const turbo = (...tasks: string[]) => timed(["turbo", "run", ...tasks, "--output-logs=errors-only"], clone);
  const affected = ["--filter=@m800/phone-number-client", "--filter=@m800/phone-number-mock-server"];
  const afterEdit = (edit: string) => {
    appendFileSync(join(clone, "openapi/phone-number.yaml"), edit);
    return turbo("generate") + turbo("typecheck", "test", ...affected);
  };
  afterEdit("x-edit: 0\n");
  const edits = [1, 2, 3].values();
  const rows = await compare(
    {
      "generate, nothing changed": () => turbo("generate"),
      "after an edit: generate, typecheck, tests": () => afterEdit(`x-edit-${edits.next().value}: true\n`),
    },
    3,
    0,
  );
  print("This project's own tasks, under turbo", "ms", rows);
  print("From saving the description to types and mock, with `pnpm dev`", "ms", await benchDev(clone));
  rmSync(clone, { recursive: true });
}

/** Appends to the description, and waits until `dev` says that all that is made of it is up to date. */
async function benchDev(clone: string): Promise<Row[]> {
  const dev = spawn(process.execPath, ["scripts/dev.ts"], { cwd: clone, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: dev.stdout })[Symbol.asyncIterator]();
  const until = async (start: string) => {
    for (let line = await lines.next(); !line.done && !line.value.startsWith(start); ) line = await lines.next();
  };
  let edits = 0;
  try {
    await until("Watching");
    const save = async () => {
      const start = performance.now();
      appendFileSync(join(clone, "openapi/phone-number.yaml"), `x-dev-${edits++}: true\n`);
      await until("Types and mock are up to date");
      return performance.now() - start;
    };
    return await compare({ "from saving to types and mock": save }, 3);
  } finally {
    dev.kill();
  }
}

function installPeers(): void {
  if (existsSync(join(cache, "node_modules/.bin/orval"))) return;
  console.log("Installing the peers, once.");
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true, dependencies: PEERS }));
  const config = { "generator-cli": { version: OPENAPI_GENERATOR, storageDir: join(cache, "java") } };
  writeFileSync(join(cache, "openapitools.json"), JSON.stringify(config));
  timed(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"], cache);
}

function timed([command = "", ...args]: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${stderr}${stdout}`.slice(0, 5_000));
  return performance.now() - start;
}
