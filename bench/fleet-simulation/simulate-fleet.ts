import { TokenUnavailableError } from "@m800/phone-number-auth";
import { shareToken } from "../../packages/auth/src/shared-token-store/share-token.ts";
import type { TimedToken } from "../../packages/auth/src/timed-token.ts";
import type { TokenRecord } from "../../packages/auth/src/token-rule.ts";
import { createTokenSource } from "../../packages/auth/src/token-source.ts";
import { createSimulatedRedis, SimulatedTrouble } from "./simulated-redis.ts";
import { createVirtualTime } from "./virtual-time.ts";

/** Assumed, as a data centre's: medians and the spread of a log-normal distribution. */
const REDIS_TRIP = { medianMs: 0.5, spread: 0.8 };
const TOKEN_REQUEST = { medianMs: 150, spread: 0.7 };
const TOKEN_FAILURES = 0.01;
const REDIS_FAILURES = 0.0001;
/** Share of token requests whose sender is killed before the answer, and replaced by a new process. */
const HOLDERS_KILLED = 0.05;
/** Clocks are off by up to this much, and are set right, or wrong, once an hour on average. */
const CLOCK_ERROR_MS = 5_000;
const CLOCK_SET_EVERY_MS = 3_600_000;
/** Between the calls of one process, on average. */
const CALL_SPACING_MS = 1_000;
/** For how long a call waits for a token that is not to be had. */
const CALL_PATIENCE_MS = 10_000;

export interface FleetResult {
  readonly processes: number;
  readonly requestsPerLifetime: number;
  /** Token requests of the start, when all processes come at once. */
  readonly requestsAtStart: number;
  /** Scripts a second: on average after the start, and in the busiest second of that and of the start. */
  readonly scriptsPerSecond: number;
  readonly busiestSecond: number;
  readonly busiestStart: number;
  /** What calls waited for a token when all processes started at once. */
  readonly startWaitMs: { readonly median: number; readonly longest: number };
  /** Likewise later: the calls that had to wait, and the longest wait. */
  readonly laterWaits: number;
  readonly longestLaterWaitMs: number;
  /** Calls that got no token, with all their attempts. */
  readonly failures: number;
  /** Times that a process went its own way. */
  readonly troubles: number;
}

/** Runs a fleet that starts all at once, for a number of token lifetimes, on the production code of both packages. */
export async function simulateFleet(
  processes: number,
  lifetimeMs: number,
  lifetimes: number,
  random: () => number,
): Promise<FleetResult> {
  const time = createVirtualTime();
  time.install();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sample = ({ medianMs, spread }: typeof REDIS_TRIP) => medianMs * Math.exp(spread * normal());
  const within = (meanMs: number) => -meanMs * Math.log(1 - random());
  const redis = createSimulatedRedis(
    time,
    () => sample(REDIS_TRIP),
    () => random() < REDIS_FAILURES,
  );
  const seal = {
    seal: async (token: object) => JSON.stringify(token),
    open: async (value: string) => (value.startsWith("{") ? JSON.parse(value) : undefined),
  };
  const startWaits: number[] = [];
  const laterWaits: number[] = [];
  let tokenRequests = 0;
  let laterRequests = 0;
  let failures = 0;
  let troubles = 0;
  let locks = 0;

  function startProcess(): void {
    let isAlive = true;
    let clockError = CLOCK_ERROR_MS * (2 * random() - 1);
    const now = () => ({ wall: 1e12 + time.now() + clockError, monotonic: time.now() });
    const connection = redis.connect(() => isAlive);

    async function acquire(): Promise<TimedToken> {
      const requestedAt = now();
      tokenRequests++;
      if (time.now() > lifetimeMs / 2) laterRequests++;
      if (random() < HOLDERS_KILLED) {
        time.after(sample(TOKEN_REQUEST) / 2, () => {
          isAlive = false;
          startProcess();
        });
        return new Promise(() => {});
      }
      await time.sleep(sample(TOKEN_REQUEST));
      if (random() < TOKEN_FAILURES) throw new TokenUnavailableError("503", { status: 503 });
      return { token: `token${tokenRequests}`, lifetimeMs, requestedAt };
    }

    const source = createTokenSource({
      acquire: (replaces, _signal, reason = "none") =>
        shareToken({
          replaces,
          reason,
          acquire,
          shared: connection,
          tokenSeal: seal,
          failureSeal: seal,
          now,
          random,
          sleep: time.sleep,
          newLock: () => `lock${locks++}`,
          onUnreadable() {},
          onTrouble: () => void troubles++,
        }).catch((error) => {
          if (!(error instanceof SimulatedTrouble)) throw error;
          troubles++;
          return acquire();
        }),
      clock: { now },
      random,
      onEvent() {},
      maxAsks: 1,
    });

    /** As a call does that may be tried twice again. */
    async function getPatiently(): Promise<TokenRecord> {
      for (let retries = 2; ; retries--) {
        try {
          return await source.get(undefined);
        } catch (error) {
          if (retries === 0 || source.pauseMs() > CALL_PATIENCE_MS) throw error;
          await time.sleep(Math.ceil(source.pauseMs()) + 1);
        }
      }
    }

    /** Calls that find a fresh token do nothing: the next call is the first after the token is due. */
    async function call(): Promise<void> {
      const askedAt = time.now();
      let pauseMs = 0;
      try {
        const token = await getPatiently();
        const waits = askedAt < lifetimeMs / 2 ? startWaits : laterWaits;
        if (time.now() > askedAt) waits.push(time.now() - askedAt);
        pauseMs = token.lifetimeMs - token.leadMs - (now().monotonic - token.requestedAt.monotonic);
      } catch {
        failures++;
      }
      if (isAlive) time.after(Math.max(0, pauseMs) + within(CALL_SPACING_MS), call);
    }

    function setClock(): void {
      clockError = CLOCK_ERROR_MS * (2 * random() - 1);
      if (isAlive) time.after(within(CLOCK_SET_EVERY_MS), setClock);
    }

    time.after(within(CLOCK_SET_EVERY_MS), setClock);
    void call();
  }

  for (let index = 0; index < processes; index++) startProcess();
  await time.runUntil(lifetimeMs * lifetimes);

  const half = Math.floor(lifetimeMs / 2000);
  const later = redis.scripts.slice(half);
  const laterMs = lifetimeMs * (lifetimes - 0.5);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + (number ?? 0), 0);
  const most = (numbers: number[]) => numbers.reduce((peak, number) => Math.max(peak, number ?? 0), 0);
  startWaits.sort((a, b) => a - b);
  return {
    processes,
    requestsAtStart: tokenRequests - laterRequests,
    requestsPerLifetime: (laterRequests * lifetimeMs) / laterMs,
    scriptsPerSecond: (sum(later) * 1000) / laterMs,
    busiestSecond: most(later),
    busiestStart: most(redis.scripts.slice(0, half)),
    startWaitMs: { median: startWaits[Math.floor(startWaits.length / 2)] ?? 0, longest: startWaits.at(-1) ?? 0 },
    laterWaits: laterWaits.length,
    longestLaterWaitMs: most(laterWaits),
    failures,
    troubles,
  };
}
