import { mkdtempSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchRedis } from "../../packages/token-store-redis/test/launch-redis.ts";
import { makeCertificate } from "./make-certificate.ts";
import { runFleet } from "./run-fleet.ts";
import { simulateAlike } from "./simulate-alike.ts";

const HELP = `Runs real processes that share a token in a real Redis, and holds them against the simulation.

  --processes N   how many (default: 100)
  --lifetime N    of tokens, in seconds (default: 20)
  --lifetimes N   how long it runs (default: 8)
  --starts-in N   in which they start, in seconds (default: 0, all at once)
  --tls           speak TLS with Redis
`;

const { values } = parseArgs({
  options: {
    processes: { type: "string", default: "100" },
    lifetime: { type: "string", default: "20" },
    lifetimes: { type: "string", default: "8" },
    "starts-in": { type: "string", default: "0" },
    tls: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}
const size = {
  processes: Number(values.processes),
  lifetimeMs: Number(values.lifetime) * 1_000,
  lifetimes: Number(values.lifetimes),
  startsInMs: Number(values["starts-in"]) * 1_000,
};
if (!(size.processes > 0 && size.startsInMs >= 0 && size.lifetimeMs * (size.lifetimes - 1) > size.startsInMs))
  throw new Error("A number is missing, or it is over before all have started.");

try {
  // The gateway, which is this process, and Redis come first for a processor, as on machines of their own.
  setPriority(constants.priority.PRIORITY_HIGH);
} catch {
  console.error("Not as root: where a processor is short, it is so for the gateway and Redis too.");
}
const folder = mkdtempSync(join(tmpdir(), "m800-fleet-"));
const certificate = makeCertificate(folder);
const redis = await launchRedis("redis-server", [], values.tls ? certificate.settings : undefined);
try {
  const { reports, ...real } = await runFleet(redis, certificate, size);
  console.log("real:", real);
  const stalls = reports.flatMap((report) => report.stalls.map(({ forMs }) => forMs)).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(stalls[Math.floor(share * (stalls.length - 1))] ?? 0);
  console.log("stalls of 20 ms and more:", { count: stalls.length, median: at(0.5), p99: at(0.99), longest: at(1) });
  console.log("simulated:", await simulateAlike(reports, size, values.tls));
} finally {
  await redis.kill();
  rmSync(folder, { recursive: true });
}
