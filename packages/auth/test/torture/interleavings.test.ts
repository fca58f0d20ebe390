import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFleet, IS_WHOLE, TENANTS, TIMEOUT_MS } from "./fleet.ts";
import { createGateway, FAULTS } from "./gateway.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DAY_MS = 86_400_000;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      callers: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: 6, max: 200 })),
      tenant: fc.nat(TENANTS.length - 1),
      isWrite: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("advance" as const), ms: fc.integer({ min: 0, max: 3_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("abort" as const), caller: fc.nat(1_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revoke" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("set clock" as const), ms: fc.integer({ min: -DAY_MS, max: DAY_MS }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("suspend" as const), ms: fc.integer({ min: 0, max: 60_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fail token" as const), fault: fc.constantFrom(...FAULTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fail call" as const), fault: fc.constantFrom(...FAULTS) }) },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type Schedule = [steps: Step[], latencies: number[], lifetimeSeconds: number, jitter: number];

/** The clock is set back between a call and the token request that it leads to. */
const CLOCK_SET_BEFORE_THE_REQUEST: Schedule = [
  [
    { do: "call", callers: 1, tenant: 0, isWrite: false },
    { do: "set clock", ms: -1 },
    { do: "advance", ms: 0 },
    { do: "set clock", ms: 28_414 },
    { do: "call", callers: 1, tenant: 0, isWrite: false },
  ],
  [1_586, 0],
  30,
  0,
];

/** The token after a revoked one dies on its way, while the client's machine sleeps and its wall clock is set back. */
const BOTH_CLOCKS_BEHIND: Schedule = [
  [
    { do: "call", callers: 6, tenant: 0, isWrite: false },
    { do: "advance", ms: 0 },
    { do: "revoke" },
    { do: "advance", ms: 1_258 },
    { do: "set clock", ms: -1 },
    { do: "suspend", ms: 371 },
  ],
  [629],
  1,
  0,
];

/** A call that finds its token revoked long ago, and the next one revoked too. */
const TWO_REVOKED_TOKENS: Schedule = [
  [
    { do: "call", callers: 1, tenant: 1, isWrite: false },
    { do: "advance", ms: 0 },
    { do: "revoke" },
    { do: "advance", ms: 1_001 },
    { do: "call", callers: 1, tenant: 1, isWrite: false },
    { do: "fail call", fault: "revoke" },
  ],
  [0],
  5,
  0,
];

test("whatever callers, clocks and the gateway do, and in which order, each call ends once, in time, and as it should", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(2_000), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(1, 5, 30, 300, 86_400),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (steps, latencies, lifetimeSeconds, jitter) => {
        vi.clearAllTimers();
        vi.spyOn(Math, "random").mockReturnValue(jitter);
        let answered = 0;
        const gateway = createGateway(() => latencies[answered++ % latencies.length] ?? 0);
        gateway.lifetimeSeconds = lifetimeSeconds;
        const fleet = createFleet(gateway, TENANTS.length);
        for (const taken of steps) {
          if (taken.do === "call") {
            for (let caller = 0; caller < taken.callers; caller++) fleet.call(taken.tenant, taken.isWrite);
          }
          if (taken.do === "advance") await vi.advanceTimersByTimeAsync(taken.ms);
          if (taken.do === "abort" && fleet.calls.length > 0) fleet.abort(taken.caller);
          if (taken.do === "revoke") gateway.revokeAll();
          if (taken.do === "set clock") vi.setSystemTime(Date.now() + taken.ms);
          if (taken.do === "suspend") {
            gateway.suspend(taken.ms);
            vi.setSystemTime(Date.now() + taken.ms);
          }
          if (taken.do === "fail token") gateway.tokenFaults.push(taken.fault);
          if (taken.do === "fail call") gateway.callFaults.push(taken.fault);
        }
        await vi.advanceTimersByTimeAsync(2 * TIMEOUT_MS);
        fleet.check();
        // A renewal in the background may rest for 30 s, and then take 10 s, after the last call has ended.
        await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
    {
      seed: 800,
      numRuns: IS_WHOLE ? 100_000 : 1_000,
      examples: [CLOCK_SET_BEFORE_THE_REQUEST, BOTH_CLOCKS_BEHIND, TWO_REVOKED_TOKENS],
    },
  );
}, 3_600_000);
