import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./run.ts";

/** What is wrong with a working tree of which a release is to be made: what is published must be what is tagged. */
export async function checkTree(root: string): Promise<string[]> {
  const { baseBranch }: { baseBranch: string } = JSON.parse(
    await readFile(join(root, ".changeset/config.json"), "utf8"),
  );
  const branch = (await output("git", ["branch", "--show-current"], { cwd: root })).trim();
  const changes = (await output("git", ["status", "--porcelain"], { cwd: root })).trimEnd();
  return [
    ...(branch === baseBranch
      ? []
      : [
          `This is ${branch === "" ? "no branch" : `the branch ${branch}`}, and releases are made of ${baseBranch}: merge it there first.`,
        ]),
    ...(changes === "" ? [] : [`Commit these first, since a release is tagged:\n${changes}`]),
  ];
}
