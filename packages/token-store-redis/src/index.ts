export type { TokenStoreEvent } from "@m800/phone-number-auth/shared-token-store";
export {
  createRedisTokenStore,
  type RedisTokenStore,
  type RedisTokenStoreOptions,
} from "./create-redis-token-store.ts";
export type { IoRedisLike, NodeRedisLike } from "./evaluator.ts";
