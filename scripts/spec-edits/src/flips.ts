import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Edit } from "./edit-spec.ts";

/** An assumption of the description that turns out otherwise: a file of `flips/`. */
export interface Flip {
  readonly edit: readonly Edit[];
  /** Two countries in the codes that the list has then. Default: alpha-3. */
  readonly codes?: readonly [string, string];
}

const FOLDER = join(import.meta.dirname, "../test/flips");

export const FLIPS: readonly string[] = readdirSync(FOLDER).map((file) => file.replace(".yaml", ""));

/** As many as go together: those that move what others edit come last. */
export const TOGETHER: readonly string[] = [
  "operation-ids-and-tags",
  "data-and-total",
  "paging",
  "nested-error",
  "scheme-and-schema-names",
  "token-answer-201",
  "server-path",
  "token-path",
  "countries-path",
];

export function readFlip(name: string): Flip {
  return parse(readFileSync(join(FOLDER, `${name}.yaml`), "utf8"));
}
