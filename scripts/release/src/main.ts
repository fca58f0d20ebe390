import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSpec } from "@m800/generate/load-spec";
import { staleReports } from "./api/stale-reports.ts";
import { readChangesets } from "./changeset.ts";
import { changesetFromSpec } from "./changeset-from-spec.ts";
import { checkChangesets } from "./check-changeset.ts";
import { checkHandWritten } from "./check-hand-written.ts";
import { checkSpecHash } from "./check-spec-hash.ts";
import { compare } from "./compare.ts";
import { type LastRelease, lastRelease } from "./last-release.ts";
import { report } from "./report.ts";
import { addressOf, isPlaceholder, type Metadata } from "./repository.ts";
import { ROOT, SPEC } from "./root.ts";
import { ToolError } from "./tool-error.ts";
import { versionsOf } from "./versions.ts";
import { readWaivers } from "./waivers.ts";

const HELP = `Compares openapi/phone-number.yaml with that of the last release: the published one, or before the first release
that of the last tag.

Usage: pnpm spec:diff            report what changed, whom it breaks, and which number the release gets
       pnpm changeset:from-spec  write that down as a changeset
       pnpm check:changeset      fail if a changeset is missing or its bump too low, for the spec or for what is
                                 written by hand, or if the packages differ in specHash

  --base REVISION   compare with the spec of a git revision
  --json            print the comparison as JSON (spec:diff)
  --help            this text

A finding that breaks nobody, whatever the rules say, is waived in .changeset/waivers.yaml: CONTRIBUTING.md tells how.

Exit status: 0 done, whatever changed; 1 check:changeset refuses; 2 wrong usage, or a spec that cannot be read;
3 a tool failed, and nothing is known.
`;
const CHANGESETS = join(ROOT, ".changeset");
const WAIVERS = join(CHANGESETS, "waivers.yaml");

const folder = await mkdtemp(join(tmpdir(), "m800-last-release-"));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof ToolError ? 3 : 2;
} finally {
  await rm(folder, { recursive: true });
}

async function main(): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [command, ...more] = positionals;
  if (flags.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (more.length > 0)
    throw new Error(`${command} takes no argument ${more.join(" ")}. Did you mean --base ${more[0]}?`);
  if (flags.json && command !== "spec:diff") throw new Error("--json is for spec:diff alone.");
  const find = () => lastRelease(folder, flags.base);
  const compareWithLast = async () => compare(released(await find()), join(ROOT, SPEC), await readWaivers(WAIVERS));
  switch (command) {
    case "spec:diff": {
      const comparison = await compareWithLast();
      console.log(flags.json ? JSON.stringify(comparison, null, 2) : report(comparison));
      return 0;
    }
    case "changeset:from-spec":
      console.log(await changesetFromSpec(CHANGESETS, await compareWithLast(), await address()));
      return 0;
    case "check:changeset":
      return check(await find());
    default:
      throw new Error(`${command === undefined ? "Name a command." : `There is no command ${command}.`}\n\n${HELP}`);
  }
}

/** The repository's address; undefined until it has one. */
async function address(): Promise<string | undefined> {
  const manifest = await readFile(join(ROOT, "package.json"), "utf8").catch(() => "{}");
  const { repository }: Metadata = JSON.parse(manifest);
  const found = repository === undefined ? undefined : addressOf({ repository });
  return found === undefined || isPlaceholder(found) ? undefined : found;
}

function released(last: LastRelease | undefined): LastRelease {
  if (last) return last;
  throw new Error("There is no release to compare with, neither published nor tagged: name a revision with --base.");
}

async function check(last: LastRelease | undefined): Promise<number> {
  const { hash } = await loadSpec(join(ROOT, SPEC));
  const problems = await checkSpecHash(ROOT, hash);
  if (last) {
    const comparison = await compare(last, join(ROOT, SPEC), await readWaivers(WAIVERS));
    const current = await versionsOf(async (key) => readFile(join(ROOT, `packages/${key}/package.json`), "utf8"));
    const changesets = await readChangesets(CHANGESETS);
    const unmet = checkChangesets(comparison, changesets, last.versions, current);
    if (unmet.length > 0) {
      problems.push(report(comparison), ...unmet, "Run `pnpm changeset:from-spec` and commit the result.");
    }
    const stale = await staleReports(ROOT);
    problems.push(...stale.map(([path]) => `${path} is stale: run \`pnpm api:report\` and commit the result.`));
    problems.push(...(await checkHandWritten(ROOT, last.revisions, changesets)));
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  console.log(
    last ? `The changesets cover what changed since ${last.name}.` : "Nothing is released yet: any number will do.",
  );
  return 0;
}
