import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { apiDiff } from "./api/api-diff.ts";
import { declarationsOf } from "./api/declarations-of.ts";
import { bumpBetween } from "./bump-between.ts";
import { type Changeset, higher } from "./changeset.ts";
import { LEVELS, type Level } from "./finding.ts";
import type { Revisions } from "./last-release.ts";
import { PUBLISHED, packageName } from "./packages.ts";
import { output } from "./run.ts";
import { BUMPS, bumpFor } from "./verdict.ts";

/** What else is in a package than what stands in its folder. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = { "mock-server": ["packages/mock-engine/src"] };
const NOT_SHIPPED = /\.test(-d)?\.ts$|\/generated\//;

/**
 * What is wrong with the numbers of the next release, by what people have written beside the spec: a package's code changed
 * and no changeset says so, or what it exports changed and its bump is too low.
 */
export async function checkHandWritten(
  root: string,
  revisions: Revisions,
  changesets: readonly Changeset[],
): Promise<string[]> {
  const git = (...args: string[]) => output("git", args, { cwd: root });
  const problems: string[] = [];
  for (const key of PUBLISHED) {
    const [name, revision] = [packageName(key), revisions[key]];
    if (revision === undefined) continue;
    const manifest = `packages/${key}/package.json`;
    const from = versionOf(await git("show", `${revision}:${manifest}`));
    const bump = bumpBetween(from, versionOf(await readFile(join(root, manifest), "utf8")));
    const bumps = changesets.flatMap((changeset) => changeset.bumps[name] ?? []);

    const places = [`packages/${key}/src`, ...(BUNDLED[key] ?? [])];
    const changed = await Promise.all([
      git("diff", "--name-only", revision, "--", ...places),
      git("ls-files", "--others", "--exclude-standard", "--", ...places),
    ]);
    const [file, ...more] = changed
      .flatMap((list) => list.split("\n"))
      .filter((path) => path && !NOT_SHIPPED.test(path));
    if (file !== undefined && bump === undefined && bumps.length === 0) {
      const others = more.length > 0 ? `, and ${more.length} more` : "";
      problems.push(
        `${name}: its code changed since ${revision} (${file}${others}), but no changeset names it: run \`pnpm changeset\`. Where its users need not be told, give it \`none\`.`,
      );
    }

    const changes = await apiChanges(root, key, revision);
    const worst = LEVELS.find((level) => changes.some((change) => change.level === level));
    if (worst === undefined) continue;
    const declared = [bump, ...bumps].reduce(higher, undefined);
    const needed = bumpFor(worst, from);
    const isEnough = declared !== undefined && declared !== "none" && BUMPS.indexOf(declared) <= BUMPS.indexOf(needed);
    if (isEnough || (worst === "text" && bumps.includes("none"))) continue;
    const texts = changes.filter(({ level }) => level === worst).map(({ text }) => text);
    problems.push(
      `${name}: what it exports needs a ${needed}, but ${declared === undefined ? "no changeset names it" : `the changesets say ${declared}`}: ${[...new Set(texts)].join(", ")}.`,
    );
  }
  return problems;
}

async function apiChanges(root: string, key: string, revision: string) {
  const folder = `packages/${key}/api`;
  const list = async (...args: string[]) =>
    (await output("git", args, { cwd: root })).split("\n").filter((path) => path.startsWith(`${folder}/`));
  const last = await list("ls-tree", "-r", "--name-only", revision, "--", folder);
  // Before there were reports there is nothing to compare with.
  if (last.length === 0) return [];
  const next = await list("ls-files", "--cached", "--others", "--exclude-standard", "--", folder);
  const changes = await Promise.all(
    [...new Set([...last, ...next])].map(async (path): Promise<{ level: Level; text: string }[]> => {
      const entry = basename(path, ".md");
      const now = await readFile(join(root, path), "utf8").catch(() => undefined);
      if (now === undefined) return [{ level: "breaking", text: `the entry \`${entry}\` is gone` }];
      if (!last.includes(path)) return [{ level: "harmless", text: `the entry \`${entry}\` is new` }];
      const before = await output("git", ["show", `${revision}:${path}`], { cwd: root });
      // The spec's types are the same for both: what changed there is judged elsewhere.
      const source = join(root, "packages", key, "src/generated/schema.gen.ts");
      const [one, other] = [before, now].map((report) =>
        declarationsOf(report).replaceAll("./generated/schema.gen.ts", source),
      );
      return apiDiff(one ?? "", other ?? "", join(root, "packages", key, "node_modules/.cache"));
    }),
  );
  return changes.flat();
}

function versionOf(manifest: string): string {
  const { version }: { version?: unknown } = JSON.parse(manifest);
  return String(version);
}
