import type { Comparison } from "./compare.ts";
import { type Finding, LEVELS, type Place } from "./finding.ts";
import { PACKAGES, packageName } from "./packages.ts";
import { SPEC } from "./root.ts";

/** What changed, for a person at a terminal: by operation, the worst first, with the place in both files. */
export function report({ since, findings, bumps }: Comparison): string {
  if (findings.length === 0) return `The spec says what it said in ${since}: nothing to release.`;
  const groups = Map.groupBy(findings, ({ subject }) => subject || "The whole description");
  const counts = LEVELS.map((level) => [findings.filter((finding) => finding.level === level).length, level] as const);
  return [
    `Since ${since}: ${counts.flatMap(([count, level]) => (count > 0 ? `${count} ${level}` : [])).join(", ")}.`,
    ...[...groups].flatMap(([subject, group]) => ["", subject, ...group.flatMap((finding) => lines(finding, since))]),
    "",
    "What that makes of the packages:",
    ...PACKAGES.map((key) => `  ${packageName(key).padEnd(32)}${bumps[key] ?? "no release"}`),
  ].join("\n");
}

function lines({ level, text, detail, waived, statuses, before, after }: Finding, since: string): string[] {
  const places = [before && `${SPEC}:${at(before)} in ${since}`, after && `${SPEC}:${at(after)} now`].filter(Boolean);
  return [
    `  ${level.padEnd(10)}${text}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`,
    ...[detail, waived && `waived: ${waived}`].filter(Boolean).map((line) => `${" ".repeat(12)}${line}`),
    ...(places.length > 0 ? [`${" ".repeat(12)}${places.join(", ")}`] : []),
  ];
}

function at({ line, column }: Place): string {
  return `${line}:${column}`;
}
