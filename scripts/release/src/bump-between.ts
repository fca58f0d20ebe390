import { BUMPS, type Bump } from "./verdict.ts";

/** What was bumped between two versions: undefined if they are the same. */
export function bumpBetween(from: string, to: string): Bump | undefined {
  const [before, after] = [from, to].map((version) => version.split("-")[0]?.split(".") ?? []);
  return BUMPS.find((_, index) => before?.[index] !== after?.[index]);
}
