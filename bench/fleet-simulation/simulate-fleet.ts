import { TokenUnavailableError } from "@m800/phone-number-auth";
import { createCallEnd } from "../../packages/auth/src/call-end.ts";
import { shareToken } from "../../packages/auth/src/shared-token-store/share-token.ts";
import type { TimedToken } from "../../packages/auth/src/timed-token.ts";
import type { TokenRecord } from "../../packages/auth/src/token-rule.ts";
import { createTokenSource } from "../../packages/auth/src/token-source.ts";
import { type Conditions, DATA_CENTRE, REDIS_COSTS, type Spread } from "./conditions.ts";
import { createSimulatedProcess } from "./simulated-process.ts";
import { createSimulatedRedis, SimulatedTrouble } from "./simulated-redis.ts";
import { createVirtualTime } from "./virtual-time.ts";

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
  /** Connections to Redis that were made, and at most in one second: as many TLS handshakes, with TLS. */
  readonly connects: number;
  readonly busiestConnects: number;
  /** Of Redis, for one connection that each process keeps. */
  readonly connectionsMb: number;
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
  conditions: Conditions = DATA_CENTRE,
): Promise<FleetResult> {
  const { tokenFailures, holdersKilled, clockErrorMs, clockSetEveryMs, callSpacingMs, startsInMs } = conditions;
  const startMs = startsInMs + lifetimeMs / 2;
  const time = createVirtualTime();
  time.install();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sample = ({ medianMs, spread }: Spread) => medianMs * Math.exp(spread * normal());
  const within = (meanMs: number) => -meanMs * Math.log(1 - random());
  const redis = createSimulatedRedis(time, conditions, () => sample(conditions.redisTrip), random);
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
    const process = createSimulatedProcess(time, conditions.stalls, random);
    let clockError = clockErrorMs * (2 * random() - 1);
    const now = () => ({ wall: 1e12 + time.now() + clockError, monotonic: time.now() });
    const connection = redis.connect(process);

    async function acquire(): Promise<TimedToken> {
      const requestedAt = now();
      tokenRequests++;
      if (time.now() > startMs) laterRequests++;
      if (random() < holdersKilled) {
        time.after(sample(conditions.tokenRequest) / 2, () => {
          process.isAlive = false;
          startProcess();
        });
        return new Promise(() => {});
      }
      await process.sleep(sample(conditions.tokenRequest));
      if (random() < tokenFailures) throw new TokenUnavailableError("503", { status: 503 });
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
          sleep: process.sleep,
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
          return await source.get(createCallEnd({}));
        } catch (error) {
          if (retries === 0 || source.pauseMs() > CALL_PATIENCE_MS) throw error;
          await process.sleep(Math.ceil(source.pauseMs()) + 1);
        }
      }
    }

    /** Calls that find a fresh token do nothing: the next call is the first after the token is due. */
    async function call(): Promise<void> {
      const askedAt = time.now();
      let pauseMs = 0;
      try {
        const token = await getPatiently();
        const waits = askedAt < startMs ? startWaits : laterWaits;
        if (time.now() > askedAt) waits.push(time.now() - askedAt);
        pauseMs = token.lifetimeMs - token.leadMs - (now().monotonic - token.requestedAt.monotonic);
      } catch {
        failures++;
      }
      process.after(Math.max(0, pauseMs) + within(callSpacingMs), call);
    }

    function setClock(): void {
      clockError = clockErrorMs * (2 * random() - 1);
      if (process.isAlive) time.after(within(clockSetEveryMs), setClock);
    }

    time.after(within(clockSetEveryMs), setClock);
    void call();
  }

  for (let index = 0; index < processes; index++) {
    if (startsInMs === 0) startProcess();
    else time.after((index * startsInMs) / processes, startProcess);
  }
  await time.runUntil(lifetimeMs * lifetimes);

  const start = Math.floor(startMs / 1000);
  const later = redis.scripts.slice(start);
  const laterMs = lifetimeMs * lifetimes - startMs;
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + (number ?? 0), 0);
  const most = (numbers: number[]) => numbers.reduce((peak, number) => Math.max(peak, number ?? 0), 0);
  startWaits.sort((a, b) => a - b);
  return {
    processes,
    requestsAtStart: tokenRequests - laterRequests,
    requestsPerLifetime: (laterRequests * lifetimeMs) / laterMs,
    scriptsPerSecond: (sum(later) * 1000) / laterMs,
    busiestSecond: most(later),
    busiestStart: most(redis.scripts.slice(0, start)),
    connects: sum(redis.connects),
    busiestConnects: most(redis.connects),
    connectionsMb: (processes * (conditions.isTls ? REDIS_COSTS.connectionTlsKb : REDIS_COSTS.connectionKb)) / 1000,
    startWaitMs: { median: startWaits[Math.floor(startWaits.length / 2)] ?? 0, longest: startWaits.at(-1) ?? 0 },
    laterWaits: laterWaits.length,
    longestLaterWaitMs: most(laterWaits),
    failures,
    troubles,
  };
}
