import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

const TSC = fileURLToPath(import.meta.resolve("typescript/package.json")).replace("package.json", "bin/tsc");
// The published types import packages that are not here, and that the comparison does not need.
const COMPILER_OPTIONS = { noEmit: true, skipLibCheck: true };

/**
 * The errors of program.ts by line, as the compiler words them.
 *
 * @param prelude How the program begins: an error in it is a failure of the comparison, and no finding.
 * @param parent Folder in which a passing one is made: what the program imports is looked for from there.
 * @throws ToolError if the compiler fails, or any other file has an error.
 */
export async function compileProgram(
  files: Readonly<Record<string, string>>,
  prelude: string,
  parent: string = tmpdir(),
): Promise<Map<number, string>> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "m800-types-"));
  try {
    const config = { compilerOptions: COMPILER_OPTIONS, files: Object.keys(files) };
    for (const [name, text] of Object.entries({ ...files, "tsconfig.json": JSON.stringify(config) })) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const { status, stdout, stderr } = await run(process.execPath, [TSC, "-p", folder, "--pretty", "false"], {
      cwd: folder,
    });
    const errors = new Map<number, string>();
    for (const [entry] of stdout.matchAll(/^\S.*\n?(?: .*\n?)*/gm)) {
      const line = /^program\.ts\((\d+),/.exec(entry)?.[1];
      if (line === undefined || Number(line) < prelude.split("\n").length) {
        throw new ToolError(`The types could not be compared: ${entry.trim()}`);
      }
      errors.set(Number(line), entry);
    }
    if ((status === 0) !== (errors.size === 0)) {
      throw new ToolError(`The type checker failed with status ${status}: ${stdout}${stderr}`);
    }
    return errors;
  } finally {
    await rm(folder, { recursive: true });
  }
}
