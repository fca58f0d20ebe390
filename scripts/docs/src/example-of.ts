import type { Body, Marked } from "./description.ts";

/** The first example of a body, undefined if it has none. */
export function exampleOf({ content = {} }: Body, resolve: <T extends Marked>(value: T) => T): unknown {
  const [first] = Object.values(content);
  const [example] = Object.values(first?.examples ?? {});
  return first?.example ?? (example && resolve(example).value);
}
