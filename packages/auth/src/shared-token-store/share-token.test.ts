import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { isDone, LIFETIME_MS, setUp, sleep, standStill } from "../../test/share-setup.ts";

beforeEach(standStill);

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
