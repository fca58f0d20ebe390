import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "./stack.ts";

const PAGE = join(import.meta.dirname, "../../../docs/stacks.md");

const HEAD = `# What it is tried with

Each line is a project of its own, made as its tools' scaffolders make it, with the packages installed from their tarballs and
\`engines\` enforced. The guides' code is taken from the guides. \`pnpm consumers\` runs them all, and writes this page.

`;

/** Writes the table of the guides: a line for each stack, with what became of it. */
export function writeStacksPage(outcomes: readonly { readonly stack: Stack; readonly passed: boolean }[]): void {
  const rows = [
    ["stack", "tried", "result"],
    ...outcomes.map(({ stack, passed }) => [...cellsOf(stack), passed ? "passes" : "**fails**"]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const [titles = [], ...lines] = rows;
  const table = [titles, widths.map((width) => "-".repeat(width)), ...lines];
  writeFileSync(PAGE, HEAD + table.map(line).join(""));
}

/** The stacks that the page does not say to pass, be it that it was written before they changed. */
export function missingFromPage(stacks: readonly Stack[]): readonly string[] {
  const page = readFileSync(PAGE, "utf8").replaceAll(/ +/g, " ");
  return stacks.filter((stack) => !page.includes(`| ${cellsOf(stack).join(" | ")} | passes |`)).map(({ name }) => name);
}

function cellsOf({ name, tried, guide }: Stack): readonly string[] {
  return [guide ? `[${name}](${guide})` : name, tried];
}
