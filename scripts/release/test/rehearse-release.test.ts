import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { walk } from "../src/walk.ts";

const ROOT = join(import.meta.dirname, "../../..");

test("CONTRIBUTING walks from a changed spec to a release in ten lines", async () => {
  expect(walk(await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8"))).toHaveLength(10);
});

// What is published is the same everywhere, and the walk is written for a POSIX shell. Two minutes on an idle machine with two
// cores; beside other suites it takes longer, and only one that hangs is ended.
if (process.platform === "linux") {
  test("releases reach users with npm, pnpm and yarn, and none breaks those of the one before", async () => {
    const rehearsal = spawn(process.execPath, [join(import.meta.dirname, "../src/rehearse-release.ts")], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    onTestFinished(() => {
      rehearsal.kill();
    });
    expect(await once(rehearsal, "exit")).toEqual([0, null]);
  }, 1_800_000);
}
