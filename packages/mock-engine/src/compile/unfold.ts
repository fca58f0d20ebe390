import { endOf, isSchema, type OpenApiDocument, type Schema, targetOf } from "./openapi-document.ts";
import { childrenOf, type Kind, mapChildren, pointerOf, referenceTo } from "./positions.ts";

/** Keywords whose schemas are held against the same value as the schema that has them. */
const SAME_PLACE: ReadonlySet<string> = new Set("allOf anyOf oneOf not if then else dependentSchemas".split(" "));

/** What more schemas than these would ask for, written out in one, is not asked. */
const MOST_PARTS = 1_000;

/**
 * Ends what would be evaluated for ever (JSON Schema 2020-12, Core, 9.4.1): schemas that are each other's parts, as a parent
 * is one of its children, and each child all of its parent. While a schema is evaluated, a reference back to it asks for
 * nothing more, and a choice of which it is one is made: a parent is one of its children by what they add to it, and a child
 * is the parent, whichever else that may be. Such schemas are written out so in copies, to which all references lead.
 *
 * @param references Those of the document that lead to schemas.
 */
export function unfold(document: OpenApiDocument, references: Iterable<string>): OpenApiDocument {
  const cycles = new Map<Schema, Cycle>();
  for (const reference of references) {
    const target = partOf(document, { $ref: reference });
    if (!target) continue;
    const parts = partsFrom(document, target, SAME_PLACE);
    if (parts.has(target)) cycles.set(target, { parts, name: reference, names: namesIn(document, target) });
  }
  if (cycles.size === 0) return document;
  const known = new Map<object, object>();
  const copied = new Set<Schema>();
  const counts = new Map<object | undefined, number>();

  /** @param outer The schemas that are evaluated at the same place. */
  function unfolded<T extends object>(node: T, kind: Kind, outer: readonly object[]): T;
  function unfolded(node: object, kind: Kind, outer: readonly object[]): object {
    const earlier = outer.length === 0 ? known.get(node) : undefined;
    if (earlier) return earlier;
    if (outer.length === 0) known.set(node, node);
    const within = [...outer, node];
    const inner = mapChildren(kind === "schema" ? withoutMade(node, within) : node, kind, (child) =>
      unfolded(child.value, child.kind, SAME_PLACE.has(child.keys[0] ?? "") ? within : []),
    );
    const result = kind === "schema" && isSchema(inner) ? withoutReturn(inner, within) : inner;
    if (outer.length === 0) known.set(node, result);
    return result;
  }

  function withoutMade(schema: object, within: readonly unknown[]): object {
    const isMade = (part: object) => within.includes(endOf(document, part));
    const isOpen = ([key, value]: [string, unknown]) =>
      !(["anyOf", "oneOf"].includes(key) && Array.isArray(value) && value.some(isMade));
    return Object.fromEntries(Object.entries(schema).filter(isOpen));
  }

  function withoutReturn(schema: Schema, within: readonly object[]): Schema {
    const target = partOf(document, schema);
    const cycle = target && cycles.get(target);
    if (!cycle) return schema;
    const { $ref, ...others } = schema;
    return { ...others, allOf: [...(others.allOf ?? []), ownOf(target, cycle, within)] };
  }

  function ownOf(target: Schema, { parts, name, names }: Cycle, within: readonly object[]): Schema {
    if (within.includes(target)) return names;
    if (within.some((outer) => parts.has(outer))) {
      const count = counts.get(within[0]) ?? 0;
      counts.set(within[0], count + 1);
      return count < MOST_PARTS ? unfolded(target, "schema", within) : {};
    }
    copied.add(target);
    return { $ref: referenceTo(`/components/schemas${pointerOf([name])}`) };
  }

  const { components = {}, ...others } = unfolded(document, "document", []);
  const schemas = new Map(Object.entries(components.schemas ?? {}));
  for (const target of copied) schemas.set(cycles.get(target)?.name ?? "", unfolded(target, "schema", []));
  return { ...others, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/** Of a schema that is a part of itself. */
interface Cycle {
  /** All schemas that are held against the same value. */
  readonly parts: ReadonlySet<object>;
  /** What the copy is called: no other schema is. */
  readonly name: string;
  /** The names of its properties, so that `unevaluatedProperties` knows them, and nothing of what they are. */
  readonly names: Schema;
}

function partsFrom(document: OpenApiDocument, schema: object, keywords: ReadonlySet<string>): Set<object> {
  const nextTo = (part: object) => [
    ...childrenOf(part, "schema").flatMap(({ keys: [key = ""], value }) => (keywords.has(key) ? [value] : [])),
    ...[partOf(document, part) ?? []].flat(),
  ];
  const found = new Set(nextTo(schema));
  for (const part of found) for (const next of nextTo(part)) found.add(next);
  return found;
}

/** What a schema refers to; undefined for nothing, and for what no value can be held against. */
function partOf(document: OpenApiDocument, schema: object): Schema | undefined {
  if (!isSchema(schema) || !endOf(document, schema)) return undefined;
  const target = targetOf(document, schema);
  return isSchema(target) ? target : undefined;
}

function namesIn(document: OpenApiDocument, schema: Schema): Schema {
  const all = [schema, ...partsFrom(document, schema, new Set(["allOf"]))];
  const names = all.flatMap((part) => Object.keys(Object(Reflect.get(part, "properties"))));
  return names.length > 0 ? { properties: Object.fromEntries(names.map((name) => [name, {}])) } : {};
}
