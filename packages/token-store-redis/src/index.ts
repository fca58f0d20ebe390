export {
  createRedisTokenStore,
  type RedisTokenStore,
  type RedisTokenStoreOptions,
} from "./create-redis-token-store.ts";
export type { IoRedisLike, NodeRedisLike } from "./evaluator.ts";
export type { TokenStoreEvent } from "./token-store-event.ts";
