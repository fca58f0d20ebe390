import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createModelBackend, glassSeals } from "../../test/model-shared-token.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "../errors.ts";
import type { TimedToken } from "../timed-token.ts";
import type { Instant } from "../token-rule.ts";
import { PATIENCE_MS } from "./share-rule.ts";
import { type Need, shareToken } from "./share-token.ts";
import { LOCK_MS } from "./shared-token.ts";
import { StoreTrouble } from "./store-trouble.ts";

const LIFETIME_MS = 60_000;
const now = (): Instant => ({ wall: Date.now(), monotonic: performance.now() });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function setUp() {
  const backend = createModelBackend();
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
      shared: backend.connect(),
      ...glassSeals,
      now,
      random: () => 0.5,
      sleep,
      newLock: () => `lock${++locks}`,
      onUnreadable: () => told.push("unreadable"),
      onTrouble: (error) => told.push(String(error)),
      ...need,
    });
  return { backend, issued, told, acquireIn, share };
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

/** A token of 2 s that has this long to live. */
const sealed = (leftMs: number) => (nowMs: number) =>
  JSON.stringify({ token: "old", lifetimeMs: 2_000, expiresAtMs: nowMs + leftMs });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

describe("one process of a fleet", () => {
  test("takes the lock, asks for a token and writes it, if there is none", async () => {
    const { backend, issued, share } = setUp();
    const sharing = share();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await sharing).token).toBe("token1");
    expect(backend.log).toEqual(["read", "claim", "write"]);
    expect(JSON.parse(backend.value)).toEqual({
      token: "token1",
      lifetimeMs: LIFETIME_MS,
      expiresAtMs: backend.expiresAt,
    });
    // Dead there a lifetime after the backend was first asked: not after the token's own start.
    expect(backend.expiresAt).toBeLessThanOrEqual((issued[0]?.at ?? 0) + LIFETIME_MS);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("uses the token that it finds, and counts its life from no later than its request", async () => {
    const { backend, issued, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    await vi.advanceTimersByTimeAsync(20_000);
    const sharing = share({ shared: backend.connect(() => 40) });
    await vi.advanceTimersByTimeAsync(1_000);
    const { token, requestedAt } = await sharing;
    expect(token).toBe("token1");
    expect(requestedAt.monotonic).toBeLessThanOrEqual(issued[0]?.at ?? 0);
    expect(requestedAt.monotonic).toBeGreaterThanOrEqual((issued[0]?.at ?? 0) - 100);
    expect(issued).toHaveLength(1);
  });

  test("leaves a token that is due to the others until it has another", async () => {
    const { backend, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    const renewing = share({ replaces: "token1", reason: "due" });
    await vi.advanceTimersByTimeAsync(50);
    expect(backend.lockedUntil).toBeGreaterThan(performance.now());
    const other = share();
    await vi.advanceTimersByTimeAsync(10);
    expect((await other).token).toBe("token1");
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await renewing).token).toBe("token2");
  });

  test("takes a token that the API rejected from all, though another process has the lock", async () => {
    const { backend, issued, acquireIn, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    const renewing = share({ replaces: "token1", reason: "due", acquire: acquireIn(2_000) });
    await vi.advanceTimersByTimeAsync(50);
    const rejecting = share({ replaces: "token1", reason: "rejected" });
    await vi.advanceTimersByTimeAsync(10);
    expect(backend.value).toBe("");
    await vi.advanceTimersByTimeAsync(4_000);
    expect([(await renewing).token, (await rejecting).token]).toEqual(["token2", "token2"]);
    expect(issued).toHaveLength(2);
  });

  test("drops no newer token for an older one that the API rejected", async () => {
    const { backend, share } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    await Promise.all([share({ replaces: "token1", reason: "rejected" }), vi.advanceTimersByTimeAsync(1_000)]);
    const late = share({ replaces: "token1", reason: "rejected" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await late).token).toBe("token2");
    expect(backend.value).toContain("token2");
  });

  test("keeps its lock for as long as it asks, and not a moment longer", async () => {
    const { backend, issued, acquireIn, share } = setUp();
    const asking = share({ acquire: acquireIn(8_000) });
    await vi.advanceTimersByTimeAsync(50);
    const waiting = share();
    await vi.advanceTimersByTimeAsync(9_000);
    expect([(await asking).token, (await waiting).token]).toEqual(["token1", "token1"]);
    expect(issued).toHaveLength(1);
    expect(backend.log.filter((name) => name === "renew")).toHaveLength(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("renews no lock that it is about to release: that would prolong the pause after a failure", async () => {
    const { backend, share } = setUp();
    const failing = isDone(
      share({
        shared: backend.connect(() => 300),
        acquire: () => sleep(900).then(() => Promise.reject(new Error("no token"))),
      }),
    );
    await vi.advanceTimersByTimeAsync(4_000);
    expect(failing.error).toEqual(new Error("no token"));
    expect(backend.log).toEqual(["read", "claim", "fail"]);
  });

  test("tells a failure at once to all who wait for it, and lets nobody ask for half a second", async () => {
    const { backend, issued, share } = setUp();
    const fail = () =>
      sleep(100).then(() =>
        Promise.reject(
          new TokenUnavailableError("It answered 503.", {
            status: 503,
            url: "https://api.example/token",
            requestId: "r1",
          }),
        ),
      );
    const states = [share({ acquire: fail }), share(), share()].map(isDone);
    await vi.advanceTimersByTimeAsync(200);
    const late = share();
    for (const { error } of states) {
      expect(error).toBeInstanceOf(TokenUnavailableError);
      expect(error).toMatchObject({
        message: "It answered 503.",
        status: 503,
        retryAfterMs: undefined,
        url: "https://api.example/token",
        requestId: "r1",
      });
    }
    await vi.advanceTimersByTimeAsync(390);
    expect(issued).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect((await late).token).toBe("token1");
    expect(backend.log.filter((name) => name === "claim")).toHaveLength(2);
  });

  test("tells who comes in the time of a Retry-After what is left of it, and lets the others use a living token", async () => {
    const { share, issued } = setUp();
    await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
    const error = new TokenUnavailableError("It answered 429.", { status: 429, retryAfterMs: 20_000 });
    const due = { replaces: "token1", reason: "due" } as const;
    const asking = isDone(share({ ...due, acquire: () => Promise.reject(error) }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asking.error).toBe(error);
    const [late, other] = [isDone(share(due)), isDone(share())];
    await vi.advanceTimersByTimeAsync(2);
    expect(late.error).toMatchObject({ message: "It answered 429.", status: 429 });
    expect(Math.round(Object(late.error).retryAfterMs / 100)).toBe(180);
    expect(other.value?.token).toBe("token1");
    await vi.advanceTimersByTimeAsync(18_000);
    const next = isDone(share(due));
    await vi.advanceTimersByTimeAsync(200);
    expect(next.value?.token).toBe("token2");
    expect(issued).toHaveLength(2);
  });

  test("asks once in a minute for all with credentials that are refused", async () => {
    const { share, issued } = setUp();
    let asked = 0;
    const refuse = async () => {
      asked++;
      return Promise.reject(new CredentialsRejectedError(403));
    };
    for (let second = 0; second < 59; second += 4) {
      const refused = isDone(share({ acquire: refuse }));
      await vi.advanceTimersByTimeAsync(4_000);
      expect(refused.error).toBeInstanceOf(CredentialsRejectedError);
      expect(refused.error).toMatchObject({ status: 403 });
    }
    expect(asked).toBe(1);
    const next = isDone(share());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(next.value?.token).toBe("token1");
    expect(issued).toHaveLength(1);
  });

  test("is told of an answer that is no token as the process is that got it", async () => {
    const { share } = setUp();
    const failure = new InvalidTokenResponseError("No token.", { url: "https://api.example/token" });
    const states = [share({ acquire: () => sleep(100).then(() => Promise.reject(failure)) }), share()].map(isDone);
    await vi.advanceTimersByTimeAsync(200);
    expect(states[1]?.error).not.toBe(failure);
    expect(states[1]?.error).toBeInstanceOf(InvalidTokenResponseError);
    expect(states[1]?.error).toMatchObject({ message: "No token.", url: "https://api.example/token" });
  });

  test("takes the lock however long after its look, for want of a processor, it comes to that", async () => {
    const { backend, share } = setUp();
    const shared = backend.connect();
    const times: number[] = [];
    const asking = share({
      shared: {
        ...shared,
        async read() {
          const seen = await shared.read();
          times.push(seen.nowMs);
          await sleep(5_000);
          return seen;
        },
        claim(seen, ...how) {
          times.push(seen.nowMs);
          return shared.claim(seen, ...how);
        },
      },
    });
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await asking).token).toBe("token1");
    const [lookedAt = 0, claimedAt = 0] = times;
    expect(claimedAt - lookedAt).toBeGreaterThanOrEqual(5_000);
    // Counted from before: it may have been asked for since.
    expect(backend.expiresAt).toBe(lookedAt + LIFETIME_MS);
  });

  test("tells of a lock that cannot be renewed, and gets its token all the same", async () => {
    const { backend, told, acquireIn, share } = setUp();
    const renew = () => Promise.reject(new StoreTrouble("NOPERM_PEXPIRE"));
    const asking = share({ acquire: acquireIn(1_500), shared: { ...backend.connect(), renew } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await asking).token).toBe("token1");
    expect(told).toEqual([expect.stringContaining("NOPERM_PEXPIRE")]);
  });

  test("quotes nothing of an error that is not the auth layer's", async () => {
    const { backend, share } = setUp();
    const states = [share({ acquire: () => sleep(100).then(() => Promise.reject(new Error("canary"))) }), share()].map(
      isDone,
    );
    await vi.advanceTimersByTimeAsync(200);
    expect(states.map(({ error }) => String(error))).toEqual([
      "Error: canary",
      "TokenUnavailableError: Another process failed to get a token.",
    ]);
    expect(backend.lock).not.toContain("canary");
  });

  test.each([4_000, 31_000, 86_400_000, Number.POSITIVE_INFINITY])(
    "breaks a lock that has %i ms to live, once for all",
    async (leftMs) => {
      const { backend, issued, share } = setUp();
      [backend.lock, backend.lockedUntil] = ["a foreigner's", performance.now() + leftMs];
      const states = [share(), share(), share()].map(isDone);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(states.map(({ value }) => value?.token)).toEqual(["token1", "token1", "token1"]);
      expect(issued).toHaveLength(1);
    },
  );

  test("takes over from one that was killed, within the lock's life and a second", async () => {
    const { backend, share } = setUp();
    void share({ acquire: () => new Promise(() => {}), shared: { ...backend.connect(), renew: async () => true } });
    await vi.advanceTimersByTimeAsync(10);
    const next = isDone(share());
    await vi.advanceTimersByTimeAsync(LOCK_MS + 1_000);
    expect(next.value?.token).toBe("token1");
  });

  test("writes nothing if it was paused past its lock: its token is its own, the newer one stays", async () => {
    const { backend, acquireIn, share } = setUp();
    const paused = share({ acquire: acquireIn(5_000), shared: { ...backend.connect(), renew: async () => true } });
    await vi.advanceTimersByTimeAsync(10);
    const next = share();
    await vi.advanceTimersByTimeAsync(6_000);
    expect([(await paused).token, (await next).token]).toEqual(["token1", "token2"]);
    expect(backend.value).toContain("token2");
    expect(backend.log.at(-1)).toBe("write refused");
  });

  test("waits for another no longer than its patience: then the backend is in trouble", async () => {
    const { backend, share } = setUp();
    const hold = () => {
      [backend.lock, backend.lockedUntil] = ["another's", performance.now() + LOCK_MS];
    };
    hold();
    const holding = setInterval(hold, 1_000);
    const waiting = isDone(share());
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 10);
    expect(waiting).toEqual({});
    await vi.advanceTimersByTimeAsync(20);
    expect(waiting.error).toEqual(new StoreTrouble("lock-held"));
    clearInterval(holding);
  });

  test("fails with the backend until it has the lock, and not after", async () => {
    const { backend, told, share } = setUp();
    const fail = () => Promise.reject(new Error("no backend"));
    const connected = backend.connect();
    for (const step of ["read", "claim"]) {
      const failing = isDone(share({ shared: { ...connected, [step]: fail } }));
      await vi.advanceTimersByTimeAsync(100);
      expect(failing.error).toEqual(new Error("no backend"));
    }
    expect(told).toEqual([]);
    const sharing = share({ shared: { ...connected, write: fail } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await sharing).token).toBe("token1");
    expect(told).toEqual(["Error: no backend"]);
  });

  test.each([
    { given: "text of somebody else's", value: () => "hello", leftMs: 1_000, told: ["unreadable"] },
    { given: "a token without an expiry", value: sealed(2_000), leftMs: -1, told: ["unreadable"] },
    { given: "a token in its last moment", value: sealed(2_000), leftMs: 0, told: [] },
    { given: "a token in its last twentieth", value: sealed(2_000), leftMs: 100, told: [] },
    { given: "a dead token that was put back", value: sealed(-1), leftMs: 60_000, told: ["unreadable"] },
    { given: "a token put back in its last twentieth", value: sealed(99), leftMs: 60_000, told: [] },
  ])("replaces $given", async ({ value, leftMs, told: want }) => {
    const { backend, told, share } = setUp();
    const connected = backend.connect();
    const nowMs = performance.now();
    [backend.value, backend.expiresAt] = [value(nowMs), Number.POSITIVE_INFINITY];
    const token = { text: value(nowMs), version: value(nowMs), leftMs };
    const read = async () => ({ token, lock: { text: "", version: "", leftMs: -2 }, nowMs });
    const sharing = share({ shared: { ...connected, read } });
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
      const { backend, issued, acquireIn, share } = setUp();
      await Promise.all([share(), vi.advanceTimersByTimeAsync(1_000)]);
      const sharing = needs.map(async ({ startMs, tripMs, acquireMs, random, reason }) => {
        await sleep(startMs);
        let trips = 0;
        return share({
          shared: backend.connect(() => tripMs[trips++ % tripMs.length] ?? 0),
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
