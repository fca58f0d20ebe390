import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFleet, IS_WHOLE, TIMEOUT_MS } from "./fleet.ts";
import { createGateway, FAULTS } from "./gateway.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIFETIMES = IS_WHOLE ? [1, 5, 30, 60, 300, 600, 3_600, 86_400] : [5, 300];
const CALLS = IS_WHOLE ? 1_000 : 60;

for (const first of FAULTS) {
  test(`the token endpoint fails with "${first}", and then in any way: calls end in time, and soon succeed again`, async () => {
    for (const second of FAULTS)
      for (const lifetime of LIFETIMES) await run(lifetime, { tokenFaults: [first, second] });
  }, 3_600_000);

  test(`a call meets "${first}" while the token endpoint fails in any way: likewise`, async () => {
    for (const second of FAULTS) {
      for (const lifetime of LIFETIMES) await run(lifetime, { tokenFaults: [second], callFaults: [first] });
    }
  }, 3_600_000);
}

async function run(
  lifetimeSeconds: number,
  { tokenFaults, callFaults = [] }: Partial<Pick<ReturnType<typeof createGateway>, "tokenFaults" | "callFaults">>,
): Promise<void> {
  const gateway = createGateway(() => 5);
  gateway.lifetimeSeconds = lifetimeSeconds;
  const fleet = createFleet(gateway);
  fleet.call();
  await vi.advanceTimersByTimeAsync(lifetimeSeconds * 500);
  gateway.tokenFaults.push(...(tokenFaults ?? []));
  gateway.callFaults.push(...callFaults);
  const spacingMs = (lifetimeSeconds * 4_000) / CALLS;
  const start = gateway.now();
  for (let call = 0; call < CALLS; call++) {
    fleet.call(0, call % 3 === 0);
    await vi.advanceTimersByTimeAsync(spacingMs);
  }
  const tokenRequests = gateway.tokenRequests;
  const seconds = (gateway.now() - start) / 1_000;
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  fleet.check();
  for (const { startedAt, endedAt } of fleet.calls) expect(endedAt - startedAt).toBeLessThan(TIMEOUT_MS + 1);
  const lead = Math.min(30, 0.2 * lifetimeSeconds);
  const bound = Math.ceil(seconds / (lifetimeSeconds - lead)) + 1;
  // Each fault may cost an attempt, and a revocation two.
  expect(tokenRequests).toBeLessThanOrEqual(bound + 5);
  const after = fleet.call();
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(after.status).toBe(200);
}
