import { verifyLive } from "./verify-live.ts";

process.exitCode = await verifyLive(process.argv.slice(2), process.env, process.stdout, process.stderr);
