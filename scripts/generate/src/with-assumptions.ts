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
  const count = `${assumptions.length} unconfirmed ${assumptions.length === 1 ? "assumption" : "assumptions"}`;
  const list = assumptions.map(({ pointer, reason }) => `- \`${readablePointer(pointer)}\`: ${reason.trim()}`);
  return markdown.replace(SECTION, () => ["", `**The spec holds ${count}.**`, "", ...list, "", ""].join("\n"));
}
