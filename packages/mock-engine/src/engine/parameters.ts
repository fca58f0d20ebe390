import type { OperationDescription, ParameterDescription, ParameterLocation } from "./api-description.ts";
import type { EngineRequest } from "./messages.ts";

export type Parameters = Record<ParameterLocation, Record<string, unknown>>;

/** Name and value as they were sent: encoded, since what separates items is not what is encoded in one. */
type RawPair = readonly [name: string, value: string];

/** Reads an operation's parameters, as strings in arrays and objects: the schema coerces them. */
export function readParameters(
  { parameters: descriptions }: OperationDescription,
  { search, headers }: EngineRequest,
  pathValues: Readonly<Record<string, string>>,
): Parameters {
  const parameters: Parameters = { path: {}, query: {}, header: {}, cookie: {} };
  const query = pairsOf(search.slice(1), "&");
  const cookies = pairsOf(headers.cookie ?? "", /;\s*/);
  for (const description of descriptions) {
    const { in: location, name } = description;
    if (location === "query") put(parameters.query, name, readForm(description, query));
    else if (location === "cookie") put(parameters.cookie, name, readForm(description, cookies));
    else if (location === "path") put(parameters.path, name, readSimple(description, pathValues[name], decode));
    else put(parameters.header, name.toLowerCase(), readSimple(description, headers[name.toLowerCase()], trim));
  }
  return parameters;
}

function put(group: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) group[name] = value;
}

export function pairsOf(text: string, separator: string | RegExp): RawPair[] {
  return text
    .split(separator)
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [decodeForm(part), ""] : [decodeForm(part.slice(0, at)), part.slice(at + 1)];
    });
}

const SEPARATORS: Readonly<Record<string, RegExp>> = { spaceDelimited: /%20|\+| /, pipeDelimited: /\||%7C/i };

/** A parameter of the query or of a cookie. */
export function readForm(description: ParameterDescription, pairs: readonly RawPair[]): unknown {
  const { name, shape, style, explode, properties = [] } = description;
  if (style === "deepObject") {
    const inner = pairs.filter(([key]) => key.startsWith(`${name}[`));
    return nest(inner.map(([key, value]) => ({ steps: stepsOf(key.slice(name.length)), value: decodeForm(value) })));
  }
  if (shape === "object" && explode && style === "form") {
    return objectOf(pairs.filter(([key]) => properties.includes(key)).map(([key, value]) => [key, decodeForm(value)]));
  }
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return undefined;
  if (style === "json") return parseJson(decodeForm(first));
  if (shape === "primitive") return values.length === 1 ? decodeForm(first) : values.map(decodeForm);
  if (shape === "array" && explode) return values.map(decodeForm);
  const items = first.split(SEPARATORS[style] ?? ",").map(decodeForm);
  return shape === "array" ? items : objectOf(alternating(items));
}

/** A parameter of the path or of a header. */
function readSimple(
  { name, shape, style, explode }: ParameterDescription,
  value: string | undefined,
  read: (text: string) => string,
): unknown {
  if (value === undefined) return undefined;
  if (style === "json") return parseJson(read(value));
  const prefix = style === "label" ? "." : style === "matrix" ? `;${name}=` : "";
  const isNamed = style === "matrix" && shape === "object" && explode;
  const text = value.startsWith(prefix) ? value.slice(prefix.length) : isNamed ? value.slice(1) : value;
  if (shape === "primitive") return read(text);
  const separator = explode && style !== "simple" ? (style === "label" ? "." : ";") : ",";
  const items = text.split(separator);
  if (shape === "array") {
    return items.map((item) =>
      read(style === "matrix" && item.startsWith(`${name}=`) ? item.slice(name.length + 1) : item),
    );
  }
  if (!explode) return objectOf(alternating(items.map(read)));
  return objectOf(items.map((item) => [read(item.split("=")[0] ?? ""), read(item.split("=").slice(1).join("="))]));
}

interface Nested {
  readonly steps: readonly string[];
  readonly value: string;
}

/** The names in `[a][b]`. */
function stepsOf(brackets: string): string[] {
  return [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, step = ""]) => step);
}

/** Objects in objects, as their brackets say; `[]`, or numbers from 0 up, make a list. OpenAPI leaves these to practice. */
function nest(entries: readonly Nested[]): unknown {
  const leaves = entries.filter(({ steps }) => steps.length === 0).map(({ value }) => value);
  if (leaves.length > 0 || entries.length === 0) return leaves.length > 1 ? leaves : leaves[0];
  const groups = new Map<string, Nested[]>();
  for (const { steps, value } of entries) {
    const [step = "", ...rest] = steps;
    groups.set(step, [...(groups.get(step) ?? []), { steps: rest, value }]);
  }
  const items = groups.get("");
  if (items) return items.map((item) => nest([item]));
  const isList = [...groups.keys()].every((step, index) => step === String(index));
  if (isList) return [...groups.values()].map(nest);
  return Object.fromEntries([...groups].map(([step, group]) => [step, nest(group)]));
}

function alternating(items: readonly string[]): [string, string][] {
  return items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ""]] : []));
}

/** With what comes several times in an array; undefined if there is nothing. */
export function objectOf<T>(pairs: readonly (readonly [string, T])[]): Record<string, T | T[]> | undefined {
  if (pairs.length === 0) return undefined;
  const groups = new Map<string, T[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(
    [...groups].map(([name, values]) => {
      const [first, ...others] = values;
      return [name, first !== undefined && others.length === 0 ? first : values];
    }),
  );
}

/** What is not JSON stays a string, for the schema to refuse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decodeForm(text: string): string {
  return decode(text.replaceAll("+", " "));
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function trim(text: string): string {
  return text.trim();
}
