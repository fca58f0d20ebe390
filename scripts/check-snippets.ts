import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// Type-checks every ```ts block of the READMEs, each as a module of the package whose README it stands in.

const ROOT = join(import.meta.dirname, "..");
/** From here all that the root README's snippets import can be found. */
const HOME_OF_ROOT_SNIPPETS = "packages/auth";

let snippets = 0;
let failed = false;
for (const readme of globSync(["README.md", "packages/*/README.md"], { cwd: ROOT })) {
  const home = join(ROOT, readme === "README.md" ? HOME_OF_ROOT_SNIPPETS : dirname(readme));
  const folder = join(home, ".snippets");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const blocks = readFileSync(join(ROOT, readme), "utf8").matchAll(/^```ts\n(.*?)^```$/gms);
  const files = [...blocks].map(([, code = ""], index) => {
    const file = `snippet-${index + 1}.ts`;
    writeFileSync(join(folder, file), code);
    return file;
  });
  snippets += files.length;
  const config = { extends: resolve(ROOT, "tsconfig.base.json"), compilerOptions: { types: ["node"] }, files };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) {
    failed = true;
    console.error(`${readme}:\n${stdout}`);
  }
  rmSync(folder, { recursive: true });
}
if (snippets === 0) throw new Error("No README has a snippet: the pattern that finds them is wrong.");
if (failed) process.exit(1);
console.log(`${snippets} snippets compile.`);
