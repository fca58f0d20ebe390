import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { equivalents } from "./equivalents.ts";
import { type Mutant, scoreOf } from "./score.ts";

function mutant(status: string, replacement = "true"): Mutant {
  const location = { start: { line: 1, column: 0 } };
  return { fileName: "packages/a/src/a.ts", status, replacement, location, original: "a > 0", line: "if (a > 0) b();" };
}

const EQUIVALENT = { file: "packages/a/src/a.ts", original: "a > 0", replacement: "a >= 0", reason: "a is never 0." };

test("counts what tests notice, and what they do not", () => {
  const { survivors, ...score } = scoreOf(
    ["Killed", "Timeout", "Survived", "NoCoverage"].map((each) => mutant(each)),
    [],
  );
  expect(score).toEqual({ noticed: 2, judged: 4, percentage: 50 });
  expect(survivors.map(({ status }) => status)).toEqual(["Survived", "NoCoverage"]);
});

test("leaves out what does not run, and what is judged equivalent, but nothing else at the same place", () => {
  const mutants = [mutant("Killed"), mutant("RuntimeError"), mutant("Survived", "a >= 0"), mutant("Survived", "a < 0")];
  const survivors = [{ replacement: "a < 0" }];
  expect(scoreOf(mutants, [EQUIVALENT])).toMatchObject({ noticed: 1, judged: 2, survivors });
  expect(scoreOf(mutants, [{ ...EQUIVALENT, file: "packages/a/src/b.ts" }])).toMatchObject({ judged: 3 });
  expect(scoreOf(mutants, [{ ...EQUIVALENT, original: "b > 0" }])).toMatchObject({ judged: 3 });
  expect(scoreOf(mutants, [{ ...EQUIVALENT, line: "if (a > 0) b();" }])).toMatchObject({ judged: 2 });
  expect(scoreOf(mutants, [{ ...EQUIVALENT, line: "return a > 0;" }])).toMatchObject({ judged: 3 });
});

test("a folder without mutants is not found wanting", () => {
  expect(scoreOf([], []).percentage).toBe(100);
});

test("what is judged equivalent is in one place of its file", () => {
  for (const { file, original, line } of equivalents) {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
    const places = text.split(original).slice(0, -1).length;
    const lines = text.split("\n").filter((each) => each.trim() === line);
    expect([file, original, line === undefined ? places : lines.length]).toEqual([file, original, 1]);
  }
});
