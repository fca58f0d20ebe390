import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// Makes the site in docs/.vitepress/dist: the guides, the packages' reference from their sources, the API's from its spec.

const ROOT = join(import.meta.dirname, "../../..");
const DOCS = join(ROOT, "docs");
const PUBLIC = join(DOCS, "public");
const { resolve } = createRequire(join(DOCS, "package.json"));

rmSync(join(DOCS, "reference"), { recursive: true, force: true });
run(join(DOCS, "node_modules/.bin/typedoc"), "--logLevel", "Warn");

rmSync(PUBLIC, { recursive: true, force: true });
mkdirSync(PUBLIC);
run("redocly", "bundle", join(ROOT, "openapi/phone-number.yaml"), "--output", join(PUBLIC, "openapi.json"));
cpSync(resolve("msw/mockServiceWorker.js"), join(PUBLIC, "mockServiceWorker.js"));
cpSync(join(DOCS, "node_modules/@scalar/api-reference/dist/browser/standalone.js"), join(PUBLIC, "scalar.js"));

run(join(DOCS, "node_modules/.bin/vitepress"), "build");

function run(program: string, ...args: string[]): void {
  const { status, error } = spawnSync(program, args, {
    cwd: DOCS,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
