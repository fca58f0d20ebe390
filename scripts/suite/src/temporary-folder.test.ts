import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

const LITTERS = `
  import { mkdtempSync } from "node:fs";
  import { tmpdir } from "node:os";
  import { execFileSync } from "node:child_process";
  import { expect, test } from "vitest";

  const make = 'require("fs").mkdtempSync(require("path").join(require("os").tmpdir(), "by a program "))';
  test("leaves its own folder, and a program's, and fails", () => {
    console.log("LEFT " + mkdtempSync(tmpdir() + "/by a test "));
    execFileSync(process.execPath, ["--eval", make]);
    expect(1).toBe(2);
  });
`;

test("a suite leaves nothing in the system's temporary folder, though a test that litters it fails", () => {
  const project = mkdtempSync(join(tmpdir(), "m800 project "));
  const TMPDIR = join(project, "temporary");
  mkdirSync(TMPDIR);
  symlinkSync(join(ROOT, "scripts/suite/node_modules"), join(project, "node_modules"), "junction");
  writeFileSync(join(project, "litters.test.ts"), LITTERS);
  const { href } = new URL(`file://${join(ROOT, "vitest.shared.ts")}`);
  writeFileSync(join(project, "vitest.config.ts"), `export { shared as default } from ${JSON.stringify(href)};`);

  const args = [join(project, "node_modules/vitest/vitest.mjs"), "run", "--typecheck.enabled=false"];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, TMPDIR, TMP: TMPDIR, TEMP: TMPDIR },
  });
  expect(stdout).toContain(`LEFT ${TMPDIR}`);
  expect(status).toBe(1);
  expect(readdirSync(TMPDIR)).toEqual([]);
});
