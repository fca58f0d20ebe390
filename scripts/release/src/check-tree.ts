import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addressOf } from "./repository.ts";
import { output } from "./run.ts";

/**
 * What is wrong with a working tree of which a release is to be made: what is published must be what is tagged.
 *
 * @param runsIn The repository that a workflow runs in, as `owner/name`: npm takes no provenance of another.
 */
export async function checkTree(root: string, runsIn?: string): Promise<string[]> {
  const { baseBranch }: { baseBranch: string } = JSON.parse(
    await readFile(join(root, ".changeset/config.json"), "utf8"),
  );
  const branch = (await output("git", ["branch", "--show-current"], { cwd: root })).trim();
  const changes = (await output("git", ["status", "--porcelain"], { cwd: root })).trimEnd();
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const address = addressOf(manifest);
  return [
    ...(runsIn === undefined || address === `https://github.com/${runsIn}`
      ? []
      : [
          `This runs in ${runsIn}, and the packages say that they are from ${address}, so that npm would refuse their provenance: run \`pnpm set:repository https://github.com/${runsIn}\` and commit.`,
        ]),
    ...(branch === baseBranch
      ? []
      : [
          `This is ${branch === "" ? "no branch" : `the branch ${branch}`}, and releases are made of ${baseBranch}: merge it there first.`,
        ]),
    ...(changes === "" ? [] : [`Commit these first, since a release is tagged:\n${changes}`]),
  ];
}
