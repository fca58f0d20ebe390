import { createHash } from "node:crypto";
import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { bundle, createConfig } from "@redocly/openapi-core";
import { canonicalJson } from "./canonical-json.ts";

export interface Spec {
  /** The description with every external `$ref` brought inside. */
  readonly document: OpenApiDocument;
  /** SHA-256 over the bundled description: any change of meaning changes it; comments, layout and the order of keys do not. */
  readonly hash: string;
}

/** Reads and bundles an OpenAPI file. @throws Error naming file and line, when it cannot be read or a `$ref` dangles. */
export async function loadSpec(path: string): Promise<Spec> {
  const { bundle: bundled, problems } = await bundle({ ref: path, config: await createConfig({}) });
  if (problems.length > 0) {
    const described = problems.map(({ message, location: [place] }) => `${place?.source.absoluteRef}: ${message}`);
    throw new Error(described.join("\n"));
  }
  const document: unknown = bundled.parsed;
  if (!isOpenApi(document)) throw new Error(`${path} is not an OpenAPI 3 description.`);
  return { document, hash: createHash("sha256").update(canonicalJson(document)).digest("hex") };
}

function isOpenApi(value: unknown): value is OpenApiDocument {
  return typeof value === "object" && value !== null && "openapi" in value && /^3\./.test(String(value.openapi));
}
