import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock } from "./clock.ts";

const NOW = Date.UTC(2026, 0, 1);
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

test("is ahead of the real time by all that was advanced, until it is reset", () => {
  const clock = createClock();
  expect(clock.now()).toBe(NOW);
  clock.advance(1.5);
  clock.advance(0);
  clock.advance(2);
  expect(clock.now()).toBe(NOW + 3_500);
  vi.advanceTimersByTime(1_000);
  expect(clock.now()).toBe(NOW + 4_500);
  clock.reset();
  expect(clock.now()).toBe(NOW + 1_000);
});

test.each([-1, Number.NaN])("refuses to advance by %d", (seconds) => {
  const clock = createClock();
  expect(() => clock.advance(seconds)).toThrow(
    new RangeError(`clock.advance takes a number of seconds from 0 up, not ${seconds}.`),
  );
  expect(clock.now()).toBe(NOW);
});
