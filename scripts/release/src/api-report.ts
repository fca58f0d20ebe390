import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { apiReports } from "./api/api-report.ts";
import { ROOT } from "./root.ts";

// Writes what the published packages export into their reports, or with --check tells which are stale.

const { values: flags } = parseArgs({ options: { check: { type: "boolean", default: false } } });
for (const [path, text] of Object.entries(await apiReports(ROOT))) {
  const target = join(ROOT, path);
  if ((await readFile(target, "utf8").catch(() => undefined)) === text) continue;
  if (flags.check) {
    console.error(`${path} is not what the package exports: run \`pnpm api:report\`, and look at what changed.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    console.log(`wrote ${path}`);
  }
}
