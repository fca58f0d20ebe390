import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { type Edit, editSpec } from "../src/edit-spec.ts";

const fine = { status: 0, output: expect.any(String) };

/** Each is one of `flips/`: after the first, the others find what they edit at its new place. */
const FLIPS = ["operation-ids-and-tags", "data-and-total", "token-path", "countries-path"];

const edits = FLIPS.flatMap((name): readonly Edit[] => {
  const path = join(import.meta.dirname, "flips", `${name}.yaml`);
  return parse(readFileSync(path, "utf8")).edit;
});

/** Without the client's types, which state the guess itself, and what takes long and knows no description. */
const SUITES = {
  "packages/client": ["--typecheck.enabled=false"],
  "packages/auth": ["--exclude=test/torture/**"],
  "packages/mock-server": ["--project=msw 2"],
};

test("with other paths, ids and another list, the packages' suites are green as they stand", async () => {
  const copy = createWorkCopy();
  editSpec(copy, edits);
  expect(await copy.generate()).toEqual(fine);
  expect(await copy.build()).toEqual(fine);
  for (const [folder, args] of Object.entries(SUITES)) {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args];
    expect([folder, await copy.run(vitest, { folder })]).toEqual([folder, fine]);
  }
});
