import type { Report, Span } from "../../packages/token-store-redis/test/fleet-process.ts";
import { DATA_CENTRE, type Stalls } from "../fleet-simulation/conditions.ts";
import { mulberry32 } from "../fleet-simulation/mulberry32.ts";
import { type FleetResult, simulateFleet } from "../fleet-simulation/simulate-fleet.ts";
import { CALL_SPACING_MS, type FleetSize, TOKEN_REQUEST_MS } from "./run-fleet.ts";

/** After its order, a process's stalls are of another kind: it makes its first call, as others do. */
const START_MS = 5_000;

/** Simulates a fleet under what a real one saw: its processes stand still as often, and for as long. */
export function simulateAlike(reports: readonly Report[], size: FleetSize, isTls: boolean): Promise<FleetResult> {
  const { processes, lifetimeMs, lifetimes, startsInMs } = size;
  const random = mulberry32(800);
  return simulateFleet(processes, lifetimeMs, lifetimes, random, {
    ...DATA_CENTRE,
    redisTrip: { medianMs: 0.1, spread: 0.8 },
    tokenRequest: { medianMs: TOKEN_REQUEST_MS, spread: 0 },
    tokenFailures: 0,
    commandsLost: 0,
    connectsSlow: 0,
    holdersKilled: 0,
    clockErrorMs: 0,
    callSpacingMs: CALL_SPACING_MS,
    stalls: stallsOf(reports, lifetimeMs * lifetimes),
    startsInMs,
    isTls,
  });
}

function stallsOf(reports: readonly Report[], ranMs: number): Stalls {
  const all = reports.flatMap(({ stalls }) => stalls);
  const phase = (isIn: (span: Span) => boolean, lastsMs: number) => {
    const sizes = all.filter(isIn).map(({ forMs }) => forMs);
    return { sizes, everyMs: (reports.length * lastsMs) / Math.max(sizes.length, 1) };
  };
  const start = phase(({ atMs }) => atMs < START_MS, START_MS);
  const later = phase(({ atMs }) => atMs >= START_MS, ranMs - START_MS);
  const phaseAt = (atMs: number) => (atMs < START_MS ? start : later);
  return {
    everyMs: (atMs) => phaseAt(atMs).everyMs,
    sampleMs(atMs, random) {
      const { sizes } = phaseAt(atMs);
      return sizes[Math.floor(random() * sizes.length)] ?? 0;
    },
  };
}
