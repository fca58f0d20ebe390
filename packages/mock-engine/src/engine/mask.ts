import type { SecretNode } from "./api-description.ts";
import { own } from "./own.ts";

/** What stands in the place of a secret. */
export const MASK = "***";

/** A copy of a value with its secrets masked. @param nodes What is said of the value, by index in the graph. */
export function mask(graph: readonly SecretNode[], value: unknown, nodes: readonly number[] = [0]): unknown {
  if (graph.length === 0 || value === undefined || value === null) return value;
  const said = closure(graph, nodes);
  if (said.some(({ isSecret }) => isSecret)) return MASK;
  if (said.length === 0 || typeof value !== "object" || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) {
    const items = said.flatMap((node) => node.items ?? []);
    return items.length === 0 ? value : value.map((item) => mask(graph, item, items));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => {
      const inner = said.flatMap(({ properties = {}, others = [] }) => own(properties, name) ?? others);
      return [name, inner.length === 0 ? child : mask(graph, child, inner)];
    }),
  );
}

/** The properties that lead to secrets, by name and index in the graph. */
export function leadingIn(
  graph: readonly SecretNode[],
  nodes: readonly number[],
): readonly (readonly [name: string, index: number])[] {
  return closure(graph, nodes)
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([, index]) => index >= 0);
}

/** The names of properties, where those of any other lead to secrets; undefined where they do not. */
export function namedIn(graph: readonly SecretNode[], nodes: readonly number[]): readonly string[] | undefined {
  const said = closure(graph, nodes);
  if (!said.some(({ others }) => others)) return undefined;
  return said.flatMap(({ properties = {} }) => Object.keys(properties));
}

/** Nodes with all that is also said of the same value. */
function closure(graph: readonly SecretNode[], nodes: readonly number[]): readonly SecretNode[] {
  const indices = new Set(nodes);
  for (const index of indices) for (const other of graph[index]?.also ?? []) indices.add(other);
  return [...indices].flatMap((index) => graph[index] ?? []);
}
