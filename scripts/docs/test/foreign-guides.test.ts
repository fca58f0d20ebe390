import { execFile } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";

// The guides to testing in other languages, each of whose files is run as it stands.

const ROOT = join(import.meta.dirname, "../../..");
const COMMAND = join(ROOT, "packages/mock-server/dist/cli.js");
const PYTEST = "9.0.1";
const VENV = join(import.meta.dirname, `../.vitest/pytest-${PYTEST}`);

const execute = promisify(execFile);

/** A mock that was told to end does so in its own time. */
const PATIENT = { timeout: 30_000 };

/** A project made of a guide's files, with the mock's command installed in it. */
function projectOf(guide: string): string {
  const page = readFileSync(join(ROOT, "docs/testing", guide), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "m800-guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [, name = "", code = ""] of page.matchAll(/^```(?:python|go|java)\n(?:#|\/\/) (\S+)\n(.*?)^```$/gms)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  const [, pom = ""] = /^```xml\n(.*?)^```$/ms.exec(page) ?? [];
  if (pom) writeFileSync(join(folder, "pom.xml"), pom);
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(bin, "m800-mock-server"), `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`, {
    mode: 0o755,
  });
  return folder;
}

/** What a guide's tests have left running: Linux tells a process's folder in /proc. */
function leftIn(folder: string): string[] {
  return globSync("/proc/[0-9]*/cwd").filter((link) => {
    try {
      return readlinkSync(link) === folder;
    } catch {
      return false; // It has ended, or is another user's.
    }
  });
}

async function run(cwd: string, program: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await execute(program, args, { cwd, maxBuffer: 1e8 }).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  );
  return stdout + stderr;
}

const python = requireProgram("python3");
const go = requireProgram("go");
const maven = requireProgram("javac") && requireProgram("mvn");

test.runIf(python)("the tests of the guide to pytest pass in pytest", { timeout: 300_000 }, async () => {
  if (!existsSync(join(VENV, "bin/pytest"))) {
    await execute(python ?? "", ["-m", "venv", "--clear", VENV]);
    await execute(join(VENV, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", `pytest==${PYTEST}`]);
  }
  const folder = projectOf("pytest.md");
  expect(await run(folder, join(VENV, "bin/pytest"), "-q", "--color=no")).toMatch(/^3 passed in /m);
  await expect.poll(() => leftIn(folder), PATIENT).toEqual([]);
});

test.runIf(go)("the tests of the guide to Go pass", { timeout: 300_000 }, async () => {
  const folder = projectOf("go.md");
  writeFileSync(join(folder, "go.mod"), "module countries\n\ngo 1.23\n");
  expect(await run(folder, go ?? "", "vet", ".")).toBe("");
  const told = await run(folder, go ?? "", "test", "-v", ".");
  expect(told.match(/^--- PASS: /gm), told).toHaveLength(2);
  expect(told).toMatch(/^ok\s/m);
  await expect.poll(() => leftIn(folder), PATIENT).toEqual([]);
});

test.runIf(maven)("the tests of the guide to JUnit pass in JUnit", { timeout: 300_000 }, async () => {
  const folder = projectOf("junit.md");
  const told = await run(folder, maven ?? "", "--batch-mode", "--no-transfer-progress", "test");
  expect(told).toMatch(/Tests run: 2, Failures: 0, Errors: 0, Skipped: 0/);
  await expect.poll(() => leftIn(folder), PATIENT).toEqual([]);
});
