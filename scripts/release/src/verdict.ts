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
    if (level !== undefined) bumps[key] = bumpFor(level, versions[key]);
  }
  // A breaking client leaves the range that auth depends on, so auth has to be released to bring it.
  if (bumps.client === bumpFor("breaking", versions.client)) bumps.auth ??= "patch";
  return bumps;
}
