import type { PackageKey } from "./finding.ts";

/** The published packages that the spec can touch, in the order of their dependencies. */
export const PACKAGES = ["client", "auth", "mock-server"] as const satisfies readonly PackageKey[];

/** The folders of all published packages, in the order of their dependencies. */
export const PUBLISHED = [...PACKAGES, "token-store-redis"] as const;

/** Its name in the registry. */
export function packageName(key: (typeof PUBLISHED)[number]): string {
  return `@m800/phone-number-${key}`;
}
