import { createAuthFetch } from "@m800/phone-number-auth";
import { Redis } from "ioredis";
import { Redis as Valkey } from "iovalkey";
import { createClient } from "redis";
import { expect, onTestFinished, test, vi } from "vitest";
import { createRedisTokenStore, type RedisTokenStoreOptions, type TokenStoreEvent } from "../src/index.ts";
import { startGateway } from "./start-gateway.ts";
import { redisServer, startRedis } from "./start-redis.ts";

/** For how long the store leaves Redis alone after trouble. */
const TROUBLE_PAUSE_MS = 1_000;

/** As their users make them, with the queues and the reconnecting that they have by themselves. */
const CLIENTS: Record<string, (url: string) => Pick<RedisTokenStoreOptions, "client"> & { ping(): Promise<unknown> }> =
  {
    redis(url) {
      const client = createClient({ url });
      client.on("error", () => {});
      const connected = client.connect();
      onTestFinished(() => client.destroy());
      return { client, ping: () => connected.then(() => client.ping()) };
    },
    ioredis(url) {
      const client = new Redis(url);
      client.on("error", () => {});
      onTestFinished(() => client.disconnect());
      return { client, ping: () => client.ping() };
    },
    iovalkey(url) {
      const client = new Valkey(url);
      client.on("error", () => {});
      onTestFinished(() => client.disconnect());
      return { client, ping: () => client.ping() };
    },
  };

test.skipIf(!redisServer).each(Object.entries(CLIENTS))(
  "with a client of %s, calls go on while Redis is gone, and sharing resumes by itself",
  async (_name, connect) => {
    const redis = await startRedis();
    onTestFinished(() => redis.kill());
    const gateway = await startGateway();
    onTestFinished(() => gateway.stop());
    const revokeAll = () => {
      for (const issued of gateway.ledger) issued.isRevoked = true;
    };
    const open = (options: RedisTokenStoreOptions) => {
      const tokenStore = createRedisTokenStore(options);
      onTestFinished(() => tokenStore.close());
      const credentials = { securityToken: "s", username: "tenant" };
      const send = createAuthFetch({ baseUrl: gateway.baseUrl, credentials, tokenStore });
      return async () => (await send(`${gateway.baseUrl}/tenant`)).status;
    };
    const { client, ping } = connect(redis.url);
    await ping();
    const events: TokenStoreEvent[] = [];
    const call = open({ client, onEvent: (event) => events.push(event) });
    expect(await call()).toBe(200);

    await redis.kill();
    revokeAll();
    expect(await call()).toBe(200);
    expect(gateway.tokenRequests).toBe(2);
    expect(events).toEqual([{ type: "sharing-failed", reason: expect.any(String) }]);
    const troubledUntil = performance.now() + TROUBLE_PAUSE_MS;

    await redis.restart();
    await vi.waitFor(ping, { timeout: 10_000 });
    await vi.waitUntil(() => performance.now() > troubledUntil, { timeout: 10_000 });
    revokeAll();
    expect(await call()).toBe(200);
    expect(events.at(-1)).toEqual({ type: "sharing-resumed" });
    expect(await open({ url: redis.url })()).toBe(200);
    expect(gateway.tokenRequests).toBe(3);
  },
);
