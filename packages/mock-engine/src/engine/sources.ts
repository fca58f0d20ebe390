import type { ParameterDescription } from "./api-description.ts";
import { Misread, type Source } from "./read-value.ts";

/** Name and value as they were sent: encoded, since what separates items is not what is encoded in one. */
export type RawPair = readonly [name: string, value: string];

/** Pairs whose names are decoded, as queries, cookies and URL-encoded forms have them. */
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

/** Values under one name in the query, a cookie or a form; undefined, if it does not occur. */
export function formSource(
  { name, style, explode }: Pick<ParameterDescription, "name" | "style" | "explode">,
  pairs: readonly RawPair[],
): Source | undefined {
  if (style === "deepObject") {
    const inner = pairs.filter(([key]) => key === name || key.startsWith(`${name}[`));
    if (inner.length === 0) return undefined;
    return nested(
      name,
      inner.map(([key, value]) => ({ steps: stepsOf(key.slice(name.length)), value: decodeForm(value) })),
    );
  }
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (values.length === 0) return undefined;
  const texts = values.map(decodeForm);
  const split = () => {
    const [first = "", second] = values;
    if (second !== undefined) throw new Misread(`${name} is given twice: its values belong into one`);
    return first.split(SEPARATORS[style] ?? ",").map(decodeForm);
  };
  return {
    texts,
    list: () => (explode ? texts : split()).map(scalar),
    entries: () => alternating(name, split()),
  };
}

/** An object's properties, which stand among the other parameters. */
export function scatteredSource(pairs: readonly RawPair[]): Source | undefined {
  return pairs.length === 0 ? undefined : groupedSource(pairs.map(([name, value]) => [name, decodeForm(value)]));
}

/** Values by name, of which each may be a list. */
export function groupedSource(
  pairs: readonly (readonly [name: string, text: string])[],
  make: (texts: readonly string[]) => Source = listOf,
): Source {
  const groups = new Map<string, string[]>();
  for (const [name, text] of pairs) groups.set(name, [...(groups.get(name) ?? []), text]);
  return {
    texts: [],
    list() {
      throw new Misread("it is no list");
    },
    entries: () => [...groups].map(([name, texts]) => [name, make(texts)]),
  };
}

/** Several values under one name. */
function listOf(texts: readonly string[]): Source {
  return { texts, list: () => texts.map(scalar), entries: () => fail(texts[0] ?? "") };
}

/** A form's field, whose objects are JSON by OpenAPI's default. */
export function fieldSource(texts: readonly string[]): Source {
  const json = () => (texts.length === 1 ? parseJson(texts[0] ?? "") : texts);
  return { ...listOf(texts), list: () => texts.map((text) => fieldSource([text])), json };
}

/** A parameter of the path, or a header. */
export function simpleSource(
  { name, style, explode }: Pick<ParameterDescription, "name" | "style" | "explode">,
  value: string,
  read: (text: string) => string,
): Source {
  const misread = () => new Misread(`${name} is not written in the style ${style}`);
  const prefix = style === "label" ? "." : style === "matrix" ? ";" : "";
  if (!value.startsWith(prefix)) return failing(misread);
  const text = value.slice(prefix.length);
  const isExploded = explode && style !== "simple";
  const separator = isExploded ? prefix : ",";
  /** Without the `name=` of the style matrix. */
  const named = (item: string) => {
    if (style !== "matrix") return item;
    if (item.startsWith(`${name}=`)) return item.slice(name.length + 1);
    throw misread();
  };
  const split = () => (isExploded ? text.split(separator).map(named) : named(text).split(separator));
  return {
    get texts() {
      return [read(named(text))];
    },
    list: () => split().map((item) => scalar(read(item))),
    entries() {
      if (!explode) return alternating(name, split().map(read));
      return text.split(separator).map((item) => {
        const at = item.indexOf("=");
        if (at < 0) throw misread();
        return [read(item.slice(0, at)), scalar(read(item.slice(at + 1)))] as const;
      });
    },
  };
}

function failing(error: () => Misread): Source {
  const fail = () => {
    throw error();
  };
  return {
    get texts() {
      return fail();
    },
    list: fail,
    entries: fail,
  };
}

function scalar(text: string): Source {
  return { texts: [text], list: () => [scalar(text)], entries: () => fail(text) };
}

function fail(text: string): never {
  throw new Misread(`${JSON.stringify(text)} is no object`);
}

function alternating(name: string, items: readonly string[]): (readonly [string, Source])[] {
  if (items.length % 2 !== 0) throw new Misread(`${name} is not a list of names and values`);
  return items.flatMap((item, index) => (index % 2 === 0 ? [[item, scalar(items[index + 1] ?? "")]] : []));
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
function nested(name: string, entries: readonly Nested[]): Source {
  const leaves = entries.filter(({ steps }) => steps.length === 0).map(({ value }) => value);
  if (leaves.length > 0) return listOf(leaves);
  const groups = new Map<string, Nested[]>();
  for (const { steps, value } of entries) {
    const [step = "", ...rest] = steps;
    groups.set(step, [...(groups.get(step) ?? []), { steps: rest, value }]);
  }
  const isList = [...groups.keys()].every((step, index) => step === "" || step === String(index));
  const list = () => {
    if (!isList) throw new Misread(`${name} is no list`);
    return [...groups].flatMap(([step, group]) =>
      step === "" ? group.map((item) => nested(name, [item])) : [nested(name, group)],
    );
  };
  const inner = () => [...groups].map(([step, group]) => [step, nested(`${name}[${step}]`, group)] as const);
  return {
    texts: [],
    list,
    entries: inner,
    any: () =>
      isList ? list().map(anyOf) : Object.fromEntries(inner().map(([step, source]) => [step, anyOf(source)])),
  };
}

function anyOf({ any, texts }: Source): unknown {
  return any ? any() : texts.length === 1 ? texts[0] : texts;
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
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
