import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { findProgram } from "../../require-program.ts";

test("a program is a file on the path that may be executed, and no folder of its name", async () => {
  const [first, second] = [await mkdtemp(join(tmpdir(), "m800 a ")), await mkdtemp(join(tmpdir(), "m800 b "))];
  const path = [first, second].join(delimiter);
  await mkdir(join(first, "chromium"));
  expect(findProgram("chromium", path, "linux")).toBeUndefined();
  await writeFile(join(second, "chromium"), "");
  expect(findProgram("chromium", path, "linux")).toBeUndefined();
  await chmod(join(second, "chromium"), 0o755);
  expect(findProgram("chromium", path, "linux")).toBe(join(second, "chromium"));
  expect(findProgram("chromium", path, "win32")).toBeUndefined();
  await writeFile(join(second, "chromium.exe"), "", { mode: 0o755 });
  expect(findProgram("chromium", path, "win32")).toBe(join(second, "chromium.exe"));
});
