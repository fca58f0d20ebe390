import { createHash } from "node:crypto";
import { relative } from "node:path";
import { assertOpenApi, type OpenApiDocument } from "@m800/mock-engine/compile";
import { BaseResolver, bundle, createConfig } from "@redocly/openapi-core";
import { canonicalJson } from "./canonical-json.ts";
import { describeProblems } from "./describe-problems.ts";
import { findCyclicAlias } from "./find-cyclic-alias.ts";

export interface Spec {
  /** The description with every external `$ref` brought inside. */
  readonly document: OpenApiDocument;
  /** SHA-256 over the bundled description: any change of meaning changes it; comments, layout and the order of keys do not. */
  readonly hash: string;
}

/** Reads and bundles an OpenAPI file. @throws Error naming file and line, when it cannot be read or a `$ref` dangles. */
export async function loadSpec(path: string): Promise<Spec> {
  const file = relative(process.cwd(), path);
  const source = await new BaseResolver().resolveDocument(null, path, true).catch((error: Error) => error);
  if (source instanceof Error) {
    throw new Error(`${file}: ${source.message.replace(/ in ".*" \((\d+:\d+)\)/, " at $1")}`);
  }
  const cycle = findCyclicAlias(source.source.body);
  if (cycle)
    throw new Error(`${file}:${cycle.line}: The alias *${cycle.anchor} stands inside what it stands for. Use a $ref.`);
  try {
    assertOpenApi(source.parsed);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
  const { bundle: bundled, problems } = await bundle({ ref: path, config: await createConfig({}) });
  if (problems.length > 0) throw new Error(describeProblems(problems));
  const document: unknown = bundled.parsed;
  assertOpenApi(document);
  return { document, hash: createHash("sha256").update(canonicalJson(document)).digest("hex") };
}
