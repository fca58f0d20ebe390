import { assumptionsOf, readablePointer } from "./assumptions.ts";

const SECTION = /(?<=<!-- assumptions: .*-->\n)[\s\S]*?(?=<!-- \/assumptions -->)/;

/** A Markdown text with its section of assumptions brought up to date. @throws Error if the section's marks are gone */
export function withAssumptions(markdown: string, document: object): string {
  if (!SECTION.test(markdown)) {
    throw new Error(
      "openapi/README.md lacks the comments `assumptions: …` and `/assumptions`, between which they are listed.",
    );
  }
  const assumptions = assumptionsOf(document);
  const rows = assumptions.map(({ pointer, reason }) => [`\`${readablePointer(pointer)}\``, reason.trim()]);
  const section = [
    `**The spec holds ${assumptions.length} unconfirmed ${assumptions.length === 1 ? "assumption" : "assumptions"}.**`,
    ...(rows.length > 0 ? ["", table([["where", "what is assumed"], ...rows])] : []),
  ].join("\n");
  return markdown.replace(SECTION, () => `\n${section}\n\n`);
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
