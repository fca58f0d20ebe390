import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BUMPS, type Bump } from "./verdict.ts";

/** A file of `.changeset/`. */
export interface Changeset {
  readonly file: string;
  /** Bumps by the package's name. */
  readonly bumps: Readonly<Record<string, Bump>>;
  readonly text: string;
}

/** The changesets of a folder. @throws Error naming the file, if one cannot be read. */
export async function readChangesets(folder: string): Promise<Changeset[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md") && file !== "README.md").sort();
  return Promise.all(files.map(async (file) => parseChangeset(file, await readFile(join(folder, file), "utf8"))));
}

function parseChangeset(file: string, content: string): Changeset {
  const [, header, text] = /^---\r?\n(.*?)^---\r?\n(.*)$/ms.exec(content) ?? [];
  if (header === undefined || text === undefined) throw new Error(`.changeset/${file} has no header between two ---.`);
  const lines = header
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const bumps = lines.map((line) => {
    const [, name, bump] = /^["']?([^"']+)["']?:\s*(\w+)$/.exec(line) ?? [];
    const known = BUMPS.find((each) => each === bump);
    if (name === undefined || known === undefined) {
      throw new Error(`.changeset/${file}: "${line}" is not a package and ${BUMPS.join(", ")}.`);
    }
    return [name, known] as const;
  });
  return { file, bumps: Object.fromEntries(bumps), text: text.trim() };
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
export function higher(a: Bump | undefined, b: Bump | undefined): Bump | undefined {
  return BUMPS.find((bump) => bump === a || bump === b);
}
