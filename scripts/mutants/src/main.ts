import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changedLines } from "./changed-lines.ts";
import { mutate } from "./mutate.ts";
import { targets } from "./targets.ts";

const HELP = `pnpm mutants [--since REVISION] [FOLDER | FILE]…

Breaks the code of these folders, or of these files of theirs, in small ways, one at a time, and names each mutant that
no test notices. Default: all of ${targets.map(({ folder }) => folder).join(", ")}.
  --since REVISION  only lines that changed since the branch left REVISION, and of those every mutant
`;
const ROOT = join(import.meta.dirname, "../../..");

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { since: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const places = positionals.map((place) => place.replace(/\/$/, ""));
  const unknown = places.find((place) => !targets.some(({ folder }) => isBelow(place, folder)));
  if (unknown !== undefined) throw new Error(`${unknown} is not of a folder whose mutants are known.\n\n${HELP}`);
  const missing = places.find((place) => !existsSync(join(ROOT, place)));
  if (missing !== undefined) throw new Error(`There is no ${missing}.`);
  let failed = false;
  let measured = 0;
  for (const target of targets) {
    const { folder } = target;
    const files = places.filter((place) => isBelow(place, folder));
    if (places.length > 0 && files.length === 0) continue;
    const whole = files.length === 0 || files.includes(folder);
    const paths = whole ? ["src/**/*.ts"] : files.map((file) => file.slice(folder.length + 1));
    const lines = values.since === undefined ? undefined : changedLines(ROOT, folder, values.since, paths);
    if (lines?.length === 0) continue;
    measured++;
    const { noticed, judged, survivors, percentage } = await mutate(ROOT, target, lines ?? paths, !lines);
    for (const { fileName, location, original, replacement } of survivors) {
      console.log(`${fileName}:${location.start.line}: ${JSON.stringify(original)} → ${JSON.stringify(replacement)}`);
    }
    // Of a few lines each mutant counts: it is noticed, or judged equivalent with a reason.
    const atLeast = lines ? 100 : target.atLeast;
    const isEnough = percentage >= atLeast;
    if (!isEnough) failed = true;
    const verdict = isEnough ? "" : `, and ${atLeast} % are asked for`;
    console.log(`${target.folder}: ${noticed} of ${judged} mutants noticed, ${percentage.toFixed(1)} %${verdict}`);
  }
  if (measured === 0) console.log(`Since ${values.since} nothing changed of which there are mutants.`);
  return failed ? 1 : 0;
}

function isBelow(place: string, folder: string): boolean {
  return `${place}/`.startsWith(`${folder}/`);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
