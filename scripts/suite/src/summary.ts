import { stripVTControlCharacters } from "node:util";

/** What Vitest's JSON reporter writes, as far as it is read here. */
export interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** Path of the file. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** The results of a package, in its folder below the root. */
export interface Suite {
  readonly folder: string;
  /** The package's name. */
  readonly name: string;
  readonly results: Results;
}

/** A run of all: what it came to, and what to show of it in the end. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly lines: readonly string[];
}

/**
 * Sums up a run: each test that failed with its reason and the command that runs it alone, then each task of turbo's that
 * failed with no such test, with what it said first of it and its command.
 *
 * @param output All that turbo has printed.
 */
export function summarise(suites: readonly Suite[], output: string, root: string): Summary {
  const tests = suites.flatMap((suite) => failuresOf(suite, root));
  const told = new Set(suites.filter((suite) => failuresOf(suite, root).length > 0).map(({ name }) => name));
  const tasks = failedTasks(output).filter(({ name, task }) => task !== "test" || !told.has(name));
  const count = (of: (results: Results) => number) => suites.reduce((sum, { results }) => sum + of(results), 0);
  const failed = count((results) => results.numFailedTests);
  return {
    passed: count((results) => results.numPassedTests),
    // What broke before it could count is one failure at least.
    failed: Math.max(failed, tests.length) + tasks.length,
    skipped: count((results) => results.numPendingTests + results.numTodoTests),
    lines: [
      ...tests,
      ...tasks.map(({ name, task }) => {
        const command = name === "//" ? `npx turbo run //#${task}` : `npx turbo run ${task} --filter=${name}`;
        return [`FAILED: ${name === "//" ? "" : `${name} `}${task}`, ...reasonOf(name, task, output), command].join(
          "\n  ",
        );
      }),
    ],
  };
}

function failuresOf({ folder, results }: Suite, root: string): string[] {
  return results.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.slice(root.length + 1).slice(folder.length + 1);
    const failed = assertionResults.filter((test) => test.status === "failed");
    const run = `npx pnpm --dir ${folder} exec vitest run ${quoted(file)}`;
    if (failed.length === 0 && status === "failed")
      return [`FAILED: ${folder}/${file}\n  ${firstLine(message)}\n  ${run}`];
    return failed.map(({ fullName, failureMessages }) => {
      const only = `-t ${quoted(fullName.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))}`;
      return `FAILED: ${folder}/${file}: ${fullName}\n  ${firstLine(failureMessages?.[0] ?? "")}\n  ${run} ${only}`;
    });
  });
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The tasks that turbo names in its last lines. */
function failedTasks(output: string): { readonly name: string; readonly task: string }[] {
  const [, list = ""] = /^Failed: +(.+)$/m.exec(output) ?? [];
  return list
    .split(",")
    .map((each) => /^(.+)#(.+)$/.exec(each.trim()))
    .flatMap((match) => (match?.[1] && match[2] ? [{ name: match[1], task: match[2] }] : []));
}

/** What the package manager, turbo and Vitest say around a task's own words. */
const NOISE = /^\s*$|^[$>] |^cache (hit|miss|bypass)|^\[?\s*ELIFECYCLE|⎯⎯/;

/** Where a task first tells of an error: two lines, of which Biome names the place in the one before. */
function reasonOf(name: string, task: string, output: string): readonly string[] {
  const prefix = `${name}:${task}: `;
  const said = stripVTControlCharacters(output)
    .split("\n")
    .flatMap((line) => (line.startsWith(prefix) ? [line.slice(prefix.length).trim()] : []))
    .filter((line) => !NOISE.test(line));
  const error = said.findIndex((line) => /^([×✖]|\[1\])|error\b/i.test(line));
  const first = Math.max(said[error]?.startsWith("×") ? error - 1 : error, 0);
  return said.slice(first, first + 2);
}
