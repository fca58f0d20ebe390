import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { recordOf } from "./diff/record.ts";
import { BUMPS, type Bump } from "./verdict.ts";

const NONE = "none" as const;

/** A file of `.changeset/`. */
export interface Changeset {
  readonly file: string;
  /** Bumps by the package's name. With `none` someone says that its users need not be told. */
  readonly bumps: Readonly<Record<string, Bump | typeof NONE>>;
  readonly text: string;
}

/** The changesets of a folder. @throws Error naming the file, if one cannot be read. */
export async function readChangesets(folder: string): Promise<Changeset[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md") && file !== "README.md").sort();
  return Promise.all(files.map(async (file) => parseChangeset(file, await readFile(join(folder, file), "utf8"))));
}

function parseChangeset(file: string, content: string): Changeset {
  const [, header, text] = /^\s*---\r?\n(.*?)^---\s*?$(.*)$/ms.exec(content) ?? [];
  if (header === undefined || text === undefined) throw new Error(`.changeset/${file} has no header between two ---.`);
  const entries: [string, unknown][] = Object.entries(recordOf(parseHeader(file, header)));
  const bumps = entries.map(([name, bump]) => {
    const known = ([...BUMPS, NONE] as const).find((each) => each === bump);
    if (known) return [name, known] as const;
    throw new Error(
      `.changeset/${file}: the bump of ${name} is ${JSON.stringify(bump)}, not ${BUMPS.join(", ")} or none.`,
    );
  });
  return { file, bumps: Object.fromEntries(bumps), text: text.trim() };
}

function parseHeader(file: string, header: string): unknown {
  try {
    return parse(header);
  } catch (error) {
    throw new Error(`.changeset/${file}: its header is no YAML: ${error instanceof Error ? error.message : error}`);
  }
}

export function formatChangeset({ bumps, text }: Omit<Changeset, "file">): string {
  const header = Object.entries(bumps).map(([name, bump]) => `${JSON.stringify(name)}: ${bump}\n`);
  return `---\n${header.join("")}---\n\n${text}\n`;
}

/**
 * The name of a changeset that was written from the spec. It carries a digest of the content, so that a file which someone
 * has edited since is seen to be theirs.
 */
export function generatedName(changeset: Omit<Changeset, "file">): string {
  return `spec-${createHash("sha256").update(formatChangeset(changeset)).digest("hex").slice(0, 8)}.md`;
}

export function isFromSpec({ file }: Changeset): boolean {
  return /^spec-[0-9a-f]{8}\.md$/.test(file);
}

/** The higher of two; undefined is none at all. */
export function higher(a: Bump | typeof NONE | undefined, b: Bump | typeof NONE | undefined): Bump | undefined {
  return BUMPS.find((bump) => bump === a || bump === b);
}
