import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { staleReports } from "./api/stale-reports.ts";
import { ROOT } from "./root.ts";

// Writes what the published packages export into their reports, or with --check tells which are stale.

const { values: flags } = parseArgs({ options: { check: { type: "boolean", default: false } } });
for (const [path, text] of await staleReports(ROOT)) {
  if (flags.check) {
    console.error(`${path} is not what the package exports: run \`pnpm api:report\`, and look at what changed.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
}
