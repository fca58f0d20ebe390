import { countOf, type Report } from "./create-report.ts";

const WIDTH = 80;

/** A report for a terminal of 80 columns. */
export function renderText(report: Report): string {
  const { gateway, date, spec, exit, gaps, differences, notes, assumptions, calls, patch } = report;
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", title, "", ...lines]);
  return [
    ...wrap(exit.status === 2 ? `It could not check. ${exit.reason}` : exit.reason),
    ...section("What could not be checked", list(gaps)),
    ...section("Where the gateway differs from the spec", list(differences.map(({ text }) => text))),
    // Not wrapped: it is to be applied.
    ...section("The spec as it would be right (--record writes it)", patch === "" ? [] : [patch.trimEnd()]),
    ...section("Worth knowing", list(notes)),
    ...section(
      "Assumptions",
      assumptions.flatMap(({ verdict, where, assumed, against }) => [
        ...wrap(`${verdict.padEnd(12)} ${where}`, 13),
        ...wrap(`${" ".repeat(13)}${assumed}`, 13),
        ...against.flatMap((reason) => wrap(`${" ".repeat(13)}! ${reason}`, 15)),
      ]),
    ),
    ...section(
      "Calls",
      calls.flatMap(({ operation, purpose, expected, status, failure, milliseconds, isUnserved, differences: own }) => [
        ...wrap(
          `${isUnserved ? "?" : own.length > 0 ? "!" : " "} ${operation}, ${purpose}: ${status ?? failure}, expected ${expected}, ${milliseconds} ms`,
          4,
        ),
      ]),
    ),
    "",
    ...wrap(countOf(report)),
    ...wrap(`Gateway ${gateway}, ${date}, spec ${spec.version} (${spec.hash.slice(0, 12)}), ${calls.length} calls.`),
    "",
  ].join("\n");
}

function list(items: readonly string[]): readonly string[] {
  return items.flatMap((item) => wrap(`- ${item}`, 2));
}

/** Breaks a line between words. Words that are longer than a line stay whole, to be copied. */
function wrap(line: string, indent = 0): readonly string[] {
  const [, lead = "", rest = ""] = /^(\s*)(.*)$/s.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of rest.split(/(?<=\S) (?=\S)/)) {
    const isFirst = current.trim() === "";
    if (!isFirst && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = " ".repeat(indent) + word;
    } else {
      current += isFirst ? word : ` ${word}`;
    }
  }
  return [...lines, current];
}
