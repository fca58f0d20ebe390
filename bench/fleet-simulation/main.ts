import { writeFileSync } from "node:fs";
import { drawPlot } from "./draw-plot.ts";
import { type FleetResult, simulateFleet } from "./simulate-fleet.ts";

const LIFETIME_MS = 300_000;
const PLOT = new URL("../../packages/token-store-redis/fleet-simulation.svg", import.meta.url);
const FLEETS = [10, 100, 1_000, 10_000, 30_000, 100_000].map((processes) => ({
  processes,
  lifetimes: processes < 10_000 ? 40 : processes < 100_000 ? 10 : 4,
}));

const results: FleetResult[] = [];
for (const { processes, lifetimes } of FLEETS) {
  const result = await simulateFleet(processes, LIFETIME_MS, lifetimes, mulberry32(800));
  console.log(JSON.stringify(result));
  results.push(result);
}
writeFileSync(PLOT, drawPlot(results));

/** Random numbers that are the same at each run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
