import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkTree } from "./check-tree.ts";
import { output } from "./run.ts";

const ADDRESS = "https://github.com/m800/numbers";

/** A repository whose releases are made of `trunk`, with one commit there. */
async function repository() {
  const root = await mkdtemp(join(tmpdir(), "m800 tree "));
  const git = (...args: string[]) => output("git", args, { cwd: root });
  await mkdir(join(root, ".changeset"));
  await writeFile(join(root, ".changeset/config.json"), '{ "baseBranch": "trunk" }');
  await writeFile(join(root, "package.json"), JSON.stringify({ repository: { url: `git+${ADDRESS}.git` } }));
  await git("init", "--quiet", "--initial-branch", "trunk");
  await git("config", "user.name", "Test");
  await git("config", "user.email", "test@localhost");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Start");
  return { root, git };
}

test("of the branch that releases are made of, all committed, a release may be made, here and where it is from", async () => {
  const { root } = await repository();
  expect([await checkTree(root), await checkTree(root, "m800/numbers")]).toEqual([[], []]);
});

test("what is not tagged, not merged, or from elsewhere is refused", async () => {
  const { root, git } = await repository();
  await writeFile(join(root, "package.json"), JSON.stringify({ repository: { url: `git+${ADDRESS}.git` }, name: "x" }));
  await writeFile(join(root, "left.txt"), "");
  await git("switch", "--quiet", "--create", "feature");
  expect(await checkTree(root, "someone/fork")).toEqual([
    `This runs in someone/fork, and the packages say that they are from ${ADDRESS}, so that npm would refuse their provenance: run \`pnpm set:repository https://github.com/someone/fork\` and commit.`,
    "This is the branch feature, and releases are made of trunk: merge it there first.",
    "Commit these first, since a release is tagged:\n M package.json\n?? left.txt",
  ]);
});

test("a checkout of no branch is refused", async () => {
  const { root, git } = await repository();
  await git("checkout", "--quiet", "--detach");
  expect(await checkTree(root)).toEqual(["This is no branch, and releases are made of trunk: merge it there first."]);
});
