import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatChangeset } from "./changeset.ts";
import { checkTarball } from "./check-tarball.ts";
import { PUBLISHED, packageName } from "./packages.ts";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";

// Packs all packages of the working tree as snapshots, such as 0.0.0-pr-12-20260101000000, and checks them as a release is
// checked. Every package gets such a version, so that none needs a number that is not published yet. Nothing is published
// here. The working tree's versions are changed: for a checkout that is thrown away.

const FOLDER = join(ROOT, ".canary");

const { values } = parseArgs({ options: { tag: { type: "string", default: "" } } });
const { tag } = values;
if (!/^[a-z][a-z0-9-]*$/.test(tag) || tag === "latest") {
  console.error("Name the canary, in lower case, digits and hyphens, and not `latest`: pnpm canary --tag pr-12");
  process.exit(2);
}
if ((await output("git", ["status", "--porcelain"], { cwd: ROOT })) !== "") {
  console.error(
    "There are changes that are not committed, and a canary would mix its versions with them: commit or stash them.",
  );
  process.exit(2);
}
const bumps = Object.fromEntries(PUBLISHED.map((key) => [packageName(key), "patch" as const]));
await writeFile(join(ROOT, ".changeset/canary.md"), formatChangeset({ bumps, text: "A canary." }));
await output("changeset", ["version", "--snapshot", tag], { cwd: ROOT });
await output("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], { cwd: ROOT });
await rm(FOLDER, { recursive: true, force: true });
for (const key of PUBLISHED) {
  const folder = join(ROOT, "packages", key);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!String(version).includes(`-${tag}-`))
    throw new Error(`${packageName(key)} has the version ${version}, which is no canary's.`);
  await output("pnpm", ["pack", "--pack-destination", FOLDER], { cwd: folder });
}
for (const tarball of (await readdir(FOLDER)).sort()) {
  const folder = await mkdtemp(join(tmpdir(), "m800-tarball-"));
  const problems = await checkTarball(join(FOLDER, tarball), folder);
  await rm(folder, { recursive: true });
  for (const problem of problems) console.error(`${tarball}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`.canary/${tarball}`);
}
