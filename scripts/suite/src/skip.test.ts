import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const MODULE = pathToFileURL(join(import.meta.dirname, "../../require-program.ts")).href;

/** Asks for a program in a folder, with another as the only one on the path. */
function ask(cwd: string, path: string, env: NodeJS.ProcessEnv = {}): string {
  const script = `import { requireProgram } from ${JSON.stringify(MODULE)}; console.log(requireProgram("zizmor"));`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd,
    env: { PATH: path, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

test("a skip leaves another mark each time, so that none is taken from the cache, until the program is there", () => {
  const [folder, bin] = [mkdtempSync(join(tmpdir(), "m800 skip ")), mkdtempSync(join(tmpdir(), "m800 bin "))];
  const mark = join(folder, ".vitest/skipped-zizmor");
  const program = join(bin, process.platform === "win32" ? "zizmor.exe" : "zizmor");
  expect(ask(folder, bin)).toBe("undefined");
  const first = readFileSync(mark, "utf8");
  expect(ask(folder, bin)).toBe("undefined");
  expect(readFileSync(mark, "utf8")).not.toBe(first);
  writeFileSync(program, "", { mode: 0o755 });
  expect(ask(folder, bin)).toBe(program);
  expect(readFileSync(mark, "utf8")).toBe("");
});

test("a program that is there leaves no mark, and one that is not fails under CI", () => {
  const [folder, bin] = [mkdtempSync(join(tmpdir(), "m800 skip ")), mkdtempSync(join(tmpdir(), "m800 bin "))];
  expect(() => ask(folder, bin, { CI: "true" })).toThrow();
  writeFileSync(join(bin, process.platform === "win32" ? "zizmor.exe" : "zizmor"), "", { mode: 0o755 });
  ask(folder, bin, { CI: "true" });
  expect(existsSync(join(folder, ".vitest"))).toBe(false);
});
