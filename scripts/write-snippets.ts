import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/**
 * Writes the `ts` and `tsx` blocks of a Markdown page into a folder, as modules that can import one another: a block is
 * named by its first line, which is left out, where that is a comment like `// src/client.ts`. A block that is named after a program in
 * `examples/` is held against it instead, since that is where the program is compiled and run.
 *
 * @returns paths of the files
 * @throws Error if two blocks have the same name, or if one is not like the program that it is named after
 */
export function writeSnippets(page: string, folder: string): string[] {
  const files: string[] = [];
  for (const [, language, code = ""] of readFileSync(page, "utf8").matchAll(/^```(tsx?)\n(.*?)^```$/gms)) {
    const [line, name] = /^\/\/ (\S+\.tsx?)\n/.exec(code) ?? ["", `snippet-${files.length + 1}.${language}`];
    if (name.startsWith("examples/")) {
      if (readFileSync(join(ROOT, name), "utf8") === code.slice(line.length)) continue;
      throw new Error(`${page}: the block named ${name} differs from that file. Copy the file into it.`);
    }
    const file = join(folder, name);
    if (existsSync(file)) throw new Error(`${page}: two blocks are named ${name}.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code.slice(line.length));
    files.push(file);
  }
  return files;
}
