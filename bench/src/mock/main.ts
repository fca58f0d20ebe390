import { fileURLToPath } from "node:url";
import { benchEngine } from "./engine.ts";
import { benchStart } from "./start.ts";
import { startServer } from "./start-server.ts";
import { benchThroughput } from "./throughput.ts";

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const programs: Record<string, readonly [string, ...string[]]> = {
  "node:http with a prebuilt body": [local("servers/floor.ts")],
  "m800-mock-server": [local("../../../packages/mock-server/dist/cli.js"), "--log", "none"],
  "openapi-backend": [local("servers/openapi-backend.ts")],
};

console.log(`Node ${process.version}`);
await benchEngine();
await benchStart(programs);
const servers = Object.fromEntries(
  await Promise.all(
    Object.entries(programs).map(async ([name, program]) => [name, await startServer(...program)] as const),
  ),
);
try {
  await benchThroughput(servers);
} finally {
  for (const { process: child } of Object.values(servers)) child.kill();
}
