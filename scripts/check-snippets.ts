import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeSnippets } from "./write-snippets.ts";

// Type-checks every ts and tsx block of the READMEs and the guides, as modules of the package in which their page stands.

const ROOT = join(import.meta.dirname, "..");
/** From here all that the root README's snippets import can be found. */
const HOME_OF_ROOT_SNIPPETS = "packages/auth";

const readmes = globSync(["README.md", "packages/*/README.md"], { cwd: ROOT });
const guides = globSync("docs/**/*.md", { cwd: ROOT, exclude: ["**/node_modules", "docs/reference"] });

const counts = [
  ...readmes.map((readme) => check(readme === "README.md" ? HOME_OF_ROOT_SNIPPETS : dirname(readme), [readme])),
  // Together, since a compiler's start takes longer than a page; as the tools' own scaffolders set it up.
  check("docs", guides, {
    ...{ module: "esnext", moduleResolution: "bundler", allowImportingTsExtensions: false },
    ...{ skipLibCheck: true, jsx: "react-jsx" },
  }),
];
const snippets = counts.reduce((sum, count) => sum + count);
if (counts[0] === 0 || counts.at(-1) === 0) throw new Error("Pages without a snippet: what finds them is wrong.");
if (!process.exitCode) console.log(`${snippets} snippets on ${readmes.length + guides.length} pages compile.`);

/** Counts the snippets of some pages, after reporting what is wrong with them. */
function check(home: string, pages: readonly string[], options: object = {}): number {
  const folder = join(ROOT, home, ".snippets/check");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = pages.flatMap((page) => writeSnippets(join(ROOT, page), join(folder, page.replace(/\.md$/, ""))));
  if (files.length > 0) {
    const compilerOptions = { types: ["node"], ...options };
    const config = { extends: resolve(ROOT, "tsconfig.base.json"), compilerOptions, files };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    if (status !== 0) {
      process.exitCode = 1;
      console.error(stdout);
    }
  }
  rmSync(folder, { recursive: true });
  return files.length;
}
