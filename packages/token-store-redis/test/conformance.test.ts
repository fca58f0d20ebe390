import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import { Redis } from "ioredis";
import { Redis as Valkey } from "iovalkey";
import { createClient } from "redis";
import { afterAll, describe, test } from "vitest";
import { createRedisTokenStore, type RedisTokenStore } from "../src/index.ts";
import { redisServer, startRedis } from "./start-redis.ts";

// When tests are collected already: the suite is told of it.
const redis = redisServer ? await startRedis() : undefined;
const url = redis?.url ?? "";
const opened: { close(): unknown }[] = [];
afterAll(async () => {
  for (const each of opened) each.close();
  await redis?.kill();
});

/** A store as a process of its own would have it. */
const CLIENTS: Record<string, () => Promise<RedisTokenStore>> = {
  async "a URL"() {
    const store = createRedisTokenStore({ url });
    opened.push(store);
    return store;
  },
  async "a client of redis"() {
    const client = createClient({ url });
    await client.connect();
    opened.push({ close: () => client.destroy() });
    return createRedisTokenStore({ client });
  },
  async "a client of ioredis"() {
    const client = new Redis(url);
    opened.push({ close: () => client.disconnect() });
    return createRedisTokenStore({ client });
  },
  async "a client of iovalkey"() {
    const client = new Valkey(url);
    opened.push({ close: () => client.disconnect() });
    return createRedisTokenStore({ client });
  },
};

const module = new URL("open-store.ts", import.meta.url);
module.searchParams.set("redis", url);

async function takeAway() {
  redis?.pause();
  return () => redis?.resume();
}

async function dump() {
  const admin = await createClient({ url }).connect();
  const lines = (await admin.keys("*")).map(async (key) => `${key} ${await admin.get(key)}`);
  return (await Promise.all(lines).finally(() => admin.destroy())).join("\n");
}

for (const [name, open] of Object.entries(CLIENTS)) {
  describe.skipIf(!redis)(`with ${name}, the Redis store`, () => {
    for (const { title, run } of tokenStoreConformance(open, { module, takeAway, dump })) test(title, run);
  });
}
