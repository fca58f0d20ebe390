import { readFile } from "node:fs/promises";
import { bundle } from "@apidevtools/json-schema-ref-parser";
import { isMap, isNode, isScalar, isSeq, LineCounter, parse, parseDocument } from "yaml";
import type { MockSpec } from "../engine/api-description.ts";
import { compileSpec } from "./compile-spec.ts";
import { findProblems } from "./find-problems.ts";
import { keysOf } from "./positions.ts";

/** A document that was read, and what is wrong with it. */
export interface ReadSpec extends MockSpec {
  /** Faults that keep parts of it from being served, one a line: file, line, place, and what is wrong. Empty for none. */
  readonly problems: readonly string[];
}

/** Reads and compiles an OpenAPI document in JSON or YAML, with the files that it refers to. Nothing is fetched. */
export async function readSpec(path: string): Promise<ReadSpec> {
  // A byte order mark is for the reader to remove (RFC 8259, section 8.1).
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  // Following references takes long in a large document, and most have none that lead out of it.
  const isWhole = !EXTERNAL_REFERENCE.test(text);
  const document: unknown = isWhole ? parseText(text) : await bundle(path, { resolve: { http: false } });
  if (typeof document !== "object" || document === null) throw new TypeError("It is no OpenAPI document.");
  const spec = compileSpec(document);
  const problems = findProblems(document);
  if (problems.length === 0) return { ...spec, problems: [] };
  const lineOf = createLineFinder(text);
  return {
    ...spec,
    problems: problems.map(({ pointer, message }) => `${path}:${lineOf(pointer)} #${pointer}: ${message}`),
  };
}

const EXTERNAL_REFERENCE = /\$ref["']?\s*:\s*["']?[^\s"'#]/;

/** How many aliases YAML has is no matter: each stands for what it names, which is held once. */
function parseText(text: string): unknown {
  return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
}

/** Finds the line of a place, or of what is left of it in the file. JSON is YAML too. */
function createLineFinder(text: string): (pointer: string) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (pointer) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of keysOf(pointer)) {
      const pair = isMap(node)
        ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
        : undefined;
      const item = isSeq(node) ? node.items[Number(key)] : undefined;
      const place = pair?.key ?? item;
      if (!isNode(place)) break;
      offset = place.range?.[0] ?? offset;
      node = pair ? pair.value : item;
    }
    return lines.linePos(offset).line;
  };
}
