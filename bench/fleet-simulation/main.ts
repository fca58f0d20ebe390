import { writeFileSync } from "node:fs";
import { DATA_CENTRE } from "./conditions.ts";
import { drawPlot } from "./draw-plot.ts";
import { mulberry32 } from "./mulberry32.ts";
import { type FleetResult, simulateFleet } from "./simulate-fleet.ts";

const LIFETIME_MS = 300_000;
const PLOT = new URL("../../packages/token-store-redis/fleet-simulation.svg", import.meta.url);
/** With TLS, a start at once is what differs. */
const FLEETS = [
  ...[10, 100, 1_000, 10_000, 30_000, 100_000].map((processes) => ({ processes, isTls: false })),
  ...[1_000, 2_000, 10_000].map((processes) => ({ processes, isTls: true })),
];
const lifetimesOf = (processes: number) => (processes < 10_000 ? 40 : processes < 100_000 ? 10 : 4);

const plain: FleetResult[] = [];
for (const { processes, isTls } of FLEETS) {
  const conditions = { ...DATA_CENTRE, isTls };
  const result = await simulateFleet(processes, LIFETIME_MS, lifetimesOf(processes), mulberry32(800), conditions);
  console.log(JSON.stringify({ isTls, ...result }));
  if (!isTls) plain.push(result);
}
writeFileSync(PLOT, drawPlot(plain));
