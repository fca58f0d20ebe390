/**
 * What stands where in an OpenAPI document: under each key one object (`kind`), a list of them (`kind[]`), a map by any name
 * (`kind{}`), or a map that may have extensions besides (`kind{x}`). What is not named here is data, and nobody's to touch.
 */
const POSITIONS = {
  document: "paths:pathItem{x} webhooks:pathItem{} components:components",
  components: `schemas:schema{} responses:response{} parameters:parameter{} examples:example{} requestBodies:requestBody{}
    headers:parameter{} securitySchemes:securityScheme{} links:link{} callbacks:callback{} pathItems:pathItem{}`,
  pathItem: `get:operation put:operation post:operation delete:operation options:operation head:operation
    patch:operation trace:operation parameters:parameter[]`,
  operation: "parameters:parameter[] requestBody:requestBody responses:response{x} callbacks:callback{}",
  parameter: "schema:schema examples:example{} content:mediaType{}",
  requestBody: "content:mediaType{}",
  response: "headers:parameter{} content:mediaType{} links:link{}",
  mediaType: "schema:schema examples:example{} encoding:encoding{}",
  encoding: "headers:parameter{}",
  callback: "*:pathItem",
  example: "",
  link: "",
  securityScheme: "",
  schema: `allOf:schema[] anyOf:schema[] oneOf:schema[] not:schema if:schema then:schema else:schema
    dependentSchemas:schema{} properties:schema{} patternProperties:schema{} additionalProperties:schema
    propertyNames:schema unevaluatedProperties:schema items:schema prefixItems:schema[] contains:schema
    unevaluatedItems:schema $defs:schema{} definitions:schema{}`,
};

/** What an object of a document is, by its place. */
export type Kind = keyof typeof POSITIONS;

interface Position {
  readonly kind: Kind;
  readonly many: string;
}

const KINDS: ReadonlyMap<string, ReadonlyMap<string, Position>> = new Map(
  Object.entries(POSITIONS).map(([kind, keys]) => [
    kind,
    new Map(
      [...keys.matchAll(/(\S+):(\w+)(\S*)/g)].map(([, key = "", kind, many = ""]) => [
        key,
        { kind: kind as Kind, many } satisfies Position,
      ]),
    ),
  ]),
);

/** What may stand under each key of an object of a kind. */
export function positionsOf(kind: Kind): ReadonlyMap<string, Position> {
  return KINDS.get(kind) ?? new Map();
}

/** An object that has a kind, and its place in the one that holds it. */
export interface Child {
  readonly keys: readonly string[];
  readonly value: object;
  readonly kind: Kind;
}

/** The objects below another, of whatever kinds, as far as they are there. */
export function childrenOf(node: object, kind: Kind): Child[] {
  const positions = positionsOf(kind);
  const children: Child[] = [];
  for (const key of Object.keys(node)) {
    const position = positions.get(key) ?? (key.startsWith("x-") ? undefined : positions.get("*"));
    const value: unknown = position && Reflect.get(node, key);
    if (!position || !isObject(value)) continue;
    const { kind, many } = position;
    // Items may be a list in older drafts.
    if (many === "" && !Array.isArray(value)) children.push({ keys: [key], value, kind });
    else
      for (const [name, item] of Object.entries(value))
        if (isObject(item) && !(many === "{x}" && name.startsWith("x-")))
          children.push({ keys: [key, name], value: item, kind });
  }
  return children;
}

/** The node with its children changed; itself, if none changes. */
export function mapChildren<T extends object>(node: T, kind: Kind, change: (child: Child) => object): T {
  const changes = new Map<string, unknown>();
  const inner = new Map<string, Entry[]>();
  for (const child of childrenOf(node, kind)) {
    const changed = change(child);
    const [key = "", name] = child.keys;
    if (changed === child.value) continue;
    if (name === undefined) changes.set(key, changed);
    else
      inner
        .set(key, inner.get(key) ?? [])
        .get(key)
        ?.push([name, changed]);
  }
  for (const [key, entries] of inner) {
    const holder: unknown = Reflect.get(node, key);
    if (isObject(holder)) changes.set(key, withEntries(holder, entries));
  }
  return changes.size > 0 ? withEntries(node, [...changes]) : node;
}

/** What YAML leaves empty is null: in a map it stands for an empty object, and elsewhere it is as good as not there. */
export function withoutNulls(node: object, kind: Kind): object {
  const isEmpty = (value: unknown) => value === null || value === undefined;
  if (!Object.values(node).some((value) => isEmpty(value) || (isObject(value) && Object.values(value).includes(null))))
    return node;
  const entries = Object.entries(node).flatMap(([key, value]): Entry[] => {
    const position = positionsOf(kind).get(key);
    if (isEmpty(value))
      return position || kind === "callback" || (kind === "schema" && !DATA.has(key)) ? [] : [[key, value]];
    if (!position?.many || !Object.values(value).includes(null)) return [[key, value]];
    if (Array.isArray(value)) return [[key, value.filter((item) => item !== null)]];
    return [[key, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, item ?? {}]))]];
  });
  return Object.fromEntries(entries);
}

/** Keywords of a schema that may well be null. */
const DATA: ReadonlySet<string> = new Set(["const", "default", "example"]);

type Entry = readonly [key: string, value: unknown];

/** A copy with some entries replaced, whatever they are called. */
export function withEntries<T extends object>(holder: T, entries: readonly Entry[]): T;
export function withEntries(holder: object, entries: readonly Entry[]): object {
  if (Array.isArray(holder)) return Object.assign([...holder], Object.fromEntries(entries));
  return Object.fromEntries([...Object.entries(holder), ...entries]);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A JSON Pointer (RFC 6901). */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A `$ref` to a place in the document. */
export function referenceTo(pointer: string): string {
  return `#${encodeURI(pointer).replaceAll("#", "%23")}`;
}

export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer in a `$ref` to somewhere in the document, undefined for any other. */
export function pointerIn(reference: string): string | undefined {
  if (!/^#(\/|$)/.test(reference)) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return reference.slice(1);
  }
}

/** @throws Error if nothing is there. */
export function lookUp(document: object, reference: string): unknown {
  const pointer = pointerIn(reference);
  if (pointer === undefined) throw new Error(`${reference} is not inside the document: bundle it first.`);
  let target: unknown = document;
  for (const key of keysOf(pointer)) {
    if (!isObject(target) || !Object.hasOwn(target, key)) throw new Error(`${reference} leads nowhere.`);
    target = Reflect.get(target, key);
  }
  return target;
}
