import { type Document, isMap, isScalar, parseDocument } from "yaml";
import type { WorkCopy } from "./create-work-copy.ts";

/** One change of a file below `openapi/`. With none of the three, what is there is deleted. */
export interface Edit {
  /** Default: the description. */
  readonly file?: string;
  readonly at: readonly (string | number)[];
  /** What to put there, */
  readonly to?: unknown;
  /** or another name for its key, */
  readonly rename?: string;
  /** or where to take it from, which is left as it is. */
  readonly from?: readonly (string | number)[];
}

/** Makes edits in a copy. @throws Error if there is nothing at a place that is to be renamed or deleted */
export function editSpec(copy: WorkCopy, edits: readonly Edit[]): void {
  for (const { file = "phone-number.yaml", at, to, rename, from } of edits) {
    const document = parseDocument(copy.read(`openapi/${file}`));
    if (rename !== undefined) renameKey(document, at, rename);
    else if (from) document.setIn(at, document.getIn(from));
    else if (to !== undefined) document.setIn(at, document.createNode(to));
    else if (!document.deleteIn(at)) throw new Error(`There is nothing at ${at.join(" › ")}.`);
    copy.write(`openapi/${file}`, String(document));
  }
}

function renameKey(document: Document, at: readonly (string | number)[], name: string): void {
  const parent = document.getIn(at.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(at.at(-1)))
    : undefined;
  if (!pair || !isScalar(pair.key)) throw new Error(`There is nothing at ${at.join(" › ")}.`);
  pair.key.value = name;
}
