import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MAIN, mockEnv, ROOT, run, temporaryFolder } from "./verify-live.ts";

test("finds that the mock of this very spec is as the spec says", async () => {
  const { stdout, stderr, status } = await run(MAIN, [], await mockEnv());
  expect({ stderr, status, stdout }).toMatchObject({ stderr: "", status: 0 });
  expect(stdout).toMatch(/^All answers are as the spec says\.\n/);
});

test("the examples that it records fit the spec, which generates with them", async () => {
  const root = join(temporaryFolder(), "copy");
  for (const path of ["openapi", "packages/client", "packages/mock-server", "scripts/generate"]) {
    const isSource = (source: string) => !/node_modules|dist|\.turbo|\.vitest/.test(source.slice(ROOT.length));
    cpSync(join(ROOT, path), join(root, path), { recursive: true, filter: isSource });
    symlinkSync(join(ROOT, path, "node_modules"), join(root, path, "node_modules"), "junction");
  }
  cpSync(join(ROOT, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  const spec = join(root, "openapi/phone-number.yaml");
  const { stderr, status } = await run(MAIN, ["--record", spec], await mockEnv());
  expect({ stderr, status }).toEqual({
    stderr: `The spec as it would be right, with examples of what was seen, is in ${spec}.\n`,
    status: 0,
  });
  expect(readFileSync(spec, "utf8")).toMatch(/^ +seen:$/m);

  const generate = join(root, "scripts/generate/src/main.ts");
  expect(await run(generate, [])).toMatchObject({ status: 0, stderr: "" });
  expect(await run(generate, ["--check"])).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(root, "packages/mock-server/src/generated/api.gen.ts"), "utf8")).toContain('"seen"');
  expect(await run(join(root, "scripts/generate/src/lint-spec.ts"), [])).toMatchObject({ status: 0 });
});

test("says in its help what it takes, and on the other stream what is wrong", async () => {
  const help = await run(MAIN, ["--help"]);
  expect(help).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^Calls the real gateway/) });
  expect(help.stdout).toContain("  --record FILE    write the spec");
  expect(await run(MAIN, ["--format", "yaml"])).toEqual({
    stdout: "",
    stderr: '--format takes text, markdown, json, junit, not "yaml".\n',
    status: 2,
  });
});
