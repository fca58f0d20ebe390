import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkTarball } from "./check-tarball.ts";
import { checkTree } from "./check-tree.ts";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";

// Builds and packs what is not published yet, and refuses what may not be published. `changeset publish --from-pack-dir`
// then publishes the very files that were checked.

const FOLDER = ".release";

parseArgs({ options: {} });
const problems = await checkTree(ROOT, process.env.GITHUB_REPOSITORY);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

await rm(join(ROOT, FOLDER), { recursive: true, force: true });
await output("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], { cwd: ROOT });
await output("changeset", ["pack", "--out-dir", FOLDER], { cwd: ROOT });
const tarballs = (await readdir(join(ROOT, FOLDER, "packages"))).sort();
for (const tarball of tarballs) {
  const folder = await mkdtemp(join(tmpdir(), "m800-tarball-"));
  const problems = await checkTarball(join(ROOT, FOLDER, "packages", tarball), folder);
  await rm(folder, { recursive: true });
  for (const problem of problems) console.error(`${tarball}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${tarball} may be published.`);
}
if (tarballs.length === 0) console.log("Every version is published already.");
