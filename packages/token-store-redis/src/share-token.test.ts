import type { Instant } from "@m800/phone-number-auth";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createModelRedis, glassSeal } from "../test/model-redis.ts";
import { LOCK_MS, PATIENCE_MS } from "./share-rule.ts";
import { type Need, shareToken } from "./share-token.ts";
import type { TimedToken } from "./timed-token.ts";

const LIFETIME_MS = 60_000;
const now = (): Instant => ({ wall: Date.now(), monotonic: performance.now() });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function setUp() {
  const redis = createModelRedis();
  const issued: { token: string; at: number }[] = [];
  let locks = 0;
  const told: string[] = [];
  /** A token request that takes this long. */
  const acquireIn = (ms: number) => async (): Promise<TimedToken> => {
    const requestedAt = now();
    const token = `token${issued.push({ token: `token${issued.length + 1}`, at: requestedAt.monotonic })}`;
    await sleep(ms);
    return { token, lifetimeMs: LIFETIME_MS, requestedAt };
  };
  /** What another process's need is, if nothing else is said. */
  const share = (need: Partial<Need> = {}) =>
    shareToken({
      replaces: undefined,
      reason: "none",
      acquire: acquireIn(100),
      redis: redis.connect(),
      seal: glassSeal,
      now,
      random: () => 0.5,
      sleep,
      newLock: () => `lock${++locks}`,
      onUnreadable: () => told.push("unreadable"),
      onTrouble: (error) => told.push(String(error)),
      ...need,
    });
  return { redis, issued, told, acquireIn, share };
}

const isDone = <T>(promise: Promise<T>) => {
  const state: { value?: T; error?: unknown } = {};
  promise.then(
    (value) => {
      state.value = value;
    },
    (error) => {
      state.error = error;
    },
  );
  return state;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

describe("one process of a fleet", () => {
  test("takes the lock, asks for a token and writes it, if there is none", async () => {
    const { redis, issued, share } = setUp();
    const sharing = share();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await sharing).token).toBe("token1");
    expect(redis.log).toEqual(["read", "claim", "write"]);
    expect(JSON.parse(redis.value)).toEqual({ token: "token1", lifetimeMs: LIFETIME_MS });
    // Dead in Redis a lifetime after Redis was first asked: not after the token's own start.
    expect(redis.expiresAt).toBeLessThanOrEqual((issued[0]?.at ?? 0) + LIFETIME_MS);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("uses the token that it finds, and counts its life from no later than its request", async () => {
    const { redis, issued, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    await vi.advanceTimersByTimeAsync(20_000);
    const sharing = share({ redis: redis.connect(() => 40) });
    await vi.advanceTimersByTimeAsync(1_000);
    const { token, requestedAt } = await sharing;
    expect(token).toBe("token1");
    expect(requestedAt.monotonic).toBeLessThanOrEqual(issued[0]?.at ?? 0);
    expect(requestedAt.monotonic).toBeGreaterThanOrEqual((issued[0]?.at ?? 0) - 100);
    expect(issued).toHaveLength(1);
  });

  test("leaves a token that is due to the others until it has another", async () => {
    const { redis, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    const renewing = share({ replaces: "token1", reason: "due" });
    await vi.advanceTimersByTimeAsync(50);
    expect(redis.lockedUntil).toBeGreaterThan(performance.now());
    const other = share();
    await vi.advanceTimersByTimeAsync(10);
    expect((await other).token).toBe("token1");
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await renewing).token).toBe("token2");
  });

  test("takes a token that the API rejected from all, though another process has the lock", async () => {
    const { redis, issued, acquireIn, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    const renewing = share({ replaces: "token1", reason: "due", acquire: acquireIn(2_000) });
    await vi.advanceTimersByTimeAsync(50);
    const rejecting = share({ replaces: "token1", reason: "rejected" });
    await vi.advanceTimersByTimeAsync(10);
    expect(redis.value).toBe("");
    await vi.advanceTimersByTimeAsync(4_000);
    expect([(await renewing).token, (await rejecting).token]).toEqual(["token2", "token2"]);
    expect(issued).toHaveLength(2);
  });

  test("drops no newer token for an older one that the API rejected", async () => {
    const { redis, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    await Promise.all([share({ replaces: "token1", reason: "rejected" }), vi.advanceTimersByTimeAsync(1_000)]);
    const late = share({ replaces: "token1", reason: "rejected" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await late).token).toBe("token2");
    expect(redis.value).toContain("token2");
  });

  test("keeps its lock for as long as it asks, and not a moment longer", async () => {
    const { redis, issued, acquireIn, share } = setUp();
    const asking = share({ acquire: acquireIn(8_000) });
    await vi.advanceTimersByTimeAsync(50);
    const waiting = share();
    await vi.advanceTimersByTimeAsync(9_000);
    expect([(await asking).token, (await waiting).token]).toEqual(["token1", "token1"]);
    expect(issued).toHaveLength(1);
    expect(redis.log.filter((name) => name === "renew")).toHaveLength(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("renews no lock that it is about to release: that would prolong the pause after a failure", async () => {
    const { redis, share } = setUp();
    const failing = isDone(
      share({
        redis: redis.connect(() => 300),
        acquire: () => sleep(900).then(() => Promise.reject(new Error("no token"))),
      }),
    );
    await vi.advanceTimersByTimeAsync(4_000);
    expect(failing.error).toEqual(new Error("no token"));
    expect(redis.log).toEqual(["read", "claim", "release"]);
  });

  test("lets nobody ask for half a second after a failure, and then the next", async () => {
    const { issued, acquireIn, share } = setUp();
    const failing = isDone(share({ acquire: () => Promise.reject(new Error("no token")) }));
    await vi.advanceTimersByTimeAsync(4);
    const next = share({ acquire: acquireIn(0) });
    await vi.advanceTimersByTimeAsync(480);
    expect(failing.error).toEqual(new Error("no token"));
    expect(issued).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect((await next).token).toBe("token1");
  });

  test("takes over from one that was killed, within the lock's life and a second", async () => {
    const { redis, share } = setUp();
    void share({ acquire: () => new Promise(() => {}), redis: { ...redis.connect(), renew: async () => true } });
    await vi.advanceTimersByTimeAsync(10);
    const next = isDone(share());
    await vi.advanceTimersByTimeAsync(LOCK_MS + 1_000);
    expect(next.value?.token).toBe("token1");
  });

  test("writes nothing if it was paused past its lock: its token is its own, the newer one stays", async () => {
    const { redis, acquireIn, share } = setUp();
    const paused = share({ acquire: acquireIn(5_000), redis: { ...redis.connect(), renew: async () => true } });
    await vi.advanceTimersByTimeAsync(10);
    const next = share();
    await vi.advanceTimersByTimeAsync(6_000);
    expect([(await paused).token, (await next).token]).toEqual(["token1", "token2"]);
    expect(redis.value).toContain("token2");
    expect(redis.log.at(-1)).toBe("write refused");
  });

  test("waits for another no longer than its patience", async () => {
    const { redis, share } = setUp();
    [redis.lock, redis.lockedUntil] = ["another's", Number.POSITIVE_INFINITY];
    const waiting = isDone(share());
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 10);
    expect(waiting).toEqual({});
    await vi.advanceTimersByTimeAsync(510);
    expect(waiting.error).toEqual(new Error("No other process has got a token in time."));
  });

  test("fails with Redis until it has the lock, and not after", async () => {
    const { redis, told, share } = setUp();
    const fail = () => Promise.reject(new Error("no Redis"));
    const connected = redis.connect();
    for (const step of ["read", "claim"]) {
      await expect(
        share({
          redis: { ...connected, read: async () => ({ value: "", version: "", leftMs: -2, redisMs: 0 }), [step]: fail },
        }),
      ).rejects.toThrow("no Redis");
    }
    expect(told).toEqual([]);
    const sharing = share({ redis: { ...connected, write: fail } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await sharing).token).toBe("token1");
    expect(told).toEqual(["Error: no Redis"]);
  });

  test.each([
    { given: "text of somebody else's", value: "hello", leftMs: 1_000, told: ["unreadable"] },
    { given: "a token without an expiry", value: "{}", leftMs: -1, told: ["unreadable"] },
    { given: "a token in its last moment", value: "{}", leftMs: 0, told: [] },
    { given: "a token in its last twentieth", value: '{"token":"t","lifetimeMs":2000}', leftMs: 100, told: [] },
  ])("replaces $given", async ({ value, leftMs, told: want }) => {
    const { redis, told, share } = setUp();
    const connected = redis.connect();
    redis.value = value;
    redis.expiresAt = Number.POSITIVE_INFINITY;
    const read = async () => ({ value, version: value, leftMs, redisMs: performance.now() });
    const sharing = share({ redis: { ...connected, read } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await sharing).token).toBe("token1");
    expect(told).toEqual(want);
  });
});

test("however slow Redis, the network and the token endpoint, a fleet asks once for each token that is to be replaced", async () => {
  const need = fc.record({
    startMs: fc.nat(4_000),
    tripMs: fc.array(fc.nat(200), { minLength: 1, maxLength: 5 }),
    acquireMs: fc.nat(2_500),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    reason: fc.constantFrom("none", "due", "dead", "rejected"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(need, { minLength: 1, maxLength: 12 }), async (needs) => {
      const { redis, issued, acquireIn, share } = setUp();
      await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
      const sharing = needs.map(async ({ startMs, tripMs, acquireMs, random, reason }) => {
        await sleep(startMs);
        let trips = 0;
        return share({
          redis: redis.connect(() => tripMs[trips++ % tripMs.length] ?? 0),
          acquire: acquireIn(acquireMs),
          random: () => random,
          reason,
          replaces: reason === "none" ? undefined : "token1",
        });
      });
      await vi.advanceTimersByTimeAsync(20_000);
      const isReplaced = needs.some(({ reason }) => reason !== "none");
      expect(issued).toHaveLength(isReplaced ? 2 : 1);
      for (const [index, { token, requestedAt }] of (await Promise.all(sharing)).entries()) {
        if (needs[index]?.reason !== "none") expect(token).toBe("token2");
        // Nobody believes that a token lives longer than it does.
        const askedAt = issued.find((each) => each.token === token)?.at ?? 0;
        expect(requestedAt.monotonic).toBeLessThanOrEqual(askedAt);
      }
      expect(vi.getTimerCount()).toBe(0);
    }),
    { seed: 800, numRuns: 300 },
  );
});
