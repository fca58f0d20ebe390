import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "./stack.ts";

const PAGE = join(import.meta.dirname, "../../../docs/stacks.md");

const HEAD = `# What it is tried with

Each line is a project of its own, made as its tools' scaffolders make it, with the packages installed from their tarballs and
\`engines\` enforced. The guides' code is taken from the guides. \`pnpm consumers\` runs them all, and writes this page.

| stack | tried | result |
| --- | --- | --- |
`;

/** Writes the table of the guides: a line for each stack, with what became of it. */
export function writeStacksPage(outcomes: readonly { readonly stack: Stack; readonly passed: boolean }[]): void {
  const rows = outcomes.map(({ stack, passed }) => `${rowStart(stack)} ${passed ? "passes" : "**fails**"} |\n`);
  writeFileSync(PAGE, HEAD + rows.join(""));
}

/** The stacks of the list whose line the page does not have: it was written before they changed. */
export function missingFromPage(stacks: readonly Stack[]): readonly string[] {
  const page = readFileSync(PAGE, "utf8");
  return stacks.filter((stack) => !page.includes(`${rowStart(stack)} passes |`)).map(({ name }) => name);
}

function rowStart({ name, tried, guide }: Stack): string {
  return `| ${guide ? `[${name}](${guide})` : name} | ${tried} |`;
}
