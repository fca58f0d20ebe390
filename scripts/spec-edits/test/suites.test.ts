import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { type Edit, editSpec } from "../src/edit-spec.ts";

const fine = { status: 0, output: expect.any(String) };

/** As many of `flips/` as go together: those that move what others edit come last. */
const FLIPS = [
  "operation-ids-and-tags",
  "data-and-total",
  "paging",
  "nested-error",
  "scheme-and-schema-names",
  "token-answer-201",
  "server-path",
  "token-path",
  "countries-path",
];

const edits = FLIPS.flatMap((name): readonly Edit[] => {
  const path = join(import.meta.dirname, "flips", `${name}.yaml`);
  return parse(readFileSync(path, "utf8")).edit;
});

const NO_TYPES = "--typecheck.enabled=false";

/** Without what takes long and knows no description. */
const SUITES = {
  "packages/client": ["src", "test/types.test-d.ts"],
  "packages/auth": [NO_TYPES, "src"],
  "packages/mock-server": [NO_TYPES, "--project=msw 2", "src", "test/transports.test.ts"],
};

test("with other paths, ids, statuses, names and shapes, the packages' suites are green as they stand", async () => {
  const copy = createWorkCopy();
  editSpec(copy, edits);
  expect(await copy.generate()).toEqual(fine);
  expect(await copy.build()).toEqual(fine);
  for (const folder of ["packages/auth", "packages/mock-server"]) {
    expect([folder, await copy.run(["node_modules/typescript/bin/tsc"], { folder })]).toEqual([folder, fine]);
  }
  for (const [folder, args] of Object.entries(SUITES)) {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args];
    const { status, output } = await copy.run(vitest, { folder });
    expect(status, `${folder}: ${output.slice(-6_000)}`).toBe(0);
  }
});
