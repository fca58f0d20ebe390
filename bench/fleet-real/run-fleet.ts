import { readFileSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../packages/token-store-redis/test/fleet-process.ts";
import type { RedisServer } from "../../packages/token-store-redis/test/launch-redis.ts";
import { startGateway } from "../../packages/token-store-redis/test/start-gateway.ts";
import { type LoadedProcess, loadProcess } from "../../packages/token-store-redis/test/start-process.ts";
import type { FleetResult } from "../fleet-simulation/simulate-fleet.ts";
import type { Certificate } from "./make-certificate.ts";
import { watchRedis } from "./watch-redis.ts";

/** How long a token request takes, and how long a process pauses between calls. */
export const TOKEN_REQUEST_MS = 150;
export const CALL_SPACING_MS = 2_000;
/** A process makes its first call as soon as it has its order. */
const FIRST_CALL_MS = 1_000;
/** Processes that load their code at a time: that takes a processor far more than running does. */
const LOADING = 4;

export interface FleetSize {
  readonly processes: number;
  readonly lifetimeMs: number;
  readonly lifetimes: number;
  /** Processes make their first call in this time, one after the other. */
  readonly startsInMs: number;
}

export interface RealFleet {
  readonly result: FleetResult;
  readonly calls: number;
  readonly slowestCallMs: number;
  /** Why calls failed, and what stores told, and how often. */
  readonly failed: Readonly<Record<string, number>>;
  /** How many of them were their process's first call. */
  readonly failedAtFirst: number;
  readonly events: Readonly<Record<string, number>>;
  readonly reports: readonly Report[];
}

/** Runs processes, and counts what they and their Redis do. */
export async function runFleet(redis: RedisServer, certificate: Certificate, size: FleetSize): Promise<RealFleet> {
  const { processes, lifetimeMs, lifetimes, startsInMs } = size;
  const gateway = await startGateway();
  Object.assign(gateway, { lifetimeMs, latencyMs: TOKEN_REQUEST_MS });
  const requestsAt: number[] = [];
  gateway.onTokenRequest = () => void requestsAt.push(performance.now());
  const fleet: LoadedProcess[] = [];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate.path };
  const admin = watchRedis(redis, readFileSync(certificate.path, "utf8"));
  try {
    while (fleet.length < processes) {
      const few = Array.from({ length: Math.min(LOADING, processes - fleet.length) }, () => loadProcess([], env));
      fleet.push(...(await Promise.all(few)));
      for (const { child } of fleet) if (child.pid !== undefined && getPriority() < 0) setPriority(child.pid, 0);
    }
    const looks = [await admin.look()];
    const order = { baseUrl: gateway.baseUrl, redisUrl: redis.url, username: "fleet", spacingMs: CALL_SPACING_MS };
    const startedAt = performance.now();
    const begun = fleet.map((member, index) => sleep((index * startsInMs) / processes).then(() => member.begin(order)));
    for (let second = 1; second <= (lifetimeMs * lifetimes) / 1_000; second++) {
      await sleep(Math.max(0, startedAt + second * 1_000 - performance.now()));
      looks.push(await admin.look());
    }
    await Promise.all(begun);
    const requests = requestsAt.map((at) => at - startedAt);
    const reports = await Promise.all(fleet.map((member) => member.end()));
    const eachSecond = (name: "scripts" | "connects") =>
      looks.slice(1).map((look, index) => look[name] - (looks[index]?.[name] ?? 0));
    const startMs = startsInMs + lifetimeMs / 2;
    const start = Math.floor(startMs / 1_000);
    const scripts = eachSecond("scripts");
    const later = scripts.slice(start);
    const waits = reports.flatMap((report) => report.waits);
    const startWaits = waits.filter(({ atMs }) => atMs < lifetimeMs / 2).map(({ forMs }) => forMs);
    startWaits.sort((a, b) => a - b);
    const failures = reports.flatMap((report) => report.failures);
    const events = reports.flatMap((report) => report.events);
    return {
      result: {
        processes,
        requestsAtStart: requests.filter((at) => at < startMs).length,
        requestsPerLifetime: requests.filter((at) => at >= startMs).length / (lifetimes - startMs / lifetimeMs),
        scriptsPerSecond: later.reduce((total, count) => total + count, 0) / later.length,
        busiestSecond: Math.max(...later),
        busiestStart: Math.max(...scripts.slice(0, start)),
        connects: (looks.at(-1)?.connects ?? 0) - (looks[0]?.connects ?? 0),
        busiestConnects: Math.max(...eachSecond("connects")),
        connectionsMb: (looks.at(-1)?.memoryMb ?? 0) - (looks[0]?.memoryMb ?? 0),
        startWaitMs: { median: startWaits[Math.floor(startWaits.length / 2)] ?? 0, longest: startWaits.at(-1) ?? 0 },
        // Which of these a call waited for, and which was in the background, a store is not told.
        laterWaits: Number.NaN,
        longestLaterWaitMs: Number.NaN,
        failures: failures.length,
        troubles: events.filter((event) => event !== "sharing-resumed").length,
      },
      calls: reports.reduce((total, report) => total + report.calls, 0),
      slowestCallMs: Math.max(...reports.map((report) => report.slowestMs)),
      failed: tally(failures),
      failedAtFirst: reports.filter(({ failedAtMs: [first = Number.POSITIVE_INFINITY] }) => first < FIRST_CALL_MS)
        .length,
      events: tally(events),
      reports,
    };
  } finally {
    admin.close();
    for (const { child } of fleet) child.kill("SIGKILL");
    await gateway.stop();
  }
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
