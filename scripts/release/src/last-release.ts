import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PUBLISHED, packageName } from "./packages.ts";
import { ROOT, SPEC } from "./root.ts";
import { output, run } from "./run.ts";
import { ToolError } from "./tool-error.ts";
import { type Versions, versionsOf } from "./versions.ts";

/** The git revisions that the packages were last released from, as far as they are known. */
export type Revisions = Readonly<Partial<Record<(typeof PUBLISHED)[number], string>>>;

/** What users have: the spec, its types and the versions of the last release. */
export interface LastRelease {
  /** What it is called in a report. */
  readonly name: string;
  /** Path of the spec file, in a folder with all that it refers to. */
  readonly spec: string;
  /** TypeScript that exports `paths`, `components` and `operations`. */
  readonly types: string;
  readonly versions: Versions;
  /** What git has of it: undefined for a package whose release has no tag here. */
  readonly revisions: Revisions;
}

/**
 * Puts the last release into a folder: that of a git revision if one is named; else what npm's registry has; before the
 * first release, the last release tag. Undefined if there is none of these.
 *
 * @throws ToolError if the registry or git fails: that says nothing about whether there is a release.
 */
export async function lastRelease(folder: string, revision?: string): Promise<LastRelease | undefined> {
  if (revision !== undefined) return fromGit(folder, revision);
  const published = await fromRegistry(folder);
  if (published) return published;
  const tags = await output("git", ["tag", "--list", `${packageName("client")}@*`, "--sort=-version:refname"], {
    cwd: ROOT,
  });
  const [tag] = tags.split("\n");
  return tag ? fromGit(folder, tag) : undefined;
}

const TYPES = "packages/client/src/generated/schema.gen.ts";

async function fromGit(folder: string, revision: string): Promise<LastRelease> {
  const git = (...args: string[]) => output("git", args, { cwd: ROOT });
  const show = (path: string) => git("show", `${revision}:${path}`);
  const files = (await git("ls-tree", "-r", "--name-only", revision, "--", dirname(SPEC))).split("\n").filter(Boolean);
  for (const file of files) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), await show(file));
  }
  const versions = await versionsOf((key) => show(`packages/${key}/package.json`));
  const revisions = Object.fromEntries(PUBLISHED.map((key) => [key, revision]));
  return { name: revision, spec: join(folder, SPEC), types: await show(TYPES), versions, revisions };
}

async function fromRegistry(folder: string): Promise<LastRelease | undefined> {
  await mkdir(folder, { recursive: true });
  const client = packageName("client");
  const packed = await npm(folder, "pack", `${client}@latest`);
  if (packed === undefined) return undefined;
  const [filename] = packed.trim().split("\n").slice(-1);
  await output("tar", ["-xzf", String(filename)], { cwd: folder });
  const content = join(folder, "package");
  // A first release that broke off has published the first packages alone.
  const versions = await versionsOf((key) => npm(folder, "view", `${packageName(key)}@latest`, "--json"));
  return {
    name: `${client}@${versions.client}`,
    spec: join(content, "dist", SPEC),
    types: await readFile(join(content, "dist/index.d.ts"), "utf8"),
    versions,
    revisions: await taggedRevisions(folder),
  };
}

async function taggedRevisions(folder: string): Promise<Revisions> {
  const tags = (await output("git", ["tag", "--list"], { cwd: ROOT })).split("\n");
  const found = PUBLISHED.map(async (key) => {
    const version = await npm(folder, "view", `${packageName(key)}@latest`, "version");
    const tag = `${packageName(key)}@${version?.trim()}`;
    if (version !== undefined && !tags.includes(tag)) {
      console.error(
        `${tag} is in the registry, but git has no such tag: what is written by hand is not compared with it.`,
      );
    }
    return tags.includes(tag) ? [[key, tag] as const] : [];
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** What npm answers; undefined if the registry has no such package. Apart from this repository's own settings. */
async function npm(folder: string, ...args: string[]): Promise<string | undefined> {
  const { status, stdout, stderr } = await run("npm", args, { cwd: folder });
  if (status === 0) return stdout;
  if (/\bE404\b/.test(stderr)) return undefined;
  throw new ToolError(
    `The registry could not be asked for the last release: \`npm ${args.join(" ")}\` failed:\n${stderr.trim()}`,
  );
}
