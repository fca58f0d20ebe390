import type { Reading } from "../engine/api-description.ts";
import { conditionsOf } from "./flatten.ts";
import { conjunctionOf, isSchema, type OpenApiDocument, type Schema } from "./openapi-document.ts";
import type { Unsent } from "./relax.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

type Type = "number" | "boolean" | "null" | "string" | "array" | "object";

/** The simplest first: what may be several things is read so. */
const TYPES: readonly Type[] = ["number", "boolean", "null", "string", "array", "object"];

/** One way to meet a schema: what its parts say together, with a choice made in each `anyOf` and `oneOf`. */
interface Way {
  readonly types: ReadonlySet<Type>;
  /** Whether anything says so, or all types are just not excluded. */
  readonly isTyped: boolean;
  readonly lists: readonly ListPart[];
  readonly properties: ReadonlyMap<string, readonly Schema[]>;
  /** Of properties that have no name. */
  readonly additional: readonly Schema[];
  readonly isOpen: boolean;
}

/** What a schema says of items: of those that have a place of their own, and of the rest. */
interface ListPart {
  readonly prefixItems: readonly Schema[];
  readonly items: readonly Schema[];
}

/** Ways beyond this number are not told apart. */
const MOST_WAYS = 32;
/** What is nested further is taken as it is written, as is a schema in itself. */
const MOST_READINGS = 5_000;

/** How a schema's values are read from text. A schema that may be read in several ways is registered, to tell which fits. */
export function readingOf(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  name: string,
  schema: Schema,
  unsent: Unsent,
): Reading {
  const known = new Map<Schema | boolean, Way[]>();
  let made = 0;

  function reading(schema: Schema, stack: readonly (Schema | boolean)[]): Reading {
    made++;
    const ways = waysOf(document, schema, known);
    const parts = conjunctionOf(document, schema);
    const isDeep = made > MOST_READINGS || stack.some((outer) => parts.has(outer));
    const readings = ways.flatMap((way) => {
      if (!way.isTyped && way.types.size === TYPES.length) return ["any" as const];
      const types = TYPES.filter((type) => way.types.has(type));
      // The null of a list that may be absent is not written.
      const written = types.length > 1 || ways.length > 1 ? types.filter((type) => type !== "null") : types;
      return written.map((type) => typed(type, way, isDeep, [...stack, ...parts]));
    });
    const unlike = new Map(readings.map((reading) => [JSON.stringify(reading), reading]));
    const choices = [...unlike.values()].sort((one, other) => simplicity(one) - simplicity(other));
    const [only = "any", second] = choices;
    return second === undefined ? only : { choices, schema: schemas.add(`${name}.reading`, schema, unsent) };
  }

  function typed(type: Type, way: Way, isDeep: boolean, stack: readonly (Schema | boolean)[]): Reading {
    const inner = (parts: readonly Schema[]) => {
      const [only = {}, second] = parts;
      return isDeep ? "any" : reading(second === undefined ? only : { allOf: [...parts] }, stack);
    };
    if (type === "array") {
      const at = (index: number) => inner(way.lists.flatMap(({ prefixItems, items }) => prefixItems[index] ?? items));
      const places = Math.max(0, ...way.lists.map(({ prefixItems }) => prefixItems.length));
      const prefix = Array.from({ length: isDeep ? 0 : places }, (_, index) => at(index));
      return { items: at(places), ...(prefix.length > 0 && { prefix }) };
    }
    if (type !== "object") return type;
    const names = isDeep ? [] : [...way.properties];
    return {
      properties: Object.fromEntries(names.map(([name, parts]) => [name, inner(parts)])),
      ...(way.isOpen && { additional: way.additional.length === 0 ? "any" : inner(way.additional) }),
    };
  }

  return reading(schema, []);
}

function simplicity(reading: Reading): number {
  if (typeof reading === "string") return reading === "any" ? TYPES.length : TYPES.indexOf(reading);
  return "items" in reading ? TYPES.indexOf("array") : TYPES.indexOf("object");
}

function waysOf(document: OpenApiDocument, schema: Schema | boolean, known: Map<Schema | boolean, Way[]>): Way[] {
  const earlier = known.get(schema);
  if (earlier) return earlier;
  const schemas = [...conjunctionOf(document, schema)].filter((part) => typeof part === "object");
  const choices = schemas
    .flatMap((part) => [part.anyOf, part.oneOf, conditionsOf(part), ...dependentsOf(part)])
    .filter((alternatives) => alternatives !== undefined)
    .map((alternatives) => alternatives.flatMap((alternative) => waysOf(document, alternative, known)));
  const ways = [...schemas.map((part) => [own(part)]), ...choices].reduce(
    (ways, others) =>
      ways
        .flatMap((way) => others.map((other) => both(way, other)))
        .filter(({ types }) => types.size > 0)
        .slice(0, MOST_WAYS),
    [own({})],
  );
  known.set(schema, ways);
  return ways;
}

function both(one: Way, other: Way): Way {
  const properties = new Map(one.properties);
  for (const [name, parts] of other.properties) properties.set(name, [...(properties.get(name) ?? []), ...parts]);
  return {
    types: new Set([...one.types].filter((type) => other.types.has(type))),
    isTyped: one.isTyped || other.isTyped,
    lists: [...one.lists, ...other.lists],
    properties,
    additional: [...one.additional, ...other.additional],
    isOpen: one.isOpen || other.isOpen,
  };
}

/** What a schema says where some property is there, or nothing. */
function dependentsOf({ dependentSchemas }: Schema): Schema[][] {
  return Object.values(dependentSchemas ?? {}).map((schema) => [schema, {}]);
}

/** Keywords that tell the type of a schema that does not. */
const HINTS: readonly (readonly [type: Type, keywords: readonly string[]])[] = [
  ["object", ["properties", "patternProperties", "additionalProperties", "required", "minProperties", "maxProperties"]],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
  ["string", ["pattern", "minLength", "maxLength"]],
];

function own(schema: Schema): Way {
  const { type, items, prefixItems, properties = {}, additionalProperties, patternProperties } = schema;
  const hasList = items !== undefined || prefixItems !== undefined;
  const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
  const hinted = HINTS.filter(([, keywords]) => keywords.some((keyword) => keyword in schema)).map(([type]) => type);
  const named = type === undefined ? (values?.map(typeOf) ?? hinted) : [type].flat().map(shorten);
  const entries = Object.entries(properties);
  const patterned = Object.values((patternProperties ?? {}) as Record<string, Schema>);
  return {
    types: new Set(named.length > 0 ? named : TYPES),
    isTyped: named.length > 0,
    lists: hasList ? [{ prefixItems: prefixItems ?? [], items: items === undefined ? [] : [items] }] : [],
    properties: new Map(entries.map(([name, property]) => [name, [property]])),
    additional: isSchema(additionalProperties) ? [additionalProperties] : patterned,
    isOpen:
      patterned.length > 0 ||
      (additionalProperties === undefined
        ? named.includes("object") && entries.length === 0
        : additionalProperties !== false),
  };
}

function typeOf(value: unknown): Type {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "object" || type === "number" || type === "boolean" ? type : "string";
}

function shorten(type: string): Type {
  return TYPES.find((known) => known === type) ?? (type === "integer" ? "number" : "string");
}
