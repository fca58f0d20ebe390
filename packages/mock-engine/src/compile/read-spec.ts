import { readFile } from "node:fs/promises";
import { bundle } from "@apidevtools/json-schema-ref-parser";
import { parse } from "yaml";
import type { MockSpec } from "../engine/api-description.ts";
import { compileSpec } from "./compile-spec.ts";

/** Reads and compiles an OpenAPI document in JSON or YAML, with the files that it refers to. Nothing is fetched. */
export async function readSpec(path: string): Promise<MockSpec> {
  const text = await readFile(path, "utf8");
  // Following references takes long in a large document, and most have none that lead out of it.
  if (EXTERNAL_REFERENCE.test(text)) return compileSpec(await bundle(path, { resolve: { http: false } }));
  const document: unknown = /^\s*\{/.test(text) ? JSON.parse(text) : parse(text);
  if (typeof document !== "object" || document === null) throw new TypeError("It is no OpenAPI document.");
  return compileSpec(document);
}

const EXTERNAL_REFERENCE = /\$ref["']?\s*:\s*["']?[^\s"'#]/;
