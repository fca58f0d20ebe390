import { beforeEach, expect, test, vi } from "vitest";
import { isDone, LIFETIME_MS, setUp, sleep, standStill } from "../../test/share-setup.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "../errors.ts";
import { PATIENCE_MS } from "./share-rule.ts";
import { LOCK_MS } from "./shared-token.ts";
import { StoreTrouble } from "./store-trouble.ts";

beforeEach(standStill);

/** A token of 2 s that has this long to live. */
const sealed = (leftMs: number) => (nowMs: number) =>
  JSON.stringify({ token: "old", lifetimeMs: 2_000, expiresAtMs: nowMs + leftMs });

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
