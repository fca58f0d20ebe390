import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import { Redis } from "ioredis";
import { Redis as Valkey } from "iovalkey";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, test } from "vitest";
import { createRedisTokenStore, type RedisTokenStore } from "../src/index.ts";
import { type RedisServer, redisServer, startRedis } from "./start-redis.ts";

let redis: RedisServer | undefined;
let url = "";
beforeAll(async () => {
  if (!redisServer) return;
  redis = await startRedis();
  url = redis.url;
  process.env.M800_TEST_REDIS = url;
});
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
  describe.skipIf(!redisServer)(`with ${name}, the Redis store`, () => {
    const options = { module, isAcrossMachines: true, takeAway, dump };
    for (const { title, run } of tokenStoreConformance(open, options)) test(title, run);
  });
}
