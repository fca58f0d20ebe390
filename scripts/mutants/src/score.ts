import type { Equivalent } from "./equivalents.ts";

/** What is asked of a mutant here. */
export interface Mutant {
  readonly fileName: string;
  readonly status: string;
  readonly replacement?: string | undefined;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly original: string;
  /** The whole line that it begins on, without its indentation. */
  readonly line: string;
}

export interface Score {
  readonly noticed: number;
  readonly judged: number;
  readonly survivors: readonly Mutant[];
  /** Percentage that tests noticed; 100 where there is nothing to notice. */
  readonly percentage: number;
}

const NOTICED = new Set(["Killed", "Timeout"]);
const SURVIVED = new Set(["Survived", "NoCoverage"]);

/** Counts mutants that compile and can be told from the original. */
export function scoreOf(mutants: readonly Mutant[], equivalents: readonly Equivalent[]): Score {
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const survivors = mutants.filter((mutant) => SURVIVED.has(mutant.status) && !isEquivalent(mutant, equivalents));
  const judged = noticed + survivors.length;
  return { noticed, judged, survivors, percentage: judged === 0 ? 100 : (100 * noticed) / judged };
}

function isEquivalent({ fileName, original, replacement, line }: Mutant, equivalents: readonly Equivalent[]): boolean {
  return equivalents.some(
    (each) =>
      each.file === fileName &&
      each.original === original &&
      each.replacement === replacement &&
      (each.line ?? line) === line,
  );
}
