export { createSharedTokenStore, type SharedTokenStoreOptions } from "./create-shared-token-store.ts";
export { type Cell, type Claim, LOCK_MS, type SharedToken, type Sighting } from "./shared-token.ts";
export { StoreTrouble } from "./store-trouble.ts";
export type { TokenStoreEvent } from "./token-store-event.ts";
