import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import { Redis } from "ioredis";
import { Redis as Valkey } from "iovalkey";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, test } from "vitest";
import { createRedisTokenStore, type RedisTokenStore } from "../src/index.ts";
import { type RedisServer, redisServer, startRedis } from "./start-redis.ts";

let redis: RedisServer;
const opened: { close(): unknown }[] = [];

beforeAll(async () => {
  if (redisServer) redis = await startRedis();
});
afterAll(async () => {
  for (const each of opened) each.close();
  await redis?.kill();
});

/** A store as a process of its own would have it. */
const CLIENTS: Record<string, () => Promise<RedisTokenStore>> = {
  async "a URL"() {
    const store = createRedisTokenStore({ url: redis.url });
    opened.push(store);
    return store;
  },
  async "a client of redis"() {
    const client = createClient({ url: redis.url });
    await client.connect();
    opened.push({ close: () => client.destroy() });
    return createRedisTokenStore({ client });
  },
  async "a client of ioredis"() {
    const client = new Redis(redis.url);
    opened.push({ close: () => client.disconnect() });
    return createRedisTokenStore({ client });
  },
  async "a client of iovalkey"() {
    const client = new Valkey(redis.url);
    opened.push({ close: () => client.disconnect() });
    return createRedisTokenStore({ client });
  },
};

for (const [name, open] of Object.entries(CLIENTS)) {
  describe.skipIf(!redisServer)(`with ${name}, the Redis store`, () => {
    for (const { title, run } of tokenStoreConformance(open)) test(title, run);
  });
}
