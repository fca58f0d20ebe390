import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readChangesets } from "./changeset.ts";
import { PUBLISHED, packageName } from "./packages.ts";
import { addressOf, isPlaceholder } from "./repository.ts";
import { ROOT } from "./root.ts";
import { output, run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

// Tells how far a release has come: what is done, what is due, and what only a person at GitHub or npm can tell.

const MARK = { done: "[x]", due: "[ ]", unknown: "[?]" } as const;
type State = keyof typeof MARK;

parseArgs({ options: {} });
try {
  const address = addressOf(await manifestOf("."));
  const isSet = !isPlaceholder(address);
  const changesets = await readChangesets(join(ROOT, ".changeset"));
  const tree = await output("git", ["status", "--porcelain"], { cwd: ROOT });
  const tags = (await output("git", ["tag", "--list"], { cwd: ROOT })).split("\n");
  const packages = await Promise.all(
    PUBLISHED.map(async (key) => {
      const { version } = await manifestOf(`packages/${key}`);
      return { name: packageName(key), version, isPublished: await isPublished(packageName(key), version) };
    }),
  );
  const settings = isSet ? `${address}/settings` : "the repository's settings";

  say(
    isSet ? "done" : "due",
    "the repository has an address",
    "pnpm set:repository https://github.com/OWNER/REPOSITORY",
  );
  say(
    "unknown",
    "it is public there; its Actions may create pull requests; the environment `npm` deploys from `main` alone, with a reviewer",
    settings,
  );
  say("unknown", "the organisation `m800` at npm is yours", "https://www.npmjs.com/org/m800");
  say(
    changesets.length === 0 ? "done" : "due",
    "the versions are final: no changeset is left",
    "pnpm changeset version, and commit",
  );
  say(tree === "" ? "done" : "due", "all is committed", "git status");
  for (const { name, version, isPublished } of packages) {
    say(
      isPublished ? "done" : "due",
      `${name}@${version} is published`,
      "pnpm pack:release && pnpm changeset publish --from-pack-dir .release",
    );
  }
  for (const { name, version } of packages.filter(({ isPublished }) => isPublished)) {
    say(
      tags.includes(`${name}@${version}`) ? "done" : "due",
      `${name}@${version} is tagged`,
      `git tag ${name}@${version} && git push --tags`,
    );
    say(
      "unknown",
      `${name} trusts release.yml, in the environment npm, and no token`,
      `https://www.npmjs.com/package/${name}/access`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof ToolError ? 3 : 2;
}

function say(state: State, what: string, how: string): void {
  console.log(`${MARK[state]} ${what}${state === "done" ? "" : `\n      ${how}`}`);
}

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
}

async function isPublished(name: string, version: string): Promise<boolean> {
  const { status, stdout, stderr } = await run("npm", ["view", `${name}@${version}`, "version"], { cwd: ROOT });
  if (status === 0) return stdout.trim() !== "";
  if (/\bE404\b/.test(stderr)) return false;
  throw new ToolError(`The registry could not be asked for ${name}: ${stderr.trim()}`);
}
