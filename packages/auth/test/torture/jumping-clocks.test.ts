import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTokenHandler } from "../../src/create-token-handler.ts";
import { createSimulatedGateway, type SimulatedGateway } from "../simulated-gateway.ts";
import { statuses } from "../statuses.ts";
import { IS_WHOLE } from "./fleet.ts";
import { BASE_URL, SOURCES, watchCalls } from "./watch-calls.ts";

let jumpedMs = 0;
beforeEach(() => {
  vi.useFakeTimers();
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + jumpedMs);
});
afterEach(() => void vi.useRealTimers());

const RUNS = { seed: 800, numRuns: IS_WHOLE ? 20_000 : 200 };
const TIMEOUT_MS = 3_600_000;
const HOUR_MS = 3_600_000;

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const anyJitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyJump = fc.oneof(fc.integer({ min: -HOUR_MS, max: HOUR_MS }), fc.integer({ min: -2_000, max: 2_000 }));

/** Lets both clocks jump, as fake timers do that come and go, while the timers run on. */
function jump(ms: number): void {
  jumpedMs += ms;
  vi.setSystemTime(Date.now() + ms);
}

const anyStep = fc.oneof(
  fc.record({ do: fc.constant("call" as const) }),
  fc.record({ do: fc.constant("jump" as const), ms: anyJump }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(70_000) }),
  fc.record({
    do: fc.constant("fail" as const),
    status: fc.constantFrom(undefined, 503, statuses.refusal),
    retryAfter: fc.nat(90),
  }),
  fc.record({ do: fc.constant("revoke" as const) }),
  fc.record({ do: fc.constant("deafen" as const) }),
  fc.record({ do: fc.constant("lose timers" as const) }),
);

/** Puts a `Retry-After` on each answer that is no token. */
function withRetryAfter(gateway: SimulatedGateway, seconds: () => number): typeof fetch {
  return async (input, init) => {
    const { body, status, headers } = await gateway.fetch(input, init);
    if (status === 503) headers.set("Retry-After", String(seconds()));
    return new Response(body, { status, headers });
  };
}

test(
  "however the clocks jump, no pause outlives what it was given, once they are steady",
  async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...SOURCES),
      fc.array(anyStep, { minLength: 1, maxLength: 25 }),
      anyJump,
      anyJitter,
      async (source, steps, lastJumpMs, jitter) => {
        vi.spyOn(Math, "random").mockReturnValue(jitter);
        const gateway = createSimulatedGateway();
        let retryAfter = 0;
        const fetch = withRetryAfter(gateway, () => retryAfter);
        const client = watchCalls({ ...gateway, fetch }, source, { retry: false });
        for (const step of steps) {
          if (step.do === "call") client.call();
          if (step.do === "jump") jump(step.ms);
          if (step.do === "wait") await wait(step.ms);
          if (step.do === "revoke") gateway.revokeAll();
          if (step.do === "deafen") gateway.isDeaf = !gateway.isDeaf;
          if (step.do === "lose timers") {
            await wait(1);
            vi.clearAllTimers();
          }
          if (step.do === "fail") [gateway.tokenStatus, retryAfter] = [step.status, step.retryAfter];
        }
        // What is under way ends.
        await wait(11_000);
        gateway.tokenStatus = undefined;
        gateway.isDeaf = false;
        jump(lastJumpMs);
        // These end what lost its timers: the client's acquisition, and that of its store.
        client.call("/numbers");
        await wait(90_000);
        client.call("/numbers");
        // The longest that a pause was given: a `Retry-After`; the cool-down after a refusal is 60 s.
        await wait(90_000);
        gateway.revokeAll();
        const call = client.call();
        await wait(100);
        expect(call.outcome).toBe(200);
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "however the clocks jump, the token handler lets no page wait longer than half a second for another token",
  async () => {
    const property = fc.asyncProperty(fc.array(fc.tuple(anyJump, fc.nat(1_000)), { minLength: 1 }), async (steps) => {
      const gateway = createSimulatedGateway();
      const options = { baseUrl: BASE_URL, credentials: { securityToken: "s", username: "u" }, fetch: gateway.fetch };
      const handle = createTokenHandler({ ...options, authorize: () => true });
      let rejected: string | undefined;
      for (const [jumpMs, ms] of steps) {
        const body = JSON.stringify({ rejected });
        const asked = handle(new Request("https://app.example/api/token", { method: "POST", body }));
        await wait(600);
        const answer = await Promise.race([asked, undefined]);
        if (!answer) throw new Error("the page still waits");
        rejected = (await answer.json()).access_token;
        await wait(ms);
        jump(jumpMs);
      }
    });
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);
