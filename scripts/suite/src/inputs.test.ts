import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const PACKAGES = globSync("{bench,openapi,examples/*,packages/*,scripts/*}/package.json", { cwd: ROOT }).map(dirname);

test("no task is run again for what a run itself writes, or for what is installed", () => {
  for (const folder of PACKAGES) {
    const log = join(ROOT, folder, ".turbo/turbo-inputs.log");
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, "");
    onTestFinished(() => rmSync(log));
  }
  const { tasks } = JSON.parse(readFileSync(join(ROOT, "turbo.json"), "utf8"));
  const names = Object.keys(tasks).map((name) => name.replace("//#", ""));
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/turbo"), ["run", ...names, "--dry=json"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e9,
    shell: process.platform === "win32",
  });
  const found: { readonly tasks: readonly { readonly taskId: string; readonly inputs: object }[] } = JSON.parse(stdout);
  expect(found.tasks.length).toBeGreaterThan(PACKAGES.length);
  const written = found.tasks.flatMap(({ taskId, inputs }) =>
    Object.keys(inputs)
      .filter((input) => /(^|\/)(\.turbo|node_modules|\.vitest\/results\.json)(\/|$)/.test(input))
      .map((input) => `${taskId}: ${input}`),
  );
  expect(written).toEqual([]);
});
