import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { PUBLISHED, packageName } from "./packages.ts";
import { addressOf, isPlaceholder, type Metadata, metadataOf } from "./repository.ts";
import { output } from "./run.ts";

/** What may be in a package, beside its package.json. */
const ALLOWED = [
  /^README\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  /^dist\/[a-z-]+(-[\w-]{8})?\.(js|d\.ts)$/,
  /^control\/control\.yaml$/,
  /^dist\/openapi\/(phone-number\.yaml|examples\/[a-z-]+\.gen\.json)$/,
];
const REQUIRED = ["README.md", "LICENSE", "package.json"];
/** What npm runs on the machine of whoever installs. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall", "prepare"];

/** What is wrong with a packed package, unpacked into a folder along with it; nothing if it may be published. */
export async function checkTarball(tarball: string, folder: string): Promise<string[]> {
  await output("tar", ["-xzf", tarball, "-C", folder]);
  const root = join(folder, "package");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const manifest = await readFile(join(root, "package.json"), "utf8");
  const { name, scripts = {}, ...rest }: Manifest = JSON.parse(manifest);
  return [
    ...files
      .filter((file) => file !== "package.json" && !ALLOWED.some((pattern) => pattern.test(file)))
      .map((file) => `${file} does not belong in a package.`),
    ...REQUIRED.filter((file) => !files.includes(file)).map((file) => `${file} is missing.`),
    ...(/"(workspace|catalog|link|file):/.test(manifest)
      ? ["package.json has a range that only this repository understands."]
      : []),
    ...metadataProblems(name, rest),
    ...INSTALL_SCRIPTS.filter((name) => name in scripts).map((name) => `package.json has a script ${name}.`),
    ...deadLinks(await readFile(join(root, "README.md"), "utf8").catch(() => ""), files),
    ...(await typeProblems(tarball)),
  ];
}

interface Manifest extends Metadata {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** What would make npm refuse the provenance, or leave whoever finds the package without a way to its source. */
function metadataProblems(name: string, metadata: Metadata): string[] {
  let address: string;
  try {
    address = addressOf(metadata);
  } catch {
    return ["package.json has no `repository` with a `git+https://github.com/….git` as its `url`."];
  }
  if (isPlaceholder(address)) {
    return ["package.json has a placeholder as its `repository`: run `pnpm set:repository` with its address."];
  }
  const folder = PUBLISHED.find((key) => packageName(key) === name);
  const wanted = metadataOf(address, `packages/${folder}`);
  return (["homepage", "bugs", "repository"] as const)
    .filter((key) => !isDeepStrictEqual(metadata[key], wanted[key]))
    .map(
      (key) =>
        `package.json has ${JSON.stringify(metadata[key])} as its \`${key}\`, not ${JSON.stringify(wanted[key])}.`,
    );
}

/** Links of a README that lead nowhere for one who reads it in the registry. Other sites are not asked. */
function deadLinks(readme: string, files: readonly string[]): string[] {
  const anchors = new Set([...readme.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => anchor(title)));
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !leadsSomewhere(link)).map((link) => `README.md: the link ${link} is dead.`);

  function leadsSomewhere(link: string): boolean {
    const [, own] = /^https:\/\/www\.npmjs\.com\/package\/(@m800\/[^/#?]+)/.exec(link) ?? [];
    if (own !== undefined) return PUBLISHED.some((key) => packageName(key) === own);
    if (/^https:/.test(link)) return URL.canParse(link);
    // npm would guess where a picture is.
    if (/\.(svg|png|jpe?g|gif|webp)$/.test(link)) return false;
    return link.startsWith("#")
      ? anchors.has(link.slice(1))
      : files.includes(link.replace(/^\.\//, "").replace(/#.*/, ""));
  }
}

/** As GitHub and npm make them. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** What TypeScript would not resolve as the package means it. That it is ESM only is meant. */
async function typeProblems(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))));
  if (!result.types) return ["It has no types."];
  const problems = result.problems
    .filter(({ kind }) => kind !== "CJSResolvesToESM")
    .filter((problem) => !("resolutionKind" in problem && ESM_ONLY.has(problem.resolutionKind)))
    .map((problem) => {
      const where =
        "moduleSpecifier" in problem ? problem.moduleSpecifier : "entrypoint" in problem && problem.entrypoint;
      return `its types do not resolve: ${problem.kind} ${where || ""}`.trim();
    });
  return [...new Set(problems)];
}

/** Ways to resolve that an ESM package does not serve. */
const ESM_ONLY = new Set(["node10", "node16-cjs"]);
