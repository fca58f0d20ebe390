export type { TokenStoreConformanceOptions } from "./backend-checks.ts";
export { type TokenStoreCase, tokenStoreConformance } from "./token-store-conformance.ts";
