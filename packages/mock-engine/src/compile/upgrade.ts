import type { OpenApiDocument } from "./openapi-document.ts";

/**
 * Returns the document with what is left of OpenAPI 3.0 in its schemas put in the words of 3.1: `nullable` becomes the type
 * `null`, and exclusive bounds become numbers. Documents that call themselves 3.1 have such remains too.
 */
export function upgrade(document: OpenApiDocument): OpenApiDocument {
  return upgraded(document);
}

/** What stands under these is data, not schemas. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

function upgraded<T>(node: T, isProperties?: boolean): T;
function upgraded(node: unknown, isProperties = false): unknown {
  if (Array.isArray(node)) return node.map((item) => upgraded(item));
  if (typeof node !== "object" || node === null) return node;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const isData = !isProperties && (DATA.has(key) || key.startsWith("x-"));
    result[key] = isData ? value : upgraded(value, !isProperties && key === "properties");
  }
  return isProperties ? result : upgradeSchema(result);
}

function upgradeSchema({ nullable, ...schema }: Record<string, unknown>): Record<string, unknown> {
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    const isExclusive = schema[exclusive];
    delete schema[exclusive];
    if (!isExclusive) continue;
    schema[exclusive] = schema[bound];
    delete schema[bound];
  }
  if (nullable !== true) return schema;
  // By the letter of 3.0 it means nothing beside `$ref` or without a type; what its authors mean is clear all the same.
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const values = Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {};
  return { ...schema, type: [schema.type, "null"], ...values };
}
