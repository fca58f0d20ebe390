import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFleet, IS_WHOLE } from "./fleet.ts";
import { createGateway } from "./gateway.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const STEPS = IS_WHOLE ? 10_000 : 1_000;
const MONTH_MS = 30 * 86_400_000;

/** Small steps as often as large ones: from 1 s to 30 days, in both directions. */
const jump = fc
  .tuple(fc.double({ min: 3, max: Math.log10(MONTH_MS), noNaN: true }), fc.constantFrom(-1, 1))
  .map(([exponent, sign]) => sign * Math.floor(10 ** exponent));

test.each([1, 60, 300, 86_400])(
  "no token of %i s is sent that either clock calls dead, wherever they jump",
  async (lifetimeSeconds) => {
    const gateway = createGateway(() => 10);
    gateway.lifetimeSeconds = lifetimeSeconds;
    const fleet = createFleet(gateway);
    const jumps = fc.sample(fc.tuple(jump, fc.integer({ min: 0, max: 2 })), { seed: 800, numRuns: STEPS });
    for (const [ms, kind] of jumps) {
      if (kind === 0) await vi.advanceTimersByTimeAsync(Math.abs(ms) % (2_000 * lifetimeSeconds));
      if (kind === 1) vi.setSystemTime(Date.now() + ms);
      if (kind === 2) {
        gateway.suspend(Math.abs(ms));
        vi.setSystemTime(Date.now() + Math.abs(ms));
      }
      fleet.call();
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    fleet.check();
    expect(fleet.calls.filter(({ status }) => status !== 200)).toEqual([]);
    expect(gateway.tokenRequests).toBeLessThanOrEqual(2 * STEPS);
  },
  3_600_000,
);
