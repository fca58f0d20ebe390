import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { apiPageOf } from "./api-page-of.ts";
import { buildDemo } from "./build-demo.ts";
import { type Description, operationsOf } from "./description.ts";
import { samplesOf } from "./samples-of.ts";

// Makes the site in docs/.vitepress/dist: the guides, the packages' reference from their sources, the API's from its spec.

const ROOT = join(import.meta.dirname, "../../..");
const DOCS = join(ROOT, "docs");
const PUBLIC = join(DOCS, "public");
const REFERENCE = join(DOCS, "reference");
const { resolve } = createRequire(join(DOCS, "package.json"));

rmSync(REFERENCE, { recursive: true, force: true });
run(join(DOCS, "node_modules/.bin/typedoc"), "--logLevel", "Warn");
rmSync(PUBLIC, { recursive: true, force: true });
mkdirSync(PUBLIC);
mendReference();

const bundle = join(PUBLIC, "openapi.json");
run("redocly", "bundle", join(ROOT, "openapi/phone-number.yaml"), "--output", bundle);
writeApiPage();
cpSync(join(ROOT, "openapi/README.md"), join(REFERENCE, "openapi.md"));
for (const image of ["icon.svg", "demo-light.png"]) cpSync(join(DOCS, "images", image), join(PUBLIC, image));

await buildDemo(join(ROOT, "examples/web"), join(PUBLIC, "demo"));
cpSync(resolve("msw/mockServiceWorker.js"), join(PUBLIC, "demo/mockServiceWorker.js"));

run(join(DOCS, "node_modules/.bin/vitepress"), "build");

/**
 * Mends what TypeDoc makes: the entry without a name of its own gets a number, since a package's page is its index; and guides
 * that a README links to are copied, though the site has them. Pictures that it takes from the repository are the site's own.
 */
function mendReference(): void {
  for (const file of globSync("@m800/**/*.md", { cwd: REFERENCE })) {
    const path = join(REFERENCE, file);
    const text = readFileSync(path, "utf8")
      .replaceAll("index-1.md", "main.md")
      .replace(/^#+ (?:Overrides|Inherited from)\n\n.+\n+/gm, "")
      // VitePress makes hyphens of underscores in the names of headings.
      .replace(/\]\([^)\s]*#[^)\s]*\)/g, (link) => link.replaceAll("_", "-"));
    const mended = text
      .replace(/(?:\.\.\/)*_media\/([\w-]+\.md)/g, (_, name: string) => `/${guideNamed(name)}`)
      .replace(/https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/main\/([\w./-]+)/g, (_, picture: string) => {
        cpSync(join(ROOT, picture), join(PUBLIC, basename(picture)));
        return `/${basename(picture)}`;
      });
    writeFileSync(path, mended.replace(/^# .*/, `# ${titleOf(file)}`));
    if (file.endsWith("index-1.md")) renameSync(path, path.replace(/index-1\.md$/, "main.md"));
  }
  rmSync(join(REFERENCE, "_media"), { recursive: true, force: true });
  writeFileSync(join(REFERENCE, "index.md"), listOfPackages());
}

function listOfPackages(): string {
  const items = globSync(["@m800/*.md", "@m800/*/index.md"], { cwd: REFERENCE }).map((file) => {
    const name = titleOf(file);
    const folder = name.replace("@m800/phone-number-", "");
    const manifest = readFileSync(join(ROOT, "packages", folder, "package.json"), "utf8");
    const { version, description } = JSON.parse(manifest);
    return `- [**${name}**](./${file.replaceAll("\\", "/")}) ${version}\\\n  ${description}`;
  });
  return `# Packages\n\n${items.sort().join("\n")}\n`;
}

/** By which a search tells entries of several packages apart: the address from which an entry is imported. */
function titleOf(file: string): string {
  const address = file.replaceAll("\\", "/").replace(/(\/index)?\.md$/, "");
  return address.endsWith("/index-1") ? `Exports of ${address.replace("/index-1", "")}` : address;
}

function guideNamed(name: string): string {
  const [guide, ...more] = globSync(`{.,auth,testing}/${name}`, { cwd: DOCS });
  if (!guide || more.length > 0) throw new Error(`A package's README links to ${name}, which is not one guide.`);
  return guide.replaceAll("\\", "/");
}

/** Puts the samples into the description that the site gives away, and makes the reference's page of it. */
function writeApiPage(): void {
  const description: Description = JSON.parse(readFileSync(bundle, "utf8"));
  for (const placed of operationsOf(description)) {
    Object.assign(placed.operation, { "x-codeSamples": samplesOf(description, placed) });
  }
  writeFileSync(bundle, JSON.stringify(description));
  writeFileSync(join(REFERENCE, "api-operations.md"), apiPageOf(description, samplesOf));
}

function run(program: string, ...args: string[]): void {
  const { status, error } = spawnSync(program, args, {
    cwd: DOCS,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
