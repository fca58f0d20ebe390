import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { operationsOf } from "@m800/generate/contract";
import { findSpec } from "@m800/generate/find-spec";
import { loadSpec } from "@m800/generate/load-spec";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const { document } = await loadSpec(join(ROOT, findSpec(ROOT)));

/** Words of the description that M800 does not document. */
const guessed = operationsOf(document).flatMap(({ path, operation }) => [path, operation.operationId ?? path]);

/** Shipped, a tool or a benchmark, and written by hand. */
const sources = globSync("{packages/*,scripts/*,bench}/src/**/*.ts", { cwd: ROOT }).filter(
  (path) => !/\.test\.ts$|\.gen\.ts$|[/\\]generated[/\\]/.test(path),
);

/** Examples in docstrings may show the API as it is described today. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

test("no path and no operationId of the description is known outside openapi/", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(guessed.length).toBeGreaterThan(2);
  const found = sources.flatMap((path) => {
    const code = withoutComments(readFileSync(join(ROOT, path), "utf8"));
    return guessed
      .filter((word) => new RegExp(`(?<=["'\`}]|(?<![\\w/.]))${RegExp.escape(word)}(?![\\w/-])`).test(code))
      .map((word) => `${path}: ${word}`);
  });
  expect(found).toEqual([]);
});
