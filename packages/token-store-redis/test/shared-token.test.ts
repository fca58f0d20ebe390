import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Evaluator, evaluateAt, RedisTrouble } from "../src/evaluator.ts";
import { createSharedToken } from "../src/shared-token.ts";
import { type RedisServer, redisServer, startRedis } from "./start-redis.ts";

const TIMING = { lockMs: 3_000, timeoutMs: 1_000 };
const LIFE_MS = 60_000;

describe.skipIf(!redisServer)("the scripts that Redis runs", () => {
  let redis: RedisServer;
  let evaluator: Evaluator;
  let admin: ReturnType<typeof createClient>;
  let keys = 0;

  beforeAll(async () => {
    redis = await startRedis();
    evaluator = evaluateAt(redis.url);
    admin = createClient({ url: redis.url });
    await admin.connect();
  });
  afterAll(async () => {
    evaluator.close();
    admin.destroy();
    await redis.kill();
  });

  /** A key of its own, with a lock that is held, and a value beside it. */
  async function setUp({ value = "", lock = "" } = {}) {
    const key = `token${++keys}`;
    const expiration = { type: "PX", value: LIFE_MS } as const;
    if (value) await admin.set(key, value, { expiration });
    if (lock) await admin.set(`${key}:lock`, lock, { expiration });
    return {
      shared: createSharedToken(evaluator.evaluate, key, TIMING),
      value: () => admin.get(key),
      lifeMs: () => admin.pTTL(key),
      lock: () => admin.get(`${key}:lock`),
      lockMs: () => admin.pTTL(`${key}:lock`),
    };
  }

  test("read: tell a value, what is left of its life, and the time", async () => {
    const { shared } = await setUp({ value: "sealed" });
    const seen = await shared.read();
    expect(seen.value).toBe("sealed");
    expect(seen.leftMs).toBeGreaterThan(LIFE_MS / 2);
    expect(seen.leftMs).toBeLessThanOrEqual(LIFE_MS);
    const [seconds] = await admin.sendCommand<[string, string]>(["TIME"]);
    expect(Math.abs(seen.redisMs - Number(seconds) * 1000)).toBeLessThan(10_000);
    expect(await (await setUp()).shared.read()).toMatchObject({ value: "", leftMs: -2 });
  });

  test("claim: take a free lock, which ends by itself, and no other", async () => {
    const { shared, value, lock, lockMs } = await setUp({ value: "sealed" });
    const seen = await shared.read();
    expect(await shared.claim(seen, "mine", false)).toBe(true);
    expect(await shared.claim(seen, "another's", false)).toBe(false);
    expect([await lock(), await value()]).toEqual(["mine", "sealed"]);
    expect(await lockMs()).toBeGreaterThan(TIMING.lockMs / 2);
    expect(await lockMs()).toBeLessThanOrEqual(TIMING.lockMs);
  });

  test("claim: take no lock for a value that is no longer the one that was seen", async () => {
    const { shared, lock, value } = await setUp({ value: "sealed" });
    const seen = await (await setUp({ value: "older" })).shared.read();
    expect(await shared.claim(seen, "mine", true)).toBe(false);
    expect([await lock(), await value()]).toEqual([null, "sealed"]);
  });

  test("claim: take no lock when the command comes so late that nobody waits for it", async () => {
    const { shared, lock } = await setUp();
    const seen = await shared.read();
    expect(await shared.claim({ ...seen, redisMs: seen.redisMs - TIMING.timeoutMs - 1 }, "mine", true)).toBe(false);
    expect(await lock()).toBeNull();
  });

  test("claim: drop the value that was seen, whoever has the lock", async () => {
    const { shared, lock, value } = await setUp({ value: "sealed", lock: "another's" });
    expect(await shared.claim(await shared.read(), "mine", true)).toBe(false);
    expect([await lock(), await value()]).toEqual(["another's", null]);
  });

  test("write: store a value until its end, and release the lock", async () => {
    const { shared, lock, lifeMs, value } = await setUp({ value: "older", lock: "mine" });
    const { redisMs } = await shared.read();
    expect(await shared.write("mine", "sealed", redisMs + 2 * LIFE_MS + 0.5)).toBe(true);
    expect([await lock(), await value()]).toEqual([null, "sealed"]);
    expect(await lifeMs()).toBeGreaterThan(LIFE_MS);
    expect(await lifeMs()).toBeLessThanOrEqual(2 * LIFE_MS);
  });

  test.each([{ lock: "another's" }, { lock: "" }])(
    "write: change nothing while the lock is '$lock'",
    async ({ lock }) => {
      const context = await setUp({ value: "newer", lock });
      const { redisMs } = await context.shared.read();
      expect(await context.shared.write("mine", "sealed", redisMs + LIFE_MS)).toBe(false);
      expect([await context.lock(), await context.value()]).toEqual([lock || null, "newer"]);
    },
  );

  test("renew and release: set when one's own lock ends", async () => {
    const { shared, lockMs } = await setUp({ lock: "mine" });
    expect(await shared.release("mine", 30_000.5)).toBe(true);
    expect(await lockMs()).toBeGreaterThan(20_000);
    expect(await shared.renew("mine")).toBe(true);
    expect(await lockMs()).toBeLessThanOrEqual(TIMING.lockMs);
    expect(await shared.release("mine", 0)).toBe(true);
    expect(await lockMs()).toBe(-2);
  });

  test("renew and release: leave another's lock alone", async () => {
    const { shared, lock, lockMs } = await setUp({ lock: "another's" });
    expect(await shared.renew("mine")).toBe(false);
    expect(await shared.release("mine", 0)).toBe(false);
    expect(await lock()).toBe("another's");
    expect(await lockMs()).toBeGreaterThan(TIMING.lockMs);
  });

  test("fail, and answer nothing, when the store is closed under way", async () => {
    const closing = evaluateAt(redis.url);
    expect(await closing.evaluate("return 1", [], [])).toBe(1);
    const answer = closing.evaluate("return 1", [], []);
    closing.close();
    await expect(answer).rejects.toThrow(RedisTrouble);
  });
});
