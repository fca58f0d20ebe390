import { contract } from "@m800/phone-number-client";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSimulatedGateway } from "../simulated-gateway.ts";
import { IS_WHOLE } from "./fleet.ts";
import { SOURCES, type Source, watchCalls } from "./watch-calls.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const RUNS = { seed: 800, numRuns: IS_WHOLE ? 5_000 : 60 };
const TIMEOUT_MS = 3_600_000;

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const anySource = fc.constantFrom(...SOURCES);
const anyJitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const setJitter = (jitter: number) => void vi.spyOn(Math, "random").mockReturnValue(jitter);

interface Visit {
  readonly gapMs: number;
  readonly leavesAfterMs: number | undefined;
}
const anyVisit = fc.record<Visit>({
  gapMs: fc.nat(3_000),
  leavesAfterMs: fc.option(fc.nat(5_000), { nil: undefined, freq: 2 }),
});

/** What those who stay and the token endpoint see of some visits, if all stay, or if some leave. */
async function visit(source: Source, visits: readonly Visit[], tokenDelayMs: number, isLeaving: boolean) {
  const gateway = createSimulatedGateway();
  Object.assign(gateway, { tokenDelayMs, lifetimeSeconds: 30 });
  const client = watchCalls(gateway, source);
  const staying = [];
  for (const { gapMs, leavesAfterMs } of visits) {
    const controller = new AbortController();
    const call = client.call("/countries", controller.signal);
    if (leavesAfterMs === undefined) staying.push(call);
    else if (isLeaving) setTimeout(() => controller.abort(new Error("left")), leavesAfterMs);
    await wait(gapMs);
  }
  staying.push(client.call());
  await wait(60_000);
  return { tokenRequests: gateway.tokenRequests, staying };
}

test(
  "callers who leave, whenever they do, change nothing for those who stay, nor for the token endpoint",
  async () => {
    const property = fc.asyncProperty(
      anySource,
      fc.array(anyVisit, { minLength: 1, maxLength: 30 }),
      fc.nat(9_900),
      anyJitter,
      async (source, visits, tokenDelayMs, jitter) => {
        setJitter(jitter);
        const among = await visit(source, visits, tokenDelayMs, true);
        expect(among).toEqual(await visit(source, visits, tokenDelayMs, false));
        expect(new Set(among.staying.map(({ outcome }) => outcome))).toEqual(new Set([200]));
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "callers who leave a token endpoint that gives none cost it no more than its own pauses allow",
  async () => {
    const property = fc.asyncProperty(
      anySource,
      fc.constantFrom(undefined, 429, 503, ...contract.token.refusals),
      fc.record({ everyMs: fc.integer({ min: 50, max: 1_000 }), leavesAfterMs: fc.nat(12_000) }),
      anyJitter,
      async (source, tokenStatus, { everyMs, leavesAfterMs }, jitter) => {
        setJitter(jitter);
        const gateway = createSimulatedGateway();
        Object.assign(gateway, { tokenStatus, tokenDelayMs: tokenStatus === undefined ? 2 ** 30 : 10 });
        const client = watchCalls(gateway, source);
        for (let time = 0; time < 60_000; time += everyMs) {
          const controller = new AbortController();
          client.call("/countries", controller.signal);
          setTimeout(() => controller.abort(new Error("left")), leavesAfterMs);
          await wait(everyMs);
        }
        expect(gateway.tokenRequests).toBeLessThanOrEqual(15);
        await wait(60_000);
        expect(client.calls.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "operations that always refuse slow nobody else's repair, and cost ever fewer token requests",
  async () => {
    const anyPeriod = fc.integer({ min: 50, max: 5_000 });
    const property = fc.asyncProperty(
      anySource,
      fc.array(anyPeriod, { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 50, max: 2_000 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 5_000, max: 60_000 }), { maxLength: 10 }),
      anyJitter,
      async (source, refusing, others, revocations, jitter) => {
        setJitter(jitter);
        const gateway = createSimulatedGateway();
        const client = watchCalls(gateway, source);
        const paths = others.map((_, index) => `/countries/${index}`);
        for (const path of [...paths, ...paths]) {
          client.call(path);
          await wait(100);
        }
        const timers = [
          ...refusing.map((ms, index) => setInterval(() => client.call(`/forbidden/${index}`), ms)),
          ...others.map((ms, index) => setInterval(() => client.call(paths[index]), ms)),
        ];
        const before = gateway.tokenRequests;
        for (const gapMs of revocations) {
          await wait(gapMs);
          gateway.revokeAll();
        }
        await wait(10_000);
        for (const timer of timers) clearInterval(timer);
        await wait(10_000);
        const seen = client.calls.filter(({ path }) => path.startsWith("/countries")).map(({ outcome }) => outcome);
        expect(new Set(seen)).toEqual(new Set([200]));
        const minutes = (10_000 + revocations.reduce((sum, ms) => sum + ms, 0)) / 60_000;
        // Rests grow to 15 s at least; a token lives 4 minutes and more; a revocation costs one renewal.
        expect(gateway.tokenRequests - before).toBeLessThanOrEqual(10 + 5 * minutes + 2 * revocations.length);
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "a source that hands the rejected token out again, twice at most, is asked again: no call sees it",
  async () => {
    const anyRevocation = fc.record({ gapMs: fc.integer({ min: 1_000, max: 400_000 }), repeats: fc.nat(2) });
    const property = fc.asyncProperty(
      anySource,
      fc.array(anyRevocation, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 200, max: 5_000 }),
      anyJitter,
      async (source, revocations, everyMs, jitter) => {
        setJitter(jitter);
        const gateway = createSimulatedGateway();
        const client = watchCalls(gateway, source);
        const timer = setInterval(() => client.call(), everyMs);
        for (const { gapMs, repeats } of revocations) {
          // The one before has been met by then, and repaired.
          await wait(2 * everyMs + 1_000 + gapMs);
          gateway.repeats = repeats;
          gateway.revokeAll();
        }
        await wait(2 * everyMs + 1_000);
        clearInterval(timer);
        await wait(1_000);
        expect(new Set(client.calls.map(({ outcome }) => outcome))).toEqual(new Set([200]));
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "a source that knows only the rejected token is not stormed, and no call is sent a third time",
  async () => {
    const property = fc.asyncProperty(
      anySource,
      fc.integer({ min: 50, max: 3_000 }),
      fc.integer({ min: 1, max: 5 }),
      anyJitter,
      async (source, everyMs, atOnce, jitter) => {
        setJitter(jitter);
        const gateway = createSimulatedGateway();
        const client = watchCalls(gateway, source);
        client.call();
        await wait(100);
        gateway.repeats = Number.POSITIVE_INFINITY;
        gateway.revokeAll();
        const before = gateway.tokenRequests;
        for (let time = 0; time < 60_000; time += everyMs) {
          for (let index = 0; index < atOnce; index++) client.call();
          await wait(everyMs);
        }
        expect(gateway.tokenRequests - before).toBeLessThanOrEqual(60);
        expect(client.calls.filter(({ sent }) => sent > 2)).toEqual([]);
        gateway.repeats = 0;
        await wait(31_000);
        client.call();
        await wait(1_000);
        expect(client.calls.at(-1)?.outcome).toBe(200);
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);

test(
  "an endpoint that refuses for a part of the lead time, or more, costs no call while the token lives",
  async () => {
    const property = fc.asyncProperty(
      anySource,
      fc.constantFrom(10, 30, 300),
      fc.constantFrom(429, 503, ...contract.token.refusals),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 50, max: 400 }),
      anyJitter,
      async (source, lifetimeSeconds, tokenStatus, one, two, everyMs, jitter) => {
        setJitter(jitter);
        const gateway = createSimulatedGateway();
        gateway.lifetimeSeconds = lifetimeSeconds;
        const client = watchCalls(gateway, source, { retry: false });
        const [from, to] = [one, two].sort((a, b) => a - b) as [number, number];
        client.call();
        await wait(50);
        const timer = setInterval(() => client.call(), everyMs);
        // The last of its answers comes 100 ms before the token dies.
        const endsMs = lifetimeSeconds * 1_000 - 150;
        await wait(from * endsMs);
        gateway.tokenStatus = tokenStatus;
        await wait((to - from) * endsMs);
        gateway.tokenStatus = undefined;
        await wait(lifetimeSeconds * 1_000);
        clearInterval(timer);
        await wait(100);
        expect(new Set(client.calls.map(({ outcome }) => outcome))).toEqual(new Set([200]));
        expect(gateway.tokenRequests).toBeLessThanOrEqual(14);
      },
    );
    await fc.assert(property, RUNS);
  },
  TIMEOUT_MS,
);
