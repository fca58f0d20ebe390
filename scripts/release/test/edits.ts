import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Document, parse } from "yaml";
import type { Bumps } from "../src/verdict.ts";
import type { Use } from "./observe.ts";

/** The description that each of the edits changes. */
export const BASE = join(import.meta.dirname, "base.yaml");
const EDITS = join(import.meta.dirname, "edits");

/** A file of `edits/`. */
export interface Edit {
  /** What to set, to move from elsewhere in the base, or, with neither, to delete. */
  readonly edit: readonly {
    readonly at: readonly unknown[];
    readonly to?: unknown;
    readonly from?: readonly unknown[];
  }[];
  readonly want: Bumps;
  readonly why: string;
  /** Whether neither the mock nor a compiler can show what it breaks. */
  readonly isUnseen?: boolean;
  /** More that users may have written, beside old-users.yaml. */
  readonly show?: readonly Use[];
}

export async function namesOfEdits(): Promise<readonly string[]> {
  return (await readdir(EDITS)).map((file) => basename(file, ".yaml")).sort();
}

export async function readEdit(name: string): Promise<Edit> {
  return parse(await readFile(join(EDITS, `${name}.yaml`), "utf8"));
}

export function edited(base: Document, { edit }: Edit): Document {
  const spec = base.clone();
  for (const { at, to, from } of edit) {
    if (from) spec.setIn(at, base.getIn(from));
    else if (to !== undefined) spec.setIn(at, spec.createNode(to));
    else if (!spec.deleteIn(at)) throw new Error(`There is nothing at ${at.join(" ")}.`);
  }
  return spec;
}
