import { isSchema, type OpenApiDocument } from "./openapi-document.ts";
import {
  type Child,
  isObject,
  type Kind,
  keysOf,
  lookUp,
  mapChildren,
  pointerIn,
  pointerOf,
  referenceTo,
  withEntries,
  withoutNulls,
} from "./positions.ts";
import { unfold } from "./unfold.ts";
import { withDiscriminator } from "./with-discriminator.ts";
import { withProtoProperty } from "./with-proto-property.ts";

/**
 * Returns the document with what is left of OpenAPI 3.0 in its schemas put in the words of 3.1: `nullable` becomes the type
 * `null`, and exclusive bounds become numbers. Documents that call themselves 3.1 have such remains too. A schema that
 * stands in several places, as YAML's aliases make it, stands in the first alone: the others refer to it.
 */
export function upgrade(document: OpenApiDocument): OpenApiDocument {
  const places = new Map<object, string>();
  const known = new Map<Kind, Map<object, object>>();
  const references = new Map<string, Kind>();

  function upgraded<T extends object>(node: T, kind: Kind, pointer: string): T;
  function upgraded(node: object, kind: Kind, pointer: string): object {
    const done = known.get(kind) ?? new Map<object, object>();
    known.set(kind, done);
    if (kind === "schema") {
      const place = places.get(node);
      if (place !== undefined && place !== pointer) {
        const $ref = referenceTo(place);
        references.set($ref, kind);
        return { $ref };
      }
      places.set(node, pointer);
    }
    const earlier = done.get(node);
    if (earlier) return earlier;
    done.set(node, node);
    if ("$ref" in node && typeof node.$ref === "string") references.set(node.$ref, kind);
    const inner = kind === "schema" && isWrapped(node) ? `${pointer}/anyOf/0` : pointer;
    const sound = withoutNulls(
      kind === "schema" && isSchema(node) ? withDiscriminator(document, node, pointer) : node,
      kind,
    );
    const result = mapChildren(kind === "schema" ? withoutTwins(sound) : sound, kind, ({ keys, value, kind }: Child) =>
      upgraded(value, kind, inner + pointerOf(keys)),
    );
    const own = kind === "schema" ? withProtoProperty(upgradeSchema(result)) : result;
    done.set(node, own);
    return own;
  }

  let result = upgraded(document, "document", "");
  // References may lead to places that OpenAPI has no name for.
  for (const [reference, kind] of references) {
    const pointer = pointerIn(reference) ?? "";
    const target = targetOf(document, reference);
    if (!isObject(target) || known.get(kind)?.has(target)) continue;
    result = withValueAt(result, keysOf(pointer), upgraded(target, kind, pointer));
  }
  return unfold(
    result,
    [...references].flatMap(([reference, kind]) => (kind === "schema" ? [reference] : [])),
  );
}

/** The same schema once more asks for nothing more: nine times nine times nine is what aliases make of it. */
function withoutTwins(schema: object): object {
  const changes = ["allOf", "anyOf"].flatMap((key): [string, unknown][] => {
    const parts: unknown = Reflect.get(schema, key);
    const unlike = Array.isArray(parts) ? [...new Set(parts)] : [];
    return Array.isArray(parts) && unlike.length < parts.length ? [[key, unlike]] : [];
  });
  const oneOf: unknown = Reflect.get(schema, "oneOf");
  if (Array.isArray(oneOf) && new Set(oneOf).size < oneOf.length) changes.push(["oneOf", [exactlyOne(oneOf)]]);
  return changes.length > 0 ? withEntries(schema, changes) : schema;
}

/** What fits one of two that are the same fits the other, too. */
function exactlyOne(parts: readonly unknown[]): object {
  const isTwin = (part: unknown) => parts.indexOf(part) !== parts.lastIndexOf(part);
  const single = parts.filter((part) => !isTwin(part));
  return single.length > 0 ? { oneOf: single, not: { anyOf: [...new Set(parts.filter(isTwin))] } } : { not: {} };
}

function targetOf(document: object, reference: string): unknown {
  try {
    return lookUp(document, reference);
  } catch {
    return undefined;
  }
}

function withValueAt<T extends object>(holder: T, [key = "", ...others]: readonly string[], value: object): T {
  const inner = Reflect.get(holder, key);
  return withEntries(holder, [[key, others.length > 0 && isObject(inner) ? withValueAt(inner, others, value) : value]]);
}

/** By the letter of 3.0 `nullable` means nothing beside `$ref` or without a type; what its authors mean is clear all the same. */
function isWrapped(schema: object): boolean {
  return "nullable" in schema && schema.nullable === true && !("type" in schema && typeof schema.type === "string");
}

const OFTEN_BOOLEAN = ["exclusiveMinimum", "exclusiveMaximum", "required"];

function upgradeSchema(given: object): object {
  const hasNoValue = "enum" in given && Array.isArray(given.enum) && given.enum.length === 0;
  const isOld =
    hasNoValue || "nullable" in given || OFTEN_BOOLEAN.some((key) => typeof Reflect.get(given, key) === "boolean");
  if (!isOld) return given;
  const { nullable, ...schema }: Record<string, unknown> = { ...given };
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    const isExclusive = schema[exclusive];
    delete schema[exclusive];
    if (!isExclusive || schema[bound] === undefined) continue;
    schema[exclusive] = schema[bound];
    delete schema[bound];
  }
  // The boolean of OpenAPI's parameters is a common slip in schemas, and says nothing there.
  if (typeof schema.required === "boolean") delete schema.required;
  // Legal, and none of Ajv's business.
  if (hasNoValue) {
    delete schema.enum;
    schema.not = {};
  }
  if (isWrapped(given)) return { anyOf: [schema, { type: "null" }] };
  if (nullable === true) {
    schema.type = [schema.type, "null"];
    if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
  }
  return schema;
}
