import { type Finding, type PackageKey, worst } from "./finding.ts";

const HEADLINES = {
  breaking: "The API changed, in ways that can break code written for the last release:",
  harmless: "The API grew:",
  text: "The API is described in other words, or with other examples.",
} as const;

/** A changelog's entry for the users of some packages: what changed for them, once, and what they can do. */
export function sentences(findings: readonly Finding[], packages: readonly PackageKey[]): string {
  const theirs = findings.filter((finding) => packages.some((key) => finding.packages.includes(key)));
  const level = worst(theirs) ?? "text";
  const told = theirs.filter((finding) => finding.level !== "text" && !isSaidBetter(finding, theirs));
  const groups = Map.groupBy(told, (finding) => `${finding.level} ${sentence(finding)}`);
  const items = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const subjects = [...new Set(group.map(({ subject }) => subject))].filter(Boolean);
    const mark = first.level === "breaking" ? "**breaking** " : "";
    return `- ${mark}${subjects.map((subject) => `\`${subject}\``).join(", ")}${subjects.length > 0 ? ": " : ""}${sentence(first)}.`;
  });
  return [HEADLINES[level], ...(items.length > 0 ? ["", ...items] : [])].join("\n");
}

/** With a field's own name alone: who reads a changelog looks for no path in a schema. */
function sentence({ text, field = "", advice }: Finding): string {
  const name = field.split(/[.[\]]+/).findLast(Boolean);
  const short = name === undefined ? text : text.replace(`\`${field}\``, () => `\`${name}\``);
  return advice === undefined ? short : `${short}; ${advice}`;
}

/** What breaks on the wire says why programs no longer compile, and what breaks someone is not harmless as well. */
function isSaidBetter(finding: Finding, all: readonly Finding[]): boolean {
  const others = all.filter(({ level, subject }) => level === "breaking" && subject === finding.subject);
  if (finding.level !== "breaking") return others.some(({ text }) => text === finding.text);
  return (
    finding.isOfTypes === true && others.some((other) => !other.isOfTypes && other.direction === finding.direction)
  );
}
