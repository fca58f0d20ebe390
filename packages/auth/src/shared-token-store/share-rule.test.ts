import fc from "fast-check";
import { expect, test } from "vitest";
import { CredentialsRejectedError, TokenUnavailableError } from "../errors.ts";
import { isUsable, lockStateOf, planFor, pollMs } from "./share-rule.ts";
import { pauseAfter } from "./shared-failure.ts";
import { LOCK_MS } from "./shared-token.ts";

test.each([
  { shared: undefined, replaces: undefined, reason: "none", want: "replace" },
  { shared: undefined, replaces: "old", reason: "dead", want: "replace" },
  { shared: undefined, replaces: "old", reason: "rejected", want: "replace" },
  { shared: "new", replaces: undefined, reason: "none", want: "use" },
  { shared: "new", replaces: "old", reason: "due", want: "use" },
  { shared: "new", replaces: "old", reason: "dead", want: "use" },
  { shared: "new", replaces: "old", reason: "rejected", want: "use" },
  { shared: "old", replaces: "old", reason: "due", want: "replace" },
  { shared: "old", replaces: "old", reason: "dead", want: "replace" },
  { shared: "old", replaces: "old", reason: "rejected", want: "drop" },
] as const)("a process that holds $replaces ($reason), and sees $shared, is to $want", (given) => {
  expect(planFor(given.shared, given.replaces, given.reason)).toBe(given.want);
});

const pause = (pauseMs: number) => ({ code: "ERR_TOKEN_UNAVAILABLE", message: "503", details: {}, pauseMs }) as const;

test.each([
  { given: "no lock", text: "", leftMs: -2, failure: undefined, want: "free" },
  { given: "a lock just taken", text: "x", leftMs: LOCK_MS, failure: undefined, want: "held" },
  { given: "a lock at its end", text: "x", leftMs: 1, failure: undefined, want: "held" },
  { given: "a lock without an end", text: "x", leftMs: -1, failure: undefined, want: "broken" },
  {
    given: "a lock after a clock was set back a little",
    text: "x",
    leftMs: LOCK_MS + 500,
    failure: undefined,
    want: "held",
  },
  { given: "a lock beyond what one can have", text: "x", leftMs: LOCK_MS + 501, failure: undefined, want: "broken" },
  { given: "a lock of a day", text: "x", leftMs: 86_400_000, failure: undefined, want: "broken" },
  { given: "a failure", text: "x", leftMs: 30_000, failure: pause(30_000), want: "failed" },
  { given: "a failure without an end", text: "x", leftMs: -1, failure: pause(30_000), want: "broken" },
  { given: "a failure beyond its pause", text: "x", leftMs: 30_501, failure: pause(30_000), want: "broken" },
])("$given is $want", ({ text, leftMs, failure, want }) => {
  expect(lockStateOf({ text, version: text, leftMs }, failure)).toBe(want);
});

test("looks at another's lock come after 25 to 50 ms, then half as often each time, and at last every 250 to 500 ms", () => {
  const most = [50, 100, 200, 400, 500, 500];
  expect(most.map((_, index) => pollMs(index + 1, 0))).toEqual(most);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (looks, random) => {
      const wait = pollMs(looks, random);
      const want = most[Math.min(looks, most.length) - 1] ?? 0;
      expect(wait).toBeLessThanOrEqual(want);
      expect(wait).toBeGreaterThanOrEqual(want / 2);
    }),
    { seed: 800 },
  );
});

test.each([
  { given: "refused credentials", error: new CredentialsRejectedError(401), want: 60_000 },
  { given: "a failure without a Retry-After", error: new TokenUnavailableError("503"), want: 500 },
  { given: "a short Retry-After", error: new TokenUnavailableError("429", { retryAfterMs: 100 }), want: 500 },
  { given: "a Retry-After", error: new TokenUnavailableError("429", { retryAfterMs: 7_000 }), want: 7_000 },
  {
    given: "a Retry-After of part of a ms",
    error: new TokenUnavailableError("429", { retryAfterMs: 700.5 }),
    want: 700,
  },
  { given: "a long Retry-After", error: new TokenUnavailableError("429", { retryAfterMs: 3_600_000 }), want: 30_000 },
  { given: "an error of any other kind", error: new Error("x"), want: 500 },
])("after $given, nobody asks for $want ms", ({ error, want }) => {
  expect(pauseAfter(error)).toBe(want);
});

test.each([
  { lifetimeMs: 2_000, leftMs: 101, want: true },
  { lifetimeMs: 2_000, leftMs: 100, want: false },
  { lifetimeMs: 300_000, leftMs: 1_001, want: true },
  { lifetimeMs: 300_000, leftMs: 1_000, want: false },
  { lifetimeMs: 300_000, leftMs: 0, want: false },
  { lifetimeMs: 300_000, leftMs: -1, want: false },
])("a token of $lifetimeMs ms with $leftMs ms left: handing it out is $want", ({ lifetimeMs, leftMs, want }) => {
  const stored = { token: "t", lifetimeMs, requestedAt: { wall: 5_000, monotonic: 70 } };
  const agedMs = lifetimeMs - leftMs;
  expect(isUsable(stored, { wall: 5_000 + agedMs, monotonic: 70 + agedMs })).toBe(want);
  expect(isUsable(stored, { wall: 5_000 - 86_400_000, monotonic: 70 + agedMs })).toBe(want);
  expect(isUsable(stored, { wall: 5_000 + agedMs, monotonic: 70 })).toBe(want);
});
