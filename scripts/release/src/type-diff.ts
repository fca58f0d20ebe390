import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { consumerProgram, PRELUDE } from "./consumer-program.ts";
import type { Finding } from "./finding.ts";
import { run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

const TSC = fileURLToPath(import.meta.resolve("typescript/package.json")).replace("package.json", "bin/tsc");
const COMPILER_OPTIONS = {
  lib: ["ES2022"],
  types: [],
  module: "ESNext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
  // The published types import packages that are not here, and that the comparison does not need.
  skipLibCheck: true,
};

/** The types of a spec, as the packages publish them. */
export interface TypedSpec {
  readonly document: OpenApiDocument;
  /** TypeScript that exports `paths`, `components` and `operations`. */
  readonly types: string;
}

/** What users of TypeScript feel: code written for the last release that does not compile against the types of now. */
export async function typeDiff(last: TypedSpec, next: Pick<TypedSpec, "types">): Promise<Finding[]> {
  const groups = consumerProgram(last.document);
  const program = `${PRELUDE}${groups
    .flat()
    .map(({ line }) => `${line}\n`)
    .join("")}`;
  const errors = await compile({ "last.d.ts": last.types, "next.d.ts": next.types, "program.ts": program });
  let line = PRELUDE.split("\n").length;
  return groups.flatMap((group) => {
    const broken = group.flatMap(({ line: _, ...check }) => {
      const error = errors.get(line++);
      if (error === undefined) return [];
      const detail = error && { detail: error };
      return [{ ...check, level: "breaking" as const, statuses: [], isOfTypes: true, advice: ADVICE, ...detail }];
    });
    return errors.has(line - group.length) ? broken.slice(0, 1) : broken;
  });
}

const ADVICE = "the compiler shows where";

/** The errors of program.ts by line, in short. @throws ToolError if the compiler fails, or any other file has one. */
async function compile(files: Readonly<Record<string, string>>): Promise<Map<number, string>> {
  const folder = await mkdtemp(join(tmpdir(), "m800-types-"));
  try {
    const config = { compilerOptions: COMPILER_OPTIONS, files: Object.keys(files) };
    for (const [name, text] of Object.entries({ ...files, "tsconfig.json": JSON.stringify(config) })) {
      await writeFile(join(folder, name), text);
    }
    const { status, stdout, stderr } = await run(process.execPath, [TSC, "-p", folder, "--pretty", "false"], {
      cwd: folder,
    });
    const errors = new Map<number, string>();
    for (const [entry] of stdout.matchAll(/^\S.*\n?(?: .*\n?)*/gm)) {
      const [, line] = /^program\.ts\((\d+),/.exec(entry) ?? [];
      if (line === undefined || Number(line) < PRELUDE.split("\n").length) {
        throw new ToolError(`The types could not be compared: ${entry.trim()}`);
      }
      errors.set(Number(line), reason(entry));
    }
    if ((status === 0) !== (errors.size === 0)) {
      throw new ToolError(`The type checker failed with status ${status}: ${stdout}${stderr}`);
    }
    return errors;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Where in the value, and the innermost cause; nothing where the check's own sentence says it all. */
function reason(entry: string): string {
  const innermost = entry.trim().split("\n").at(-1)?.trim() ?? "";
  if (/does not exist on type|to type '\{\} \| null'/.test(innermost)) return "";
  const [, stray] = /Type '(.*)' is not assignable to type 'never'\.$/.exec(innermost) ?? [];
  if (stray !== undefined) return stray;
  const path = [...entry.matchAll(/[Tt]ypes of (?:property )?'([^']+)'/g)].map(([, name]) => name).join(".");
  const cause = innermost
    .replace(/^program\S+ error TS\d+: /, "")
    .replace(/ in type '.*' but required in type '.*'/, "")
    .replace(/\.$/, "");
  return `${path && `\`${path}\`: `}${cause}`;
}
