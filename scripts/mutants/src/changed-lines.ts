import { execFileSync } from "node:child_process";

/**
 * Lines of a folder's files (paths or patterns) that were added or changed since the branch left a revision, as the
 * mutator takes them: `src/a.ts:3-7`.
 *
 * @throws Error if git does not know the revision
 */
export function changedLines(root: string, folder: string, since: string, paths: readonly string[]): string[] {
  const args = ["diff", "--merge-base", "--unified=0", "--no-color", "--no-ext-diff", "--relative", since, "--"];
  return linesOfDiff(
    execFileSync("git", [...args, ...paths.map((path) => `:(glob)${path}`)], {
      cwd: `${root}/${folder}`,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      // Else what git says of a mistake would be printed twice.
      stdio: "pipe",
    }),
  );
}

export function linesOfDiff(diff: string): string[] {
  const lines: string[] = [];
  let file = "";
  for (const line of diff.split("\n")) {
    file = /^\+\+\+ b\/(.*)/.exec(line)?.[1] ?? file;
    const [, start, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined || Number(count) === 0 || !isCode(file)) continue;
    lines.push(`${file}:${start}-${Number(start) + Number(count) - 1}`);
  }
  return lines;
}

function isCode(file: string): boolean {
  return file.endsWith(".ts") && !/\.(test|gen)\.ts|\/generated\//.test(file);
}
