export type { TokenStoreConformanceOptions } from "./token-store-conformance/backend-checks.ts";
export { type TokenStoreCase, tokenStoreConformance } from "./token-store-conformance/list-cases.ts";
