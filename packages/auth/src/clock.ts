import type { Instant } from "./token-rule.ts";

export interface Clock {
  now(): Instant;
}

/** Looks the platform's clocks up at each call, so that a test's fake ones count. */
export const systemClock: Clock = {
  now: () => ({ wall: Date.now(), monotonic: performance.now() }),
};
