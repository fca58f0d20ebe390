import type { Node } from "./flatten.ts";
import { type Flat, flattenOf, type Type } from "./flatten.ts";
import { type OpenApiDocument, partsOf, type Schema } from "./openapi-document.ts";
import { isUnsent, type Unsent } from "./relax.ts";
import { listsOf } from "./sample-list.ts";
import { type Maker, NONE } from "./sample-maker.ts";
import { numbersOf } from "./sample-number.ts";
import { objectsOf } from "./sample-object.ts";
import { stringsOf } from "./sample-string.ts";
import { sizeOf } from "./size-of.ts";

/** What samples are made for. */
export interface SampleUse {
  /** Properties that are left out. Default: `writeOnly`. */
  readonly unsent?: Unsent;
  /** Whether a value fits a schema: with it, each part is held against its own schema where the first samples do not fit. */
  readonly fits?: (schema: Schema, value: unknown, unsent: Unsent) => boolean;
}

/**
 * Makes values from a schema, the likeliest to please first: with all properties and the schema's own examples, then with
 * those that fit and every part tried until it does, then with what is required only. Always the same for the same schema,
 * and never large. A value need not fit: each is to be validated.
 */
export function* samples(
  document: OpenApiDocument,
  schema: Schema,
  { unsent = "writeOnly", fits }: SampleUse = {},
): Generator<unknown> {
  const modes: readonly Mode[] = [
    { isBare: false },
    ...(fits ? [{ isBare: false, fits }] : []),
    { isBare: true, ...(fits && { fits }) },
  ];
  for (const mode of modes) {
    const value = createSampler(document, unsent, mode)(schema);
    if (value !== NONE && sizeOf(value) < MOST_VALUES) yield value;
  }
}

interface Mode extends Pick<SampleUse, "fits"> {
  /** Of what is required alone, and by no examples. */
  readonly isBare: boolean;
}

/** How deep optional properties and items are followed. */
const MAX_DEPTH = 5;
/** Once so many values are made, the others are as bare as can be. */
const MANY_VALUES = 1_500;
/** Samples of more values are given up. */
const MOST_VALUES = 200_000;
/** How deep the barest value may nest. */
const MOST_FUEL = 24;
/** How often a part is tried until it fits. */
const MOST_TRIES = 100;

/** Where a value is made: with all that is optional, or, given fuel, as bare as it can be and no deeper than that. */
interface Place {
  readonly depth: number;
  /** The schemas that it is made within. */
  readonly stack: readonly Node[];
  readonly fuel?: number;
}

const TOP: Place = { depth: 0, stack: [] };

function createSampler(document: OpenApiDocument, unsent: Unsent, { isBare, fits }: Mode) {
  const flatten = flattenOf(document);
  const known = new Map<Node, ReadonlySet<Node>>();
  const bareValues = new Map<Node, unknown[]>();
  let made = 0;

  function partsIn(schema: Node): ReadonlySet<Node> {
    const parts = known.get(schema) ?? partsOf(document, schema);
    known.set(schema, parts);
    return parts;
  }

  /** Whether a schema stands far down, or in itself: there are others to try, but not without end. */
  function isDeep(schema: Node, { depth, stack, fuel }: Place): boolean {
    return fuel === undefined && (depth >= MAX_DEPTH || stack.some((outer) => partsIn(schema).has(outer)));
  }

  /** Whether there is room for what need not be there. */
  function hasRoom(schema: Node, place: Place): boolean {
    return place.fuel === undefined && made < MANY_VALUES && !isDeep(schema, place);
  }

  function sample(schema: Node, place: Place): unknown {
    if (place.fuel !== undefined) return bareAt(schema, place.fuel);
    const value = hasRoom(schema, place) ? first(valuesOf(schema, place)) : NONE;
    return value === NONE ? bare(schema) : value;
  }

  /** The value that nests least. */
  function bare(schema: Node): unknown {
    for (let fuel = 0; fuel <= MOST_FUEL; fuel++) {
      const value = bareAt(schema, fuel);
      if (value !== NONE) return value;
    }
    return NONE;
  }

  /** Found once for each schema and depth, so that schemas that need each other take no more than linear time. */
  function bareAt(schema: Node, fuel: number): unknown {
    if (fuel < 0) return NONE;
    const values = bareValues.get(schema) ?? [];
    bareValues.set(schema, values);
    if (!(fuel in values)) {
      values[fuel] = NONE;
      values[fuel] = first(valuesOf(schema, { ...TOP, fuel }));
    }
    return values[fuel];
  }

  /** Values that fit, as far as that is looked at, the likeliest first. */
  function* valuesOf(schema: Node, place: Place): Generator<unknown> {
    for (const flat of flatten(schema)) {
      let tries = 0;
      for (const [value, isGiven] of candidates(schema, flat, place)) {
        made++;
        if (!(isGiven || flat.isUnsure) || doesFit(schema, value)) yield value;
        else if (++tries > MOST_TRIES) break;
      }
    }
  }

  function doesFit(schema: Node, value: unknown): boolean {
    if (!fits || typeof schema === "boolean") return schema !== false;
    return sizeOf(value) < MOST_VALUES && fits(schema, value, unsent);
  }

  function* candidates(schema: Node, flat: Flat, place: Place): Generator<readonly [value: unknown, isGiven: boolean]> {
    if (!isBare) for (const example of flat.examples) yield [example, true];
    if (flat.values) for (const value of flat.values) yield [value, true];
    else
      for (const type of typesOf(flat))
        for (const value of typed(type, flat, makerIn(schema, place))) yield [value, false];
  }

  function makerIn(schema: Node, { depth, stack, fuel }: Place): Maker {
    const inner: Place =
      fuel === undefined ? { depth: depth + 1, stack: [...stack, ...partsIn(schema)] } : { ...TOP, fuel: fuel - 1 };
    return {
      flatten,
      one: (schema) => sample(schema, inner),
      many: (schema) => (fuel === 0 || isDeep(schema, inner) ? [] : valuesOf(schema, inner)),
      isWelcome: (schema) => schema !== false && hasRoom(schema, inner),
      isUnsent: (schema) => isUnsent(document, schema, unsent),
      fits: doesFit,
    };
  }

  return (schema: Schema): unknown => (isBare ? bare(schema) : sample(schema, TOP));
}

function typed(type: Type, flat: Flat, maker: Maker): Iterable<unknown> {
  if (type === "object") return objectsOf(flat, maker);
  if (type === "array") return listsOf(flat, maker);
  if (type === "string") return stringsOf(flat);
  if (type === "boolean") return [true, false];
  return type === "null" ? [null] : numbersOf(flat, type === "integer");
}

/** Where nothing is said: a number where no text is short enough. */
const ANY_TYPE: readonly Type[] = ["string", "number"];

/** What a value may be, first what the schema's keywords speak of. */
function typesOf({ types, objects, required, lists, contains, least, most, steps }: Flat): readonly Type[] {
  if (types) return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];
  const bounds = Object.keys({ ...least, ...most });
  const isOf = (pattern: RegExp) => bounds.some((bound) => pattern.test(bound));
  const hinted: Type[] = [];
  if (objects.length > 0 || required.length > 0 || isOf(/Properties/)) hinted.push("object");
  if (lists.length > 0 || contains.length > 0 || isOf(/Items/)) hinted.push("array");
  if (steps.length > 0 || isOf(/imum/)) hinted.push("number");
  return hinted.length > 0 ? hinted : ANY_TYPE;
}

function first(values: Iterable<unknown>): unknown {
  for (const value of values) return value;
  return NONE;
}
