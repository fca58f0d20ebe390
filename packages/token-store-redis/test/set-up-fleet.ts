import { createAuthFetch } from "@m800/phone-number-auth";
import { createClient, type RedisClientType } from "redis";
import { onTestFinished } from "vitest";
import { createRedisTokenStore, type RedisTokenStoreOptions, type TokenStoreEvent } from "../src/index.ts";
import { type Gateway, startGateway } from "./start-gateway.ts";
import { type RedisServer, startRedis } from "./start-redis.ts";

/** Of the token. */
const KEY = /^m800:token:2:\{[0-9a-f]{64}\}$/;

/** A process of the fleet: a store and a connection of its own. */
export interface Member {
  call(): Promise<number>;
  readonly events: TokenStoreEvent[];
}

export interface Fleet {
  readonly redis: RedisServer;
  readonly gateway: Gateway;
  readonly admin: RedisClientType<
    Record<never, never>,
    Record<never, never>,
    Record<never, never>,
    3,
    Record<never, never>
  >;
  open(username?: string, options?: RedisTokenStoreOptions, retry?: number | false): Member;
  openMany(count: number): Member[];
  keyOf(): Promise<string>;
  revokeAll(): void;
}

export async function setUpFleet(...redisOptions: string[]): Promise<Fleet> {
  const redis = await startRedis(...redisOptions);
  onTestFinished(() => redis.kill());
  const gateway = await startGateway();
  onTestFinished(() => gateway.stop());
  const admin = createClient({ url: redis.url });
  admin.on("error", () => {});
  await admin.connect();
  onTestFinished(() => void (admin.isOpen && admin.destroy()));
  const open: Fleet["open"] = (username = "tenant", options = { url: redis.url }, retry = 2) => {
    const events: TokenStoreEvent[] = [];
    const tokenStore = createRedisTokenStore({ ...options, onEvent: (event) => events.push(event) });
    onTestFinished(() => tokenStore.close());
    const credentials = { securityToken: "canary-secret", username, password: "canary-password" };
    const send = createAuthFetch({ baseUrl: gateway.baseUrl, credentials, tokenStore, retry });
    const call = async () => (await send(`${gateway.baseUrl}/${encodeURIComponent(username)}`)).status;
    return { call, events };
  };
  return {
    redis,
    gateway,
    admin,
    open,
    openMany: (count) => Array.from({ length: count }, () => open()),
    async keyOf() {
      const key = (await admin.keys("*")).find((name) => KEY.test(name));
      if (!key) throw new Error("no token in Redis");
      return key;
    },
    revokeAll() {
      for (const issued of gateway.ledger) issued.isRevoked = true;
    },
  };
}
