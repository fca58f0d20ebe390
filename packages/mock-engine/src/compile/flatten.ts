import { conjunctionOf, isSchema, type OpenApiDocument, type Schema } from "./openapi-document.ts";

export type Node = Schema | boolean;

export type Type = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** What a schema says of properties, or of items: those that it names, and the rest. */
interface ObjectPart {
  readonly properties: Readonly<Record<string, Node>>;
  readonly patternProperties: readonly (readonly [pattern: string, schema: Node])[];
  readonly additionalProperties: Node;
}

interface ListPart {
  readonly prefixItems: readonly Node[];
  readonly items: Node;
}

/** One way to meet a schema: all that its parts ask for, with a choice made wherever there is one. */
export interface Flat {
  /** Undefined for any. */
  readonly types: readonly Type[] | undefined;
  readonly values: readonly unknown[] | undefined;
  readonly examples: readonly unknown[];
  /** The greatest of the least, and the least of the greatest, by keyword. */
  readonly least: Readonly<Record<string, number>>;
  readonly most: Readonly<Record<string, number>>;
  readonly steps: readonly number[];
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
  readonly isUnique: boolean;
  readonly required: readonly string[];
  readonly objects: readonly ObjectPart[];
  readonly propertyNames: readonly Node[];
  readonly dependents: readonly (readonly [name: string, needed: readonly string[] | Node])[];
  readonly lists: readonly ListPart[];
  readonly contains: readonly (readonly [schema: Node, count: number])[];
  /** Whether a value that is made from this may still not fit. */
  readonly isUnsure: boolean;
  /** What was found out of properties and items, so that the same is the same object. */
  readonly known: Map<string, Node>;
}

/** Ways beyond this number are not tried. */
const MOST_WAYS = 24;

type Flatten = (schema: Node) => readonly Flat[];

const flattens = new WeakMap<OpenApiDocument, Flatten>();

/** Finds the ways to meet a document's schemas, the likeliest first: once for each, since answers share most of theirs. */
export function flattenOf(document: OpenApiDocument): Flatten {
  const flatten = flattens.get(document) ?? createFlatten(document);
  flattens.set(document, flatten);
  return flatten;
}

function createFlatten(document: OpenApiDocument): Flatten {
  const known = new Map<Node, readonly Flat[]>();

  function flatten(schema: Node): readonly Flat[] {
    const earlier = known.get(schema);
    if (earlier) return earlier;
    const parts = conjunctionOf(document, schema);
    const schemas = [...parts].filter((part) => typeof part === "object");
    const choices = schemas
      .flatMap((part) => [part.anyOf, part.oneOf, conditionsOf(part), negationsOf(document, part)])
      .filter((alternatives) => alternatives !== undefined)
      .map((alternatives) => alternatives.flatMap(flatten));
    const ways = [schemas.map((part) => [own(part)]), choices].flat().reduce<readonly Flat[]>(
      (ways, others) =>
        ways
          .flatMap((way) => others.map((other) => both(way, other)))
          .filter(isPossible)
          .slice(0, MOST_WAYS),
      parts.has(false) ? [] : [own({})],
    );
    const sorted = [...ways.filter((way) => !isNull(way)), ...ways.filter(isNull)];
    known.set(schema, sorted);
    return sorted;
  }

  return flatten;
}

function isNull({ types }: Flat): boolean {
  return types?.length === 1 && types[0] === "null";
}

function isPossible({ types, values }: Flat): boolean {
  return types?.length !== 0 && values?.length !== 0;
}

/** `if` and `then`, or `else`. */
export function conditionsOf({ if: condition, then: yes = {}, else: no = {} }: Schema): Schema[] | undefined {
  return condition === undefined ? undefined : [{ allOf: [condition as Schema, yes] }, no];
}

/** Whatever else is said, and then what the opposite of each keyword leaves. */
function negationsOf(document: OpenApiDocument, { not }: Schema): Schema[] | undefined {
  if (!isSchema(not)) return undefined;
  return [{}, ...[...conjunctionOf(document, not)].filter(isSchema).flatMap(oppositesOf)];
}

const TYPES: readonly Type[] = ["string", "number", "boolean", "object", "array", "null"];

function oppositesOf(schema: Schema): Schema[] {
  const bounds = Object.entries(OPPOSITES).flatMap(([keyword, [opposite, change]]) => {
    const bound = schema[keyword];
    return typeof bound === "number" ? [{ [opposite]: bound + change }] : [];
  });
  const denied: readonly Type[] = [schema.type ?? TYPES].flat();
  return [...bounds, { type: TYPES.filter((type) => !denied.includes(type)) }];
}

/** What is to be shorter needs no bound: the shortest is tried all the same. */
const OPPOSITES: Readonly<Record<string, readonly [keyword: string, change: number]>> = {
  minimum: ["exclusiveMaximum", 0],
  exclusiveMinimum: ["maximum", 0],
  maximum: ["exclusiveMinimum", 0],
  exclusiveMaximum: ["minimum", 0],
  maxLength: ["minLength", 1],
  maxItems: ["minItems", 1],
};

const LEAST = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const MOST = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const UNSURE = [
  ..."oneOf not if contains propertyNames dependentSchemas patternProperties unevaluatedProperties unevaluatedItems".split(
    " ",
  ),
  ..."maxContains uniqueItems pattern".split(" "),
];

function own(schema: Schema): Flat {
  const read = <T>(key: string) => schema[key] as T | undefined;
  const numbers = (keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (typeof schema[key] === "number" ? [[key, schema[key]]] : [])));
  const { type, items, properties = {}, examples } = schema;
  const dependents = [
    ...Object.entries(read<Record<string, string[]>>("dependentRequired") ?? {}),
    ...Object.entries(read<Record<string, Node>>("dependentSchemas") ?? {}),
  ];
  const hasList = items !== undefined || "prefixItems" in schema;
  const contains = read<Node>("contains");
  return {
    types: type === undefined ? undefined : [type].flat(),
    values: "const" in schema ? [schema.const] : read<unknown[]>("enum"),
    examples: [
      ...(Array.isArray(examples) ? examples : []),
      ...["example", "default"].flatMap((key) => (key in schema ? [schema[key]] : [])),
    ],
    least: numbers(LEAST),
    most: numbers(MOST),
    steps: typeof schema.multipleOf === "number" ? [schema.multipleOf] : [],
    patterns: typeof schema.pattern === "string" ? [schema.pattern] : [],
    formats: schema.format === undefined ? [] : [schema.format],
    isUnique: schema.uniqueItems === true,
    required: read<string[]>("required") ?? [],
    objects:
      Object.keys(properties).length > 0 || "additionalProperties" in schema || "patternProperties" in schema
        ? [
            {
              properties,
              patternProperties: Object.entries(read<Record<string, Node>>("patternProperties") ?? {}),
              additionalProperties: read<Node>("additionalProperties") ?? true,
            },
          ]
        : [],
    propertyNames: "propertyNames" in schema ? [schema.propertyNames as Node] : [],
    dependents,
    lists: hasList
      ? [{ prefixItems: read<Node[]>("prefixItems") ?? [], items: (items as Node | undefined) ?? true }]
      : [],
    contains: contains === undefined ? [] : [[contains, read<number>("minContains") ?? 1]],
    isUnsure: UNSURE.some((key) => key in schema),
    known: new Map(),
  };
}

export function both(one: Flat, other: Flat): Flat {
  return {
    types: one.types && other.types ? intersection(one.types, other.types) : (one.types ?? other.types),
    values: one.values && other.values ? common(one.values, other.values) : (one.values ?? other.values),
    examples: [...one.examples, ...other.examples],
    least: tighter(one.least, other.least, Math.max),
    most: tighter(one.most, other.most, Math.min),
    steps: [...one.steps, ...other.steps],
    patterns: [...one.patterns, ...other.patterns],
    formats: [...one.formats, ...other.formats],
    isUnique: one.isUnique || other.isUnique,
    required: [...one.required, ...other.required],
    objects: [...one.objects, ...other.objects],
    propertyNames: [...one.propertyNames, ...other.propertyNames],
    dependents: [...one.dependents, ...other.dependents],
    lists: [...one.lists, ...other.lists],
    contains: [...one.contains, ...other.contains],
    isUnsure: one.isUnsure || other.isUnsure,
    known: new Map(),
  };
}

function intersection(one: readonly Type[], other: readonly Type[]): Type[] {
  const takes = (types: readonly Type[]) => (type: Type) =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return [...new Set([...one.filter(takes(other)), ...other.filter(takes(one))])];
}

function common(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  const texts = new Set(other.map((value) => JSON.stringify(value)));
  return one.filter((value) => texts.has(JSON.stringify(value)));
}

type Bounds = Readonly<Record<string, number>>;

function tighter(one: Bounds, other: Bounds, choose: (...values: number[]) => number): Bounds {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const choiceOf = (key: string) => choose(...[one[key], other[key]].filter((value) => value !== undefined));
  return Object.fromEntries([...keys].map((key) => [key, choiceOf(key)]));
}
