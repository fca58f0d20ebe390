import { readFile } from "node:fs/promises";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { exampleDiff } from "./example-diff.ts";
import { type Finding, LEVELS } from "./finding.ts";
import type { LastRelease } from "./last-release.ts";
import { locator } from "./locate.ts";
import { PACKAGES } from "./packages.ts";
import { specDiff } from "./spec-diff.ts";
import { typeDiff } from "./type-diff.ts";
import { type Bumps, verdict } from "./verdict.ts";

/** What changed since the last release, and what number that gives. */
export interface Comparison {
  readonly since: string;
  /** Worst first; empty if the two specs say the same. */
  readonly findings: readonly Finding[];
  readonly bumps: Bumps;
}

/**
 * Compares a spec file with the last release's: on the wire, in the types, and in the examples that the mock answers with.
 *
 * @throws ToolError if one of the programs behind it fails. @throws Error naming the place, if a spec cannot be read.
 */
export async function compare(last: LastRelease, spec: string): Promise<Comparison> {
  const [before, after] = await Promise.all([loadSpec(last.spec), loadSpec(spec)]);
  const types = await schemaTypes(after.document);
  const [wire, typed] = await Promise.all([
    before.hash === after.hash ? [] : specDiff(last.spec, spec),
    typeDiff({ document: before.document, types: last.types }, { types }),
  ]);
  const findings = [...wire, ...typed, ...exampleDiff(before.document, after.document)];
  if (wire.length === 0 && before.hash !== after.hash) findings.push(WORDS);
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

/** However small the change, client and mock are released together, with the same `specHash`. */
const WORDS: Finding = {
  level: "text",
  subject: "",
  text: "nothing changed on the wire: descriptions, examples or names did",
  statuses: [],
  packages: PACKAGES.filter((key) => key !== "auth"),
};
