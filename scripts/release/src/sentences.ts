import { type Finding, worst } from "./finding.ts";

const HEADLINES = {
  breaking: "The API changed, in ways that can break code written for the last release:",
  risky: "The API changed, in ways that may matter to code written for the last release:",
  harmless: "The API grew:",
  text: "The API is described in other words, or with other examples.",
} as const;

/** The changelog's entry: what changed, for the person who upgrades. */
export function sentences(findings: readonly Finding[]): string {
  const level = worst(findings) ?? "text";
  const groups = Map.groupBy(
    findings.filter((finding) => finding.level !== "text"),
    ({ level, text, before, after }) => JSON.stringify([level, text, before, after]),
  );
  const items = [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const subjects = [...new Set([first, ...more].map(({ subject }) => subject))].filter(Boolean);
    const mark = first.level === "harmless" ? "" : `**${first.level}** `;
    return `- ${mark}${subjects.map((subject) => `\`${subject}\``).join(", ")}${subjects.length > 0 ? ": " : ""}${first.text}.`;
  });
  return [HEADLINES[level], ...(items.length > 0 ? ["", ...new Set(items)] : [])].join("\n");
}
