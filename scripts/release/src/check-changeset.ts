import { bumpBetween } from "./bump-between.ts";
import { type Changeset, higher } from "./changeset.ts";
import type { Comparison } from "./compare.ts";
import { PACKAGES, packageName } from "./packages.ts";
import { BUMPS, type Bump } from "./verdict.ts";
import type { Versions } from "./versions.ts";

/**
 * What is wrong with the numbers of the next release; nothing if each package gets at least the bump that the change needs,
 * from its changesets or, when those have been used up, from the version that it has by now.
 */
export function checkChangesets(
  { bumps }: Comparison,
  changesets: readonly Changeset[],
  released: Versions,
  current: Versions,
): string[] {
  return PACKAGES.flatMap((key) => {
    const needed = bumps[key];
    const [from, to] = [released[key], current[key]];
    if (needed === undefined || from === undefined || to === undefined) return [];
    const name = packageName(key);
    const declared = [...changesets.map((changeset) => changeset.bumps[name]), bumpBetween(from, to)];
    const highest = declared.reduce<Bump | undefined>(higher, undefined);
    if (highest !== undefined && BUMPS.indexOf(highest) <= BUMPS.indexOf(needed)) return [];
    return `${name}: the change of the spec needs a ${needed}, but ${highest === undefined ? "no changeset names it" : `the changesets say ${highest}`}.`;
  });
}
