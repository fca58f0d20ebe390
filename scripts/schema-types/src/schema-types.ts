import { type OpenApiDocument, webhooksOf } from "@m800/mock-engine/compile";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

/**
 * TypeScript types of an OpenAPI document, without its example data: that would be copied into every docstring. A field with
 * a default may be left out, since by OpenAPI a default is what the server takes for a field that is absent. What has the
 * format `binary` is a Blob.
 */
export async function schemaTypes(document: OpenApiDocument): Promise<string> {
  const types = astToString(
    await openapiTS(stripped({ ...document, webhooks: webhooksOf(document) }), {
      alphabetize: true,
      defaultNonNullable: false,
      transform: ({ format, type }) => (format === "binary" ? blobOr(type?.includes("null") ?? false) : undefined),
    }),
  );
  return types.replace(/^(?: {4})+/gm, (indent) => "\t".repeat(indent.length / 4));
}

function blobOr(isNullable: boolean): ts.TypeNode {
  const blob = ts.factory.createTypeReferenceNode("Blob");
  return isNullable
    ? ts.factory.createUnionTypeNode([blob, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
    : blob;
}

/** Callbacks stand among the webhooks by then: the generator would pass them over. */
const LEFT_OUT = new Set(["callbacks", "example", "examples"]);

/** A copy without examples and callbacks, except where `properties` or a map of named things has an entry of that name. */
function stripped(document: OpenApiDocument): OpenAPI3 {
  const strip = (node: unknown, isMap: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => strip(item, false));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => isMap || !LEFT_OUT.has(key))
        .map(([key, child]) => [key, strip(child, !isMap && MAPS.has(key))]),
    );
  };
  return strip(document, false) as OpenAPI3;
}

/** Keywords whose value maps names of the author's choice, where `example` is a name like any other. */
const MAPS = new Set(["properties", "patternProperties", "$defs", "schemas", "parameters", "responses", "headers"]);
