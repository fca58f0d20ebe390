export {
  createSharedTokenStore,
  type SharedTokenStoreOptions,
} from "./shared-token-store/create-shared-token-store.ts";
export { type Cell, type Claim, LOCK_MS, type SharedToken, type Sighting } from "./shared-token-store/shared-token.ts";
export { StoreTrouble } from "./shared-token-store/store-trouble.ts";
export type { TokenStoreEvent } from "./shared-token-store/token-store-event.ts";
