import { fileURLToPath } from "node:url";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { loadSpecs } from "../../../packages/mock-engine/test/real-specs/load-specs.ts";
import { benchEngine } from "./engine.ts";
import { benchMemory } from "./memory.ts";
import { benchStart } from "./start.ts";
import { startServer } from "./start-server.ts";
import { benchThroughput } from "./throughput.ts";

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cli = local("../../../packages/mock-server/dist/cli.js");
const programs: Record<string, [string, ...string[]]> = {
  "node:http with a prebuilt body": [local("servers/floor.ts")],
  "m800-mock-server": [cli, "--log", "none"],
  "openapi-backend": [local("servers/openapi-backend.ts")],
  Prism: [local("servers/prism.ts")],
};

console.log(`Node ${process.version}`);
await benchEngine();
await benchStart("M800's API", programs, listOperation.path);
await benchMemory({
  "node:http with a prebuilt body": [local("servers/floor.ts")],
  "m800-mock-server": [cli, "--log", "none", "--token-lifetime", "1"],
});
const github = loadSpecs().find(({ name }) => name.includes("github"))?.path ?? "";
await benchStart(
  "GitHub's whole description, 13 MB",
  { "m800-mock-server": [cli, "--log", "none", "--spec", github] },
  "/emojis",
);
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
