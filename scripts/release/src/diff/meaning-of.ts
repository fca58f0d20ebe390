import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import { isRecord, listOf, type Plain, recordOf } from "./record.ts";

/**
 * A schema's own level in one spelling: references followed, `const` as an `enum`, parts of `allOf` and unions of types
 * drawn in where that changes nothing, and without words and without what says no more than its absence.
 */
export function meaningOf(document: OpenApiDocument, schema: unknown, seen: readonly unknown[] = []): Plain {
  if (schema === false) return { not: {} };
  if (!isRecord(schema) || seen.includes(schema)) return {};
  const inner = (member: unknown) => meaningOf(document, member, [...seen, schema]);
  const { $ref, allOf, const: constant, ...rest } = schema;
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (!WORDS.has(key) && !key.startsWith("x-") && !isDeepStrictEqual(value, SAYS_NOTHING[key])) own[key] = value;
  }
  if ("const" in schema) own.enum = [constant];
  if (own.type === undefined && own.enum !== undefined) own.type = listOf(own.enum).map(typeOf);
  if (own.type !== undefined) own.type = typesOf(own.type);
  if (isRecord(own.additionalProperties) && isEmpty(inner(own.additionalProperties))) delete own.additionalProperties;

  const parts = [
    ...(typeof $ref === "string" ? [inner(resolve(document, { $ref }))] : []),
    ...listOf(allOf).map(inner),
  ];
  for (const key of ["oneOf", "anyOf"] as const) {
    const union = unionOf(listOf(own[key]).map(inner));
    if (!union) continue;
    delete own[key];
    parts.push(union);
  }
  let whole: Plain = own;
  for (const one of parts) whole = join(whole, one) ?? { ...whole, allOf: [...listOf(whole.allOf), one] };
  return whole;
}

const WORDS = new Set(["$comment", "$id", "$schema", "description", "example", "examples", "externalDocs", "title"]);

const SAYS_NOTHING: Plain = {
  additionalProperties: true,
  unevaluatedProperties: true,
  items: true,
  required: [],
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
};

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function typesOf(type: unknown): string[] {
  const types = [...new Set([type].flat().map(String))].sort();
  return types.includes("number") ? types.filter((each) => each !== "integer") : types;
}

/** Two schemas that both have to hold, as one; undefined where that takes an `allOf`. */
function join(one: Plain, other: Plain): Plain | undefined {
  const isClosed = [one, other].some(({ additionalProperties, unevaluatedProperties }) =>
    Boolean(isRecord(additionalProperties) || additionalProperties === false || unevaluatedProperties !== undefined),
  );
  if (isClosed && !isEmpty(one) && !isEmpty(other) && ("properties" in one || "properties" in other)) return undefined;
  const joined: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const own = one[key];
    if (own === undefined || isDeepStrictEqual(own, value)) joined[key] = value;
    else if (key === "required") joined[key] = [...new Set([...listOf(own), ...listOf(value)])];
    else if (key === "allOf") joined[key] = [...listOf(own), ...listOf(value)];
    else if (key === "properties" && Object.keys(recordOf(own)).every((name) => !(name in recordOf(value))))
      joined[key] = { ...recordOf(own), ...recordOf(value) };
    else return undefined;
  }
  return joined;
}

/** A choice between types, or between something and null, as one schema; undefined where it is more than that. */
function unionOf(members: readonly Plain[]): Plain | undefined {
  const [first, ...others] = members;
  if (first && others.length === 0) return first;
  const types = members.flatMap(({ type }) => listOf(type).map(String));
  if (types.length === 0 || new Set(types).size < types.length) return undefined;
  if (types.includes("integer") && types.includes("number")) return undefined;
  if (members.some(({ type }) => type === undefined)) return undefined;
  const more = members.filter((member) => Object.keys(member).length > 1);
  const [only = {}] = more;
  // What stands beside its type must not speak of another's values.
  if (more.length > 1 || Object.keys(only).some((key) => key !== "type" && !OF_ONE_TYPE.has(key))) return undefined;
  return { ...only, type: typesOf(types) };
}

const OF_ONE_TYPE = new Set([
  ..."format maxLength minLength pattern maximum minimum exclusiveMaximum exclusiveMinimum multipleOf items prefixItems".split(
    " ",
  ),
  ..."maxItems minItems uniqueItems properties required additionalProperties maxProperties minProperties".split(" "),
  ..."patternProperties propertyNames default deprecated".split(" "),
]);
