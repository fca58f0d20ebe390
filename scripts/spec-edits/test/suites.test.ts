import { expect, test } from "vitest";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { editSpec } from "../src/edit-spec.ts";
import { expectToWork } from "../src/expect-to-work.ts";
import { readFlip, TOGETHER } from "../src/flips.ts";

const fine = { status: 0, output: expect.any(String) };

const NO_TYPES = "--typecheck.enabled=false";

/** Without what takes long and knows no description. */
const SUITES = {
  "packages/client": ["src", "test/types.test-d.ts"],
  "packages/auth": [NO_TYPES, "--exclude=src/token-store-conformance.test.ts", "src"],
  "packages/mock-server": [NO_TYPES, "--project=msw 2", "src", "test/transports.test.ts"],
};

test("with other paths, ids, statuses, names and shapes, the packages' suites are green as they stand", async () => {
  const copy = createWorkCopy();
  for (const name of TOGETHER) editSpec(copy, readFlip(name).edit);
  await expectToWork(copy);
  for (const folder of ["packages/auth", "packages/mock-server"]) {
    expect([folder, await copy.run(["node_modules/typescript/bin/tsc"], { folder })]).toEqual([folder, fine]);
  }
  for (const [folder, args] of Object.entries(SUITES)) {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args];
    const { status, output } = await copy.run(vitest, { folder });
    expect(status, `${folder}: ${output.slice(-6_000)}`).toBe(0);
  }
});
