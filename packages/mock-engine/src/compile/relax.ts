import { isSchema, type OpenApiDocument, partsOf, type Schema, targetOf } from "./openapi-document.ts";
import { childrenOf, type Kind, mapChildren } from "./positions.ts";

/** Which properties are not sent: in a request those that are only read, in an answer those that are only written. */
export type Unsent = "readOnly" | "writeOnly";

/** Makes a schema, or all of a document's, ask for nothing that is not sent. */
export type Relax = <T extends object>(node: T, kind?: Kind) => T;

/**
 * A schema's `required` is taken to mean the sent properties only (OpenAPI 3.0, Schema Object: "the required will take
 * effect on the response only"), wherever it and the property stand among the parts that apply to the same value.
 */
export function createRelax(document: OpenApiDocument, unsent: Unsent): Relax {
  if (!mentions(document, unsent)) return (schema) => schema;
  const known = new Map<object, object>();

  function relax<T extends object>(node: T, kind?: Kind): T;
  function relax(node: object, kind: Kind = "schema"): object {
    const earlier = known.get(node);
    if (earlier) return earlier;
    known.set(node, node);
    const result = mapChildren(kind === "schema" && isSchema(node) ? withoutUnsent(node) : node, kind, (child) =>
      relax(child.value, child.kind),
    );
    known.set(node, result);
    return result;
  }

  function withoutUnsent(schema: Schema): Schema {
    try {
      return without(schema, unsentNames(schema));
    } catch {
      // What is wrong with a reference is said where it stands, and is no fault of the others.
      return schema;
    }
  }

  function unsentNames(schema: Schema): ReadonlySet<string> {
    const names = [...partsOf(document, schema)].flatMap(({ properties = {} }) =>
      Object.entries(properties).flatMap(([name, property]) => (isUnsent(document, property, unsent) ? [name] : [])),
    );
    return new Set(names);
  }

  /** What a part says without asking for these names. A part that others refer to stays as it is: a copy takes its place. */
  function without<T extends Schema>(schema: T, names: ReadonlySet<string>): T;
  function without(schema: Schema, names: ReadonlySet<string>): Schema {
    const inner = (part: Schema) => without(part, names);
    const { required } = schema;
    const found = targetOf(document, schema);
    const target = isSchema(found) ? found : undefined;
    const changes: Record<string, unknown> = {};
    if (Array.isArray(required) && required.some((name) => names.has(name))) {
      changes.required = required.filter((name) => !names.has(name));
    }
    for (const key of ["allOf", "anyOf", "oneOf"] as const) {
      const parts = schema[key] ?? [];
      const changed = parts.map(inner);
      if (changed.some((part, index) => part !== parts[index])) changes[key] = changed;
    }
    const changed = target && inner(target);
    if (changed !== target) changes.allOf = [...((changes.allOf ?? schema.allOf ?? []) as Schema[]), changed];
    if (Object.keys(changes).length === 0) return schema;
    const { $ref: _, ...others } = schema;
    return { ...(changed === target ? schema : others), ...changes };
  }

  return relax;
}

/** Whether any schema of the document has such properties: most have none. */
function mentions(document: OpenApiDocument, unsent: Unsent): boolean {
  const seen = new Set<object>();
  const visit = (node: object, kind: Kind): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    if (kind === "schema" && Reflect.get(node, unsent) === true) return true;
    return childrenOf(node, kind).some((child) => visit(child.value, child.kind));
  };
  return visit(document, "document");
}

/** Whether a property is not sent, by any part of its schema. */
export function isUnsent(document: OpenApiDocument, schema: Schema | boolean, unsent: Unsent): boolean {
  return [...partsOf(document, schema)].some((part) => part[unsent] === true);
}
