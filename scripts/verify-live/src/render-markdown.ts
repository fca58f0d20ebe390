import { countOf, type Report } from "./create-report.ts";

/** A report as Markdown, to paste into an issue. */
export function renderMarkdown(report: Report): string {
  const { gateway, date, spec, exit, gaps, differences, notes, assumptions, calls, patch } = report;
  return [
    "# Live check of the M800 Phone Number API",
    "",
    ...(exit.status === 2 ? [`**It could not check. ${exit.reason}**`, "", ...list(gaps), ""] : [exit.reason, ""]),
    `Gateway ${gateway}, ${date}, against spec ${spec.version} (${spec.hash.slice(0, 12)}): ${calls.length} calls.`,
    "",
    `**${countOf(report)}**`,
    "",
    "## Where the gateway differs from the spec",
    "",
    ...(differences.length > 0 ? list(differences.map(({ text }) => text)) : ["Nowhere, as far as was seen."]),
    "",
    ...(patch === "" ? [] : ["## The spec as it would be right", "", "```diff", patch.trimEnd(), "```", ""]),
    ...(exit.status !== 2 && gaps.length > 0 ? ["## What could not be checked", "", ...list(gaps), ""] : []),
    "## Worth knowing",
    "",
    ...(notes.length > 0 ? list(notes) : ["Nothing."]),
    "",
    "## Assumptions",
    "",
    "| verdict | where | what is assumed | what speaks against it |",
    "| --- | --- | --- | --- |",
    ...assumptions.map(({ verdict, where, assumed, against }) =>
      row([verdict, `\`${where}\``, assumed, against.join("; ")]),
    ),
    "",
    "## Calls",
    "",
    "| operation | with | expected | status | media type | ms |",
    "| --- | --- | --- | --- | --- | --- |",
    ...calls.map(({ operation, purpose, expected, status, failure, mediaType, milliseconds }) =>
      row([operation, purpose, `${expected}`, `${status ?? failure}`, mediaType, `${milliseconds}`]),
    ),
    "",
  ].join("\n");
}

function list(items: readonly string[]): readonly string[] {
  return items.map((item) => `- ${item}`);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
