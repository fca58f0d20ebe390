import type { PackageKey } from "./finding.ts";

/** The published packages that the spec can touch, in the order of their dependencies. */
export const PACKAGES = ["client", "auth", "mock-server"] as const satisfies readonly PackageKey[];

/** Its name in the registry. */
export function packageName(key: PackageKey): string {
  return `@m800/phone-number-${key}`;
}
