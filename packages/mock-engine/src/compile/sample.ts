import RandExp from "randexp";
import { type OpenApiDocument, resolve, type Schema } from "./openapi-document.ts";
import type { Unsent } from "./relax.ts";

/**
 * Makes values from a schema, the likeliest to please first: with all properties and the schema's own examples, then without
 * its examples, with other choices, and with required properties only. Always the same for the same schema. A value need
 * not fit: keywords such as `not` and `if` are not looked at, so each is to be validated.
 */
export function* samples(document: OpenApiDocument, schema: Schema, unsent: Unsent = "writeOnly"): Generator<unknown> {
  for (const isMinimal of [false, true]) {
    for (const trustsExamples of [true, false]) {
      for (let choice = 0; choice < CHOICES; choice++) {
        yield createSampler(document, { unsent, isMinimal, trustsExamples, choice })(schema, 0);
      }
    }
  }
}

const CHOICES = 4;
/** How deep optional properties and array items are followed. */
const MAX_DEPTH = 5;

interface SamplerOptions {
  /** Properties that are left out. */
  readonly unsent: Unsent;
  readonly isMinimal: boolean;
  readonly trustsExamples: boolean;
  /** Which of the alternatives in `oneOf`, `anyOf`, `type` and `enum` is taken, modulo their number. */
  readonly choice: number;
}

function createSampler(document: OpenApiDocument, { unsent, isMinimal, trustsExamples, choice }: SamplerOptions) {
  const pick = <T>(items: readonly T[]): T | undefined => items[choice % items.length];

  /** A schema without `$ref`, `allOf`, `oneOf` and `anyOf`: what they say is merged into it. */
  function flatten(schema: Schema, hops = 0): Schema {
    if (typeof schema !== "object" || hops > 50) return {};
    const { $ref, allOf = [], oneOf = [], anyOf = [], ...own } = schema;
    const target = $ref === undefined ? [] : [resolve<Schema>(document, { $ref })];
    const alternatives = [oneOf, anyOf].map(pick).filter((alternative) => alternative !== undefined);
    return [...target, ...allOf, ...alternatives].map((part) => flatten(part, hops + 1)).reduce(merge, own);
  }

  function sampleOf(schema: Schema, depth: number, index = 0): unknown {
    const flat: Flat = flatten(schema);
    if ("const" in flat) return flat.const;
    if (trustsExamples && index === 0) {
      const [example = flat.example ?? flat.default] = Array.isArray(flat.examples) ? flat.examples : [];
      if (example !== undefined) return example;
    }
    if (flat.enum) return flat.enum[(choice + index) % flat.enum.length];
    switch (typeOf(flat)) {
      case "object":
        return objectOf(flat, depth);
      case "array":
        return arrayOf(flat, depth);
      case "string":
        return stringOf(flat, index);
      case "integer":
      case "number":
        return numberOf(flat, index);
      case "boolean":
        return index % 2 === 0;
      default:
        return null;
    }
  }

  function typeOf(flat: Flat): string {
    const types = [flat.type ?? []].flat();
    const type = pick([...types.filter((name) => name !== "null"), ...types.filter((name) => name === "null")]);
    if (type !== undefined) return type;
    if (flat.properties || flat.additionalProperties) return "object";
    if (flat.items || flat.prefixItems) return "array";
    return flat.minimum !== undefined || flat.maximum !== undefined ? "number" : "string";
  }

  function objectOf({ properties = {}, required = [], minProperties = 0, additionalProperties }: Flat, depth: number) {
    const isBare = isMinimal || depth >= MAX_DEPTH;
    const names = isBare ? required : [...Object.keys(properties), ...required];
    const all = new Set(names.filter((name) => flatten(properties[name] ?? {})[unsent] !== true));
    const extra = typeof additionalProperties === "object" ? additionalProperties : {};
    for (let count = 1; all.size < minProperties; count++) all.add(`property${count}`);
    return Object.fromEntries([...all].map((name) => [name, sampleOf(properties[name] ?? extra, depth + 1)]));
  }

  function arrayOf({ prefixItems = [], items, minItems = 0, maxItems }: Flat, depth: number): unknown[] {
    const isBare = isMinimal || depth >= MAX_DEPTH;
    const wanted = Math.max(minItems, prefixItems.length, isBare || items === undefined ? 0 : 1);
    const length = Math.min(wanted, maxItems ?? wanted);
    return Array.from({ length }, (_, index) => sampleOf(prefixItems[index] ?? items ?? {}, depth + 1, index));
  }

  function stringOf({ format = "", pattern, minLength = 0, maxLength }: Flat, index: number): string {
    if (pattern !== undefined) return matching(pattern, Math.max(minLength, choice));
    const text = FORMATS[format] ?? "string";
    const varied = index > 0 && FORMATS[format] === undefined ? `${text}${index}` : text;
    return varied.padEnd(minLength, "x").slice(0, maxLength);
  }

  return sampleOf;
}

interface Flat extends Schema {
  readonly const?: unknown;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly additionalProperties?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

function merge(one: Flat, other: Flat): Flat {
  const properties = { ...one.properties };
  for (const [name, schema] of Object.entries(other.properties ?? {})) {
    const known = properties[name];
    properties[name] = known ? { allOf: [known, schema] } : schema;
  }
  const required = [...(one.required ?? []), ...(other.required ?? [])];
  return {
    ...other,
    ...one,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

function numberOf(flat: Flat, index: number): number {
  const {
    type,
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
    multipleOf = type === "integer" ? 1 : undefined,
  } = flat;
  const step = multipleOf ?? 1;
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const start = least > -Infinity ? least : most < Infinity ? Math.min(most, 0) : 0;
  let value = multipleOf === undefined ? start : Math.ceil(start / step) * step;
  if (value === exclusiveMinimum) value += multipleOf ?? (most < Infinity ? (most - least) / 2 : 1);
  if (value > most || value === exclusiveMaximum) value = multipleOf === undefined ? (least + most) / 2 : value - step;
  return value + index * step;
}

/** A string that a pattern matches, with its repetitions as few as will do. */
function matching(pattern: string, minLength: number): string {
  try {
    for (let more = 0; ; more += Math.max(1, minLength)) {
      const generator = new RandExp(pattern);
      generator.randInt = (from, to) => Math.min(from + more, to);
      const text = generator.gen();
      if (text.length >= minLength || more > 10 * minLength) return text;
    }
  } catch {
    return "string";
  }
}

/** One value of each format that JSON Schema and OpenAPI name. */
const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2024-01-01T00:00:00Z",
  date: "2024-01-01",
  time: "00:00:00Z",
  duration: "PT1M",
  email: "user@example.com",
  "idn-email": "user@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com",
  url: "https://example.com",
  iri: "https://example.com",
  "uri-reference": "/path",
  "iri-reference": "/path",
  "uri-template": "/path/{name}",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  "json-pointer": "/path",
  "relative-json-pointer": "1/path",
  regex: "^.*$",
  byte: "c3RyaW5n",
};
