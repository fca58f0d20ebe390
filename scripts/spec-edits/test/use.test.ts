import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createWorkCopy, type WorkCopy } from "../src/create-work-copy.ts";
import { type Edit, editSpec } from "../src/edit-spec.ts";

const GROWTH = join(import.meta.dirname, "growth");
const fine = { status: 0, output: expect.any(String) };

/** Generated data, as a browser would load it. */
const DATA = ["api", "validators"].map((name) => `packages/mock-server/src/generated/${name}.gen.ts`);

function bytesOf(copy: WorkCopy): number {
  return brotliCompressSync(DATA.map((path) => copy.read(path)).join("")).length;
}

test("every call that compiles works, of operations that only the description has been told of", async () => {
  const copy = createWorkCopy();
  const { edit }: { readonly edit: readonly Edit[] } = parse(readFileSync(join(GROWTH, "phone-numbers.yaml"), "utf8"));
  const before = bytesOf(copy);
  editSpec(copy, edit);
  expect(await copy.run(["scripts/generate/src/lint-spec.ts"])).toEqual(fine);
  expect(await copy.generate()).toEqual(fine);
  const operations = edit.filter(({ at }) => at[0] === "paths").length;
  expect((bytesOf(copy) - before) / operations).toBeLessThan(1_000);
  expect(await copy.build()).toEqual(fine);
  for (const file of ["use-phone-numbers.ts", "tsconfig.json"]) {
    copy.write(`scripts/spec-edits/growth/${file}`, readFileSync(join(GROWTH, file), "utf8"));
  }
  expect(await copy.run(["../node_modules/typescript/bin/tsc"], { folder: "scripts/spec-edits/growth" })).toEqual(fine);
  expect(await copy.run(["scripts/spec-edits/growth/use-phone-numbers.ts"])).toEqual({ status: 0, output: "works\n" });
});
