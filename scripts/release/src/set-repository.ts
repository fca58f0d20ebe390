import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addressOf } from "./repository.ts";
import { ROOT } from "./root.ts";

// Writes the repository's address wherever it stands: the root's package.json, and the packages' manifests and READMEs.

const FILES = ["package.json", "packages/*/package.json", "packages/*/README.md"];

const { positionals } = parseArgs({ allowPositionals: true });
const [address = "", ...more] = positionals;
if (more.length > 0 || !/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(address) || address.endsWith(".git")) {
  console.error("Name the repository's address: pnpm set:repository https://github.com/OWNER/REPOSITORY");
  process.exit(2);
}
const current = addressOf(JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")));
for (const file of globSync(FILES, { cwd: ROOT })) {
  const text = await readFile(join(ROOT, file), "utf8");
  const changed = text.replaceAll(current, address).replaceAll(rawOf(current), rawOf(address));
  if (changed === text) continue;
  await writeFile(join(ROOT, file), changed);
  console.log(`wrote ${file}`);
}

/** Where its files are served as they are, pictures among them. */
function rawOf(repository: string): string {
  return repository.replace("https://github.com/", "https://raw.githubusercontent.com/");
}
