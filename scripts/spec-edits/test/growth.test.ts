import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { editSpec } from "../src/edit-spec.ts";

const GROWTH = join(import.meta.dirname, "growth");
const fine = { status: 0, output: expect.any(String) };

test("every call that compiles works, of operations that only the description has been told of", async () => {
  const copy = createWorkCopy();
  editSpec(copy, parse(readFileSync(join(GROWTH, "phone-numbers.yaml"), "utf8")).edit);
  expect(await copy.run(["scripts/generate/src/lint-spec.ts"])).toEqual(fine);
  expect(await copy.generate()).toEqual(fine);
  expect(await copy.build()).toEqual(fine);
  for (const file of ["use-phone-numbers.ts", "tsconfig.json"]) {
    copy.write(`scripts/spec-edits/growth/${file}`, readFileSync(join(GROWTH, file), "utf8"));
  }
  expect(await copy.run(["../node_modules/typescript/bin/tsc"], { folder: "scripts/spec-edits/growth" })).toEqual(fine);
  expect(await copy.run(["scripts/spec-edits/growth/use-phone-numbers.ts"])).toEqual({ status: 0, output: "works\n" });
});
