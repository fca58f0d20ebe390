import { describe, expect, test } from "vitest";
import { backoffMs, leadTimeMs, leftMsOf, pauseLeftMs, stateOf } from "./token-rule.ts";

const DAY = 86_400_000;

describe("the state of a token that lives for 100 s, with a lead of 20 s", () => {
  const record = { token: "t", lifetimeMs: 100_000, leadMs: 20_000, requestedAt: { wall: 5_000_000, monotonic: 700 } };
  const after = (wallMs: number, monotonicMs = wallMs) => ({ wall: 5_000_000 + wallMs, monotonic: 700 + monotonicMs });

  test.each([
    { given: "at its request", now: after(0), want: "fresh" },
    { given: "just before its lead time", now: after(79_999), want: "fresh" },
    { given: "at its lead time", now: after(80_000), want: "due" },
    { given: "just before its end", now: after(99_999), want: "due" },
    { given: "at its end", now: after(100_000), want: "dead" },
    { given: "after a sleep that stopped the monotonic clock", now: after(100_000, 5), want: "dead" },
    { given: "after the wall clock was set back by a day", now: after(-DAY, 100_000), want: "dead" },
    { given: "while the wall clock is set back by a day", now: after(-DAY, 1_000), want: "fresh" },
    { given: "after the wall clock was set forward by a day", now: after(DAY, 1_000), want: "dead" },
    {
      given: "when the monotonic clock is another, which says that the request is yet to come",
      now: after(1, -1),
      want: "dead",
    },
  ])("is $want $given", ({ now, want }) => {
    expect(stateOf(record, now)).toBe(want);
  });

  test("is dead if there is none", () => {
    expect(stateOf(undefined, after(0))).toBe("dead");
  });
});

test("what is left of a life is what the clock that leaves less of it says", () => {
  const record = { lifetimeMs: 100, requestedAt: { wall: 10, monotonic: 10 } };
  expect(leftMsOf(record, { wall: 15, monotonic: 12 })).toBe(95);
  expect(leftMsOf(record, { wall: 0, monotonic: 12 })).toBe(98);
});

test.each([
  { lifetimeMs: 1_000, want: 200 },
  { lifetimeMs: 60_000, want: 12_000 },
  { lifetimeMs: 150_000, want: 30_000 },
  { lifetimeMs: 300_000, want: 30_000 },
  { lifetimeMs: DAY, want: 30_000 },
])("the lead time of $lifetimeMs ms is $want ms, less at most a fifth", ({ lifetimeMs, want }) => {
  expect(leadTimeMs(lifetimeMs, 0)).toBe(want);
  expect(leadTimeMs(lifetimeMs, 1)).toBe(0.8 * want);
});

test("the wait doubles with each failure from 0.5 s to 30 s, less at most half", () => {
  expect([1, 2, 3, 6, 7, 8, 2_000].map((failures) => backoffMs(failures, 0))).toEqual([
    500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect(backoffMs(1, 1)).toBe(250);
});

test.each([
  { monotonic: 1_000, want: 500 },
  { monotonic: 1_499, want: 1 },
  { monotonic: 1_500, want: 0 },
  { monotonic: 9_000, want: 0 },
  { monotonic: 999, want: 0 },
])("of a pause of 500 ms from 1,000 on, $want ms are left at $monotonic", ({ monotonic, want }) => {
  expect(pauseLeftMs({ at: 1_000, waitMs: 500 }, { wall: 0, monotonic })).toBe(want);
});
