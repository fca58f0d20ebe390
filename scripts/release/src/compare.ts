import { readFile } from "node:fs/promises";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { specDiff } from "./diff/spec-diff.ts";
import { exampleDiff } from "./example-diff.ts";
import { type Finding, LEVELS, type PackageKey } from "./finding.ts";
import type { LastRelease } from "./last-release.ts";
import { locator } from "./locate.ts";
import { mockDiff } from "./mock-diff.ts";
import { typeDiff } from "./type-diff.ts";
import { type Bumps, verdict } from "./verdict.ts";
import { type Waiver, waive } from "./waivers.ts";

/** What changed since the last release, and what number that gives. */
export interface Comparison {
  readonly since: string;
  /** Worst first; empty if the two specs say the same. */
  readonly findings: readonly Finding[];
  readonly bumps: Bumps;
}

/**
 * Compares a spec file with the last release's: on the wire, in the types, in the examples that the mock answers with, and by
 * trying on the new mock what the last one took.
 *
 * @throws Error if a waiver has no finding. @throws ToolError if one of the programs behind it fails. @throws Error naming the place, if a spec cannot be read.
 */
export async function compare(last: LastRelease, spec: string, waivers: readonly Waiver[] = []): Promise<Comparison> {
  const [before, after] = await Promise.all([loadSpec(last.spec), loadSpec(spec)]);
  const types = await schemaTypes(after.document);
  const [wire, typed] = await Promise.all([
    specDiff(before.document, after.document),
    typeDiff({ document: before.document, types: last.types }, { types }),
  ]);
  const seen = await mockDiff(before.document, after.document);
  const all = [
    ...wire,
    ...typed,
    ...exampleDiff(before.document, after.document),
    // What a rule has told is not told again.
    ...seen.filter((one) => !wire.some((other) => isAlike(one, other))),
  ];
  const findings = waive(all, waivers, last.versions.client);
  const untouched = TOGETHER.filter((key) => !findings.some(({ packages }) => packages.includes(key)));
  if (before.hash !== after.hash && untouched.length > 0) findings.push({ ...WORDS, packages: untouched });
  const [locateBefore, locateAfter] = await Promise.all(
    [last.spec, spec].map(async (file) => locator(await readFile(file, "utf8"))),
  );
  const placed = findings.map((finding) => ({
    before: locateBefore?.(finding.subject),
    after: locateAfter?.(finding.subject),
    ...finding,
  }));
  placed.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return { since: last.name, findings: placed, bumps: verdict(findings, last.versions) };
}

function isAlike(one: Finding, other: Finding): boolean {
  const keys = ["level", "subject", "direction"] as const;
  return keys.every((key) => one[key] === other[key]) && one.packages.every((key) => other.packages.includes(key));
}

/** However small the change, these are released together, with the same `specHash`. */
const TOGETHER: readonly PackageKey[] = ["client", "mock-server"];

const WORDS = {
  level: "text",
  subject: "",
  text: "the API is described in other words, or with other examples",
  statuses: [],
} as const;
