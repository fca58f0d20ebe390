import { createRedisTokenStore, type RedisTokenStore } from "../src/index.ts";

/** Opens a store as another process has it, at `M800_TEST_REDIS`. */
export default function openStore(): RedisTokenStore {
  return createRedisTokenStore({ url: process.env.M800_TEST_REDIS });
}
