import { LOCK_MS, StoreTrouble } from "@m800/phone-number-auth/shared-token-store";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMAND_TIMEOUT_MS, type Evaluator, evaluateAt } from "../src/evaluator.ts";
import { createSharedToken } from "../src/shared-token.ts";
import { type RedisServer, redisServer, startRedis } from "./start-redis.ts";

const KEEP = { isDropped: false, isBroken: false };
const DROP = { ...KEEP, isDropped: true };
const BREAK = { ...KEEP, isBroken: true };
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
      key,
      shared: createSharedToken(evaluator.evaluate, key, COMMAND_TIMEOUT_MS),
      value: () => admin.get(key),
      lifeMs: () => admin.pTTL(key),
      lock: () => admin.get(`${key}:lock`),
      lockMs: () => admin.pTTL(`${key}:lock`),
    };
  }

  test("read: tell a value, what is left of its life, and the time", async () => {
    const { shared } = await setUp({ value: "sealed" });
    const seen = await shared.read();
    expect(seen.token.text).toBe("sealed");
    expect(seen.token.leftMs).toBeGreaterThan(LIFE_MS / 2);
    expect(seen.token.leftMs).toBeLessThanOrEqual(LIFE_MS);
    expect(seen.lock).toMatchObject({ text: "", leftMs: -2 });
    const [seconds] = await admin.sendCommand<[string, string]>(["TIME"]);
    expect(Math.abs(seen.nowMs - Number(seconds) * 1000)).toBeLessThan(10_000);
    expect(await (await setUp()).shared.read()).toMatchObject({ token: { text: "", leftMs: -2 } });
  });

  test("claim: take a free lock, which ends by itself, and no other", async () => {
    const { shared, value, lock, lockMs } = await setUp({ value: "sealed" });
    const seen = await shared.read();
    expect(await shared.claim(seen, "mine", KEEP)).toBe(true);
    expect(await shared.claim(seen, "another's", KEEP)).toBe(false);
    expect([await lock(), await value()]).toEqual(["mine", "sealed"]);
    expect(await lockMs()).toBeGreaterThan(LOCK_MS / 2);
    expect(await lockMs()).toBeLessThanOrEqual(LOCK_MS);
  });

  test("claim: take no lock for a value that is no longer the one that was seen", async () => {
    const { shared, lock, value } = await setUp({ value: "sealed" });
    const seen = await (await setUp({ value: "older" })).shared.read();
    expect(await shared.claim(seen, "mine", DROP)).toBe(false);
    expect([await lock(), await value()]).toEqual([null, "sealed"]);
  });

  test("claim: take no lock when the command comes so late that nobody waits for it", async () => {
    const { shared, lock } = await setUp();
    const seen = await shared.read();
    expect(await shared.claim({ ...seen, nowMs: seen.nowMs - COMMAND_TIMEOUT_MS - 1 }, "mine", DROP)).toBe(false);
    expect(await lock()).toBeNull();
  });

  test("claim: drop the value that was seen, whoever has the lock", async () => {
    const { shared, lock, value } = await setUp({ value: "sealed", lock: "another's" });
    expect(await shared.claim(await shared.read(), "mine", DROP)).toBe(false);
    expect([await lock(), await value()]).toEqual(["another's", null]);
  });

  test("write: store a value until its end, and release the lock", async () => {
    const { shared, lock, lifeMs, value } = await setUp({ value: "older", lock: "mine" });
    const { nowMs } = await shared.read();
    expect(await shared.write("mine", "sealed", nowMs + 2 * LIFE_MS)).toBe(true);
    expect([await lock(), await value()]).toEqual([null, "sealed"]);
    expect(await lifeMs()).toBeGreaterThan(LIFE_MS);
    expect(await lifeMs()).toBeLessThanOrEqual(2 * LIFE_MS);
  });

  test.each([{ lock: "another's" }, { lock: "" }])(
    "write: change nothing while the lock is '$lock'",
    async ({ lock }) => {
      const context = await setUp({ value: "newer", lock });
      const { nowMs } = await context.shared.read();
      expect(await context.shared.write("mine", "sealed", nowMs + LIFE_MS)).toBe(false);
      expect([await context.lock(), await context.value()]).toEqual([lock || null, "newer"]);
    },
  );

  test("claim: say yes again if the reply to the first time was lost, however late", async () => {
    const { shared, lock } = await setUp();
    const seen = await shared.read();
    expect(await shared.claim(seen, "mine", KEEP)).toBe(true);
    expect(await shared.claim({ ...seen, nowMs: 0 }, "mine", KEEP)).toBe(true);
    expect(await lock()).toBe("mine");
  });

  test.each([
    { given: "text", words: ["SET", "x"] },
    { given: "bytes that are no text", words: ["SET", Buffer.from([0xff, 0xfe])] },
    { given: "nothing", words: ["SET", ""] },
    { given: "a list", words: ["LPUSH", "x"] },
    { given: "a hash", words: ["HSET", "x", "y"] },
  ])("claim: break a lock of $given that was seen, and no other", async ({ words: [command = "", ...words] }) => {
    const { shared, key, lock, lockMs } = await setUp();
    await admin.sendCommand([command, `${key}:lock`, ...words]);
    await admin.pExpire(`${key}:lock`, LIFE_MS);
    const seen = await shared.read();
    expect(seen.lock.text).not.toBe("");
    expect(seen.lock.leftMs).toBeGreaterThan(LIFE_MS / 2);
    expect(await shared.claim(seen, "mine", KEEP)).toBe(false);
    expect(await shared.claim({ ...seen, lock: { ...seen.lock, version: "other" } }, "mine", BREAK)).toBe(false);
    expect(await shared.claim(seen, "mine", BREAK)).toBe(true);
    expect(await shared.claim(seen, "another's", BREAK)).toBe(false);
    expect(await lock()).toBe("mine");
    expect(await lockMs()).toBeLessThanOrEqual(LOCK_MS);
  });

  test("renew: prolong one's own lock", async () => {
    const { shared, lockMs } = await setUp({ lock: "mine" });
    expect(await shared.renew("mine")).toBe(true);
    expect(await lockMs()).toBeLessThanOrEqual(LOCK_MS);
  });

  test("fail: put a failure in place of one's own lock, for as long as it is to stand", async () => {
    const { shared, lock, lockMs } = await setUp({ lock: "mine" });
    expect(await shared.fail("mine", "sealed", 30_000)).toBe(true);
    expect(await lock()).toBe("sealed");
    expect(await lockMs()).toBeGreaterThan(20_000);
    expect(await lockMs()).toBeLessThanOrEqual(30_000);
    expect(await shared.renew("mine")).toBe(false);
  });

  test("renew and fail: leave another's lock alone", async () => {
    const { shared, lock, lockMs } = await setUp({ lock: "another's" });
    expect(await shared.renew("mine")).toBe(false);
    expect(await shared.fail("mine", "sealed", 1)).toBe(false);
    expect(await lock()).toBe("another's");
    expect(await lockMs()).toBeGreaterThan(LOCK_MS);
  });

  test("fail, and answer nothing, when the store is closed under way", async () => {
    const closing = evaluateAt(redis.url);
    expect(await closing.evaluate("return 1", [], [])).toBe(1);
    const answer = closing.evaluate("return 1", [], []);
    closing.close();
    await expect(answer).rejects.toThrow(StoreTrouble);
  });
});
