import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFleet, IS_WHOLE } from "./fleet.ts";
import { createGateway } from "./gateway.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const CALLS = IS_WHOLE ? 125_000 : 1_500;
const EXPIRIES = IS_WHOLE ? 1_250 : 75;

test.each([1, 5, 30, 60, 300, 600, 3_600, 86_400])(
  "calls over many lives of %i s see no rejection, and cost one token request a life less its lead",
  async (lifetimeSeconds) => {
    const gateway = createGateway(() => 1);
    gateway.lifetimeSeconds = lifetimeSeconds;
    const fleet = createFleet(gateway);
    const spacingMs = (EXPIRIES * lifetimeSeconds * 1_000) / CALLS;
    const start = gateway.now();
    let settled = 0;
    for (let call = 0; call < CALLS; call++) {
      fleet.call();
      await vi.advanceTimersByTimeAsync(spacingMs);
      // Its state is checked and let go of, since a million of them would not fit.
      if (fleet.calls.length >= 1_000) {
        await vi.advanceTimersByTimeAsync(10);
        settle();
      }
    }
    const seconds = (gateway.now() - start) / 1_000;
    await vi.advanceTimersByTimeAsync(10);
    settle();
    expect(settled).toBe(CALLS);
    const lead = Math.min(30, 0.2 * lifetimeSeconds);
    expect(gateway.tokenRequests).toBeLessThanOrEqual(Math.ceil(seconds / (lifetimeSeconds - lead)) + 1);
    expect(gateway.tokenRequests).toBeGreaterThanOrEqual(EXPIRIES);

    function settle(): void {
      fleet.check();
      expect(fleet.calls.filter(({ status }) => status !== 200)).toEqual([]);
      settled += fleet.calls.length;
      fleet.calls.length = fleet.events.length = 0;
    }
  },
  3_600_000,
);

test("10,000 rejections of one old token, spread over 10 s, cost one token request, and one replay each", async () => {
  const latencies = Array.from({ length: 10_000 }, (_, call) => call);
  const gateway = createGateway(() => latencies.shift() ?? 0);
  const fleet = createFleet(gateway);
  fleet.call();
  await vi.advanceTimersByTimeAsync(1_000);
  gateway.revokeAll();
  for (let call = 0; call < 10_000; call++) fleet.call();
  await vi.advanceTimersByTimeAsync(40_000);
  fleet.check();
  expect(fleet.calls.every(({ status }) => status === 200)).toBe(true);
  expect(gateway.tokenRequests).toBe(2);
  expect(fleet.events.filter(({ type }) => type === "call-replayed")).toHaveLength(10_000);
});
