import { createRedisTokenStore, type RedisTokenStore } from "../src/index.ts";

/** Opens a store as another process has it, at the `redis` of this module's own URL. */
export default function openStore(): RedisTokenStore {
  return createRedisTokenStore({ url: new URL(import.meta.url).searchParams.get("redis") ?? undefined });
}
