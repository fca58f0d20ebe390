import { setTimeout as sleep } from "node:timers/promises";
import { CredentialsRejectedError, TokenUnavailableError } from "@m800/phone-number-auth";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Member, setUpFleet } from "./set-up-fleet.ts";
import { redisServer } from "./start-redis.ts";
import { startSwallowingProxy } from "./swallowing-proxy.ts";

const outcomesOf = (fleet: readonly Member[]) => Promise.all(fleet.map(({ call }) => call().catch((error) => error)));
const allOk = (fleet: readonly Member[]) => fleet.map(() => 200);

describe.skipIf(!redisServer)("a fleet on one Redis", () => {
  test.each([
    { given: "text", words: ["SET", "LOCK", "x"], lifeMs: undefined },
    { given: "a list", words: ["LPUSH", "LOCK", "x"], lifeMs: undefined },
    { given: "text", words: ["SET", "LOCK", "x"], lifeMs: 31_000 },
    { given: "text", words: ["SET", "LOCK", "x"], lifeMs: 3_600_000 },
    { given: "nothing at all", words: ["SET", "LOCK", ""], lifeMs: 3_600_000 },
    { given: "bytes that are no text", words: ["SET", "LOCK", Buffer.from([0xff, 0xfe, 0])], lifeMs: 86_400_000 },
    { given: "a set", words: ["SADD", "LOCK", "x"], lifeMs: 40_000 },
    { given: "a stream", words: ["XADD", "LOCK", "*", "a", "b"], lifeMs: 86_400_000 },
  ])("takes over a lock of $given with $lifeMs ms to live, once for all", async ({ words, lifeMs }) => {
    const { open, openMany, admin, gateway, keyOf, revokeAll } = await setUpFleet();
    await open().call();
    const key = await keyOf();
    for (const isGone of [true, false]) {
      const before = gateway.tokenRequests;
      if (isGone) await admin.del(key);
      else revokeAll();
      await admin.sendCommand(words.map((word) => (word === "LOCK" ? `${key}:lock` : word)));
      if (lifeMs !== undefined) await admin.pExpire(`${key}:lock`, lifeMs);
      const fleet = openMany(4);
      expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
      expect(fleet.flatMap(({ events }) => events)).toEqual([]);
      expect(gateway.tokenRequests).toBe(before + 1);
    }
  });

  test("waits for a killed holder's lock to end, and one process takes it over", async () => {
    const { open, openMany, admin, gateway, keyOf } = await setUpFleet();
    await open().call();
    const key = await keyOf();
    await admin.del(key);
    await admin.set(`${key}:lock`, "the holder's", { expiration: { type: "PX", value: 3_000 } });
    const fleet = openMany(10);
    expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
    expect(gateway.tokenRequests).toBe(2);
    expect(gateway.ledger[1]?.issuedAt).toBeGreaterThan((gateway.ledger[0]?.issuedAt ?? 0) + 2_900);
  });

  test("whose lock a foreigner renews goes on with tokens of its own, and says so", async () => {
    const { open, openMany, admin, keyOf } = await setUpFleet();
    await open().call();
    const key = await keyOf();
    await admin.del(key);
    const hold = () => admin.set(`${key}:lock`, "a foreigner's", { expiration: { type: "PX", value: 2_500 } });
    await hold();
    const holding = setInterval(hold, 500);
    onTestFinished(() => clearInterval(holding));
    const fleet = openMany(3);
    const startedAt = performance.now();
    expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    for (const { events } of fleet) expect(events).toEqual([{ type: "sharing-failed", reason: "lock-held" }]);
  });

  test.each([429, 500, 503])("is told of a %i and its Retry-After at once, and asks once", async (status) => {
    const { open, openMany, gateway } = await setUpFleet();
    Object.assign(gateway, { status, retryAfter: 30 });
    const startedAt = performance.now();
    for (const error of await outcomesOf(openMany(20))) {
      expect(error).toBeInstanceOf(TokenUnavailableError);
      expect(error).toMatchObject({ status, retryAfterMs: expect.any(Number) });
      expect(error.message).toContain(String(status));
    }
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(gateway.tokenRequests).toBe(1);
    await sleep(2_000);
    const error = await open()
      .call()
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ status });
    expect(error.retryAfterMs).toBeLessThanOrEqual(28_000);
    expect(error.retryAfterMs).toBeGreaterThan(20_000);
    expect(gateway.tokenRequests).toBe(1);
    // Another owner is not held up, nor this one once the endpoint works and the pause is over.
    gateway.status = 200;
    expect(await open("other").call()).toBe(200);
  });

  test.each([500, 502, 503, 504])(
    "whose token requests end with %i fails as one process does, at its pace",
    async (status) => {
      const { openMany, gateway } = await setUpFleet();
      gateway.status = status;
      const startedAt = performance.now();
      for (const error of await outcomesOf(openMany(20))) {
        expect(error).toBeInstanceOf(TokenUnavailableError);
        expect(error).toMatchObject({ status, retryAfterMs: undefined });
      }
      expect(gateway.tokenRequests).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 500);
      gateway.status = 200;
      const fleet = openMany(20);
      expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
    },
  );

  test("whose token requests fail for a while goes on when they work again", async () => {
    const { open, gateway } = await setUpFleet();
    gateway.onTokenRequest = (ordinal) => {
      gateway.status = ordinal <= 3 ? 503 : 200;
    };
    // Chance may let one of them ask three times in a row, which would end its call.
    const fleet = Array.from({ length: 20 }, () => open("tenant", undefined, 10));
    expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
    expect(gateway.tokenRequests).toBe(4);
  });

  test("asks once with credentials that are refused, and tells all", async () => {
    const { open, openMany, gateway, admin } = await setUpFleet();
    gateway.status = 401;
    for (const error of await outcomesOf([...openMany(20), open()])) {
      expect(error).toBeInstanceOf(CredentialsRejectedError);
      expect(error).toMatchObject({ status: 401 });
    }
    expect(await open().call().catch(String)).toContain("CredentialsRejectedError");
    expect(gateway.tokenRequests).toBe(1);
    for (const key of await admin.keys("*")) expect(await admin.pTTL(key)).toBeLessThanOrEqual(60_000);
  });

  test.each(["dead", "rejected", "due"])(
    "whose connections died without a word asks once when its token is %s",
    async (why) => {
      const { redis, gateway, open, revokeAll } = await setUpFleet();
      const proxy = await startSwallowingProxy(redis.port);
      onTestFinished(() => proxy.stop());
      gateway.lifetimeMs = why === "rejected" ? 300_000 : 4_000;
      const fleet = Array.from({ length: 20 }, () => open("tenant", { url: `redis://127.0.0.1:${proxy.port}` }));
      expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
      proxy.swallow();
      if (why === "rejected") revokeAll();
      else await sleep(why === "dead" ? 4_000 : 3_300);
      expect(await outcomesOf(fleet)).toEqual(allOk(fleet));
      await sleep(why === "due" ? 2_500 : 0);
      expect(gateway.tokenRequests).toBeLessThanOrEqual(4);
      expect(gateway.tokenRequests).toBeGreaterThanOrEqual(2);
      expect(fleet.flatMap(({ events }) => events)).toEqual([]);
    },
  );
});
