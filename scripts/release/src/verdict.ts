import { type Finding, type Level, type PackageKey, worst } from "./finding.ts";
import { PACKAGES } from "./packages.ts";
import type { Versions } from "./versions.ts";

export const BUMPS = ["major", "minor", "patch"] as const;
export type Bump = (typeof BUMPS)[number];

/** By package; a package that is not in it needs no release. */
export type Bumps = Readonly<Partial<Record<PackageKey, Bump>>>;

/**
 * The number that a change gets. Below 1.0 what breaks is a minor and all else a patch, as npm's caret ranges read such
 * versions; from 1.0 what breaks is a major, words and examples are a patch, and all else is a minor.
 */
export function bumpFor(level: Level, version: string): Bump {
  const isBelowOne = version.startsWith("0.");
  if (level === "breaking") return isBelowOne ? "minor" : "major";
  return isBelowOne || level === "text" ? "patch" : "minor";
}

/** The bump that each package needs, from the worst that was found for it. */
export function verdict(findings: readonly Finding[], versions: Versions): Bumps {
  const bumps: Partial<Record<PackageKey, Bump>> = {};
  for (const key of PACKAGES) {
    const level = worst(findings.filter(({ packages }) => packages.includes(key)));
    const version = versions[key];
    // What is not released yet may have any number.
    if (level !== undefined && version !== undefined) bumps[key] = bumpFor(level, version);
  }
  // A breaking client leaves the range that auth depends on, so auth has to be released to bring it.
  const { client, auth } = versions;
  const isOutOfRange = client !== undefined && bumps.client === bumpFor("breaking", client);
  if (isOutOfRange && auth !== undefined) bumps.auth ??= "patch";
  return bumps;
}
