import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { bearerOf, M800_AUTH, type Served, serveEveryFeature, serveM800 } from "./served.ts";

const VERSION = "4.32.5";
const SEED = 20261123;
const VENV = join(import.meta.dirname, `../.vitest/schemathesis-${VERSION}`);
const SCHEMATHESIS = join(VENV, "bin/schemathesis");

const run = promisify(execFile);
const python = process.platform === "win32" ? undefined : requireProgram("python3");

/** Installed once, into an environment of its own. */
async function install(python: string): Promise<void> {
  if (existsSync(SCHEMATHESIS)) return;
  await run(python, ["-m", "venv", "--clear", VENV]);
  await run(join(VENV, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", `schemathesis==${VERSION}`]);
}

/** Calls every operation with what the document allows and forbids. Returns how many calls went well, of how many. */
async function judge({ document, api }: Served, { config, checks }: { config: string; checks: readonly string[] }) {
  const folder = mkdtempSync(join(tmpdir(), "m800 schemathesis "));
  const spec = join(folder, "openapi.json");
  const settings = join(folder, "schemathesis.toml");
  writeFileSync(spec, JSON.stringify(document));
  writeFileSync(settings, config);
  const limits = ["--seed", String(SEED), "--max-examples", "10", "--no-color", ...checks];
  const { stdout } = await run(
    SCHEMATHESIS,
    ["--config-file", settings, "run", spec, "--url", api.baseUrl, "--phases", "examples,coverage,fuzzing", ...limits],
    // It writes a report where it stands.
    { cwd: folder, maxBuffer: 1e8 },
  ).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout: stdout + stderr }));
  const [, generated, passed] = /(\d+) generated, (\d+) passed/.exec(stdout) ?? [undefined, "0", stdout];
  return { generated: Number(generated), passed };
}

test.runIf(python)("Schemathesis finds nothing wrong with the mock of M800's API", { timeout: 300_000 }, async () => {
  await install(python ?? "");
  const served = await serveM800();
  onTestFinished(() => served.api.close());
  const headersOf = (operation: string, authorization: string) =>
    `[[operations]]\ninclude-operation-id = "${operation}"\nheaders = { Authorization = "${authorization}" }\n`;
  const config =
    headersOf(tokenOperation.operationId, M800_AUTH) + headersOf(listOperation.operationId, await bearerOf(served.api));
  const { generated, passed } = await judge(served, { config, checks: ["--checks", "all"] });
  expect(passed).toBe(String(generated));
  expect(generated).toBeGreaterThan(50);
});

test.runIf(python)("Schemathesis finds nothing wrong with any other document", { timeout: 300_000 }, async () => {
  await install(python ?? "");
  const served = await serveEveryFeature();
  onTestFinished(() => served.api.close());
  // Which credentials another API would refuse is not in its document, so all that have the right form are taken.
  const checks = ["--checks", "all", "--exclude-checks", "ignored_auth"];
  const { generated, passed } = await judge(served, { config: 'headers = { X-Key = "any" }', checks });
  expect(passed).toBe(String(generated));
  expect(generated).toBeGreaterThan(300);
});
