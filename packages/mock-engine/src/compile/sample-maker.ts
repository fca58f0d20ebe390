import type { Flat, Node } from "./flatten.ts";

/** Stands for a value that there is not. */
export const NONE: unique symbol = Symbol("no value");

/** Makes what stands in objects and lists. */
export interface Maker {
  readonly flatten: (schema: Node) => readonly Flat[];
  /** The likeliest value, or NONE. */
  readonly one: (schema: Node) => unknown;
  /** Values that differ, as many as there are, or as are asked for. */
  readonly many: (schema: Node) => Iterable<unknown>;
  /** Whether a value that is not required is shown. */
  readonly isWelcome: (schema: Node) => boolean;
  readonly isUnsent: (schema: Node) => boolean;
  /** Whether a value fits a schema, as far as that is looked at. */
  readonly fits: (schema: Node, value: unknown) => boolean;
}

type Entries = readonly (readonly [key: string, value: unknown])[];

/** What is made of several parts: of the likeliest value of each, then with one of them varied. */
export function* variations<T>(
  parts: readonly (readonly [key: string, schema: Node])[],
  { one, many }: Maker,
  make: (entries: Entries) => T,
): Generator<T> {
  // The same schema has the same value: lists have many items.
  const known = new Map<Node, unknown>();
  const entries: [string, unknown][] = [];
  for (const [key, schema] of parts) {
    if (!known.has(schema)) known.set(schema, one(schema));
    const value = known.get(schema);
    if (value === NONE) return;
    entries.push([key, value]);
  }
  yield make(entries);
  const sources = parts.map(([, schema]) => many(schema)[Symbol.iterator]());
  for (;;) {
    let isOver = true;
    for (const [index, source] of sources.entries()) {
      const { value, done } = source.next();
      if (done) continue;
      isOver = false;
      yield make(entries.map(([key, own], at) => [key, at === index ? value : own]));
    }
    if (isOver) return;
  }
}
