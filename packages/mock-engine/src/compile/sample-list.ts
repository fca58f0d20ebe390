import type { Flat, Node } from "./flatten.ts";
import { type Maker, variations } from "./sample-maker.ts";
import { allOf } from "./sample-object.ts";

/** Lists of a schema: as long as is welcome, with other values, then as short and as long as they may be. */
export function* listsOf(flat: Flat, maker: Maker): Generator<readonly unknown[]> {
  const { minItems = 0 } = flat.least;
  const { maxItems = Number.POSITIVE_INFINITY } = flat.most;
  const held = flat.contains.reduce((sum, [, count]) => sum + count, 0);
  const least = Math.max(minItems, held);
  const declared = Math.max(0, ...flat.lists.map(({ prefixItems }) => prefixItems.length));
  const isWelcome = flat.lists.length > 0 && maker.isWelcome(itemOf(flat, 0));
  const wanted = Math.max(least, isWelcome ? Math.max(declared, 1) : 0);
  for (const length of new Set([Math.min(wanted, maxItems), least, least + 1])) {
    if (length > maxItems || length > MOST_ITEMS) continue;
    const schemas = Array.from({ length }, (_, index) => itemOf(flat, index));
    // What a list has to contain stands behind what has a place of its own.
    let at = Math.max(0, Math.min(declared, length - held));
    for (const [schema, count] of flat.contains) {
      const items = new Map<Node, Node>();
      for (let index = 0; index < count; index++, at++) {
        const item = itemOf(flat, at);
        const both = items.get(item) ?? allOf([schema, item]);
        items.set(item, both);
        schemas[at] = both;
      }
    }
    if (flat.isUnique) {
      const list = unlike(schemas, maker);
      if (list) yield list;
    } else {
      yield* variations(
        schemas.map((schema, index) => [String(index), schema]),
        maker,
        (entries) => entries.map(([, value]) => value),
      );
    }
  }
}

const MOST_ITEMS = 20_000;

function itemOf({ lists, known }: Flat, index: number): Node {
  const parts = lists.map(({ prefixItems, items }) => prefixItems[index] ?? items);
  const isDeclared = lists.some(({ prefixItems }) => index < prefixItems.length);
  const key = isDeclared ? `[${index}]` : "[]";
  const schema = known.get(key) ?? allOf(parts);
  known.set(key, schema);
  return schema;
}

/** One value for each, no two the same; undefined if there are not enough. */
function unlike(schemas: readonly Node[], { many }: Maker): readonly unknown[] | undefined {
  const sources = new Map<Node, Iterator<unknown>>();
  const seen = new Set<string>();
  const list: unknown[] = [];
  for (const schema of schemas) {
    const source = sources.get(schema) ?? many(schema)[Symbol.iterator]();
    sources.set(schema, source);
    for (;;) {
      const { value, done } = source.next();
      if (done) return undefined;
      const text = JSON.stringify(value);
      if (seen.has(text)) continue;
      seen.add(text);
      list.push(value);
      break;
    }
  }
  return list;
}
