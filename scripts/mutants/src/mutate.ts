import { readFileSync } from "node:fs";
import { join, matchesGlob, relative } from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { equivalents } from "./equivalents.ts";
import { type Score, scoreOf } from "./score.ts";
import type { Target } from "./targets.ts";

const NOT_MUTATED = ["!src/**/*.test.ts", "!src/**/*.gen.ts", "!src/**/generated/**"];

/**
 * Breaks a target's code at these places, `src/a.ts` or `src/a.ts:3-7`, in a copy beside it at the same depth, so that paths
 * out of the folder lead where they did.
 */
export async function mutate(
  root: string,
  target: Target,
  places: readonly string[],
  incremental: boolean,
): Promise<Score> {
  const { folder, withoutTests = [], programs = [], isolate = true, globalSetup, alias, env } = target;
  process.chdir(join(root, folder));
  const exclude = ["**/node_modules/**", ...withoutTests];
  process.env.MUTANTS_TESTS = JSON.stringify({ exclude, isolate, globalSetup, alias, env });
  const results = await new Stryker({
    mutate: [...places, ...NOT_MUTATED, ...programs.map((path) => `!${path}`)],
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: join(root, "scripts/mutants/tests.vitest.config.ts"), related: true },
    // It is rewritten through an interface that this compiler does not have.
    tsconfigFile: "none",
    tempDirName: "../../.mutants",
    incremental,
    incrementalFile: join(root, ".mutants/results", `${folder.replace("/", "-")}.json`),
    ignorePatterns: [".vitest", ".turbo", "coverage"],
    reporters: ["dots"],
    coverageAnalysis: "perTest",
    concurrency: 1,
    timeoutMS: 20_000,
    thresholds: { high: 100, low: target.atLeast, break: null },
    allowEmpty: true,
  }).runMutationTest();
  return scoreOf(
    results.map(withOriginal).filter(isMeasured),
    equivalents.filter(({ file }) => file.startsWith(`${folder}/`)),
  );

  /** Not what is only kept from earlier runs. */
  function isMeasured({ fileName }: { readonly fileName: string }): boolean {
    return places.some((place) => matchesGlob(fileName, `${folder}/${place.replace(/:[\d-]+$/, "")}`));
  }

  function withOriginal({ fileName, status, replacement, location }: MutantResult) {
    const path = relative(process.cwd(), fileName).replaceAll("\\", "/");
    const text = readFileSync(path, "utf8").split("\n");
    const { start, end } = location;
    const line = (text[start.line - 1] ?? "").trim();
    const cut = text.slice(start.line - 1, end.line);
    cut.push((cut.pop() ?? "").slice(0, end.column - 1));
    cut[0] = (cut[0] ?? "").slice(start.column - 1);
    return { fileName: `${folder}/${path}`, status, replacement, location, original: cut.join("\n"), line };
  }
}
