import { isNode, LineCounter, parseDocument, visit } from "yaml";

/** The first YAML alias that stands inside what it stands for; undefined if there is none. */
export function findCyclicAlias(text: string): { readonly anchor: string; readonly line: number } | undefined {
  const lineCounter = new LineCounter();
  let found: { anchor: string; line: number } | undefined;
  visit(parseDocument(text, { lineCounter }), {
    Alias(_key, { source, range }, ancestors) {
      if (!ancestors.some((node) => isNode(node) && "anchor" in node && node.anchor === source)) return undefined;
      found = { anchor: source, line: lineCounter.linePos(range?.[0] ?? 0).line };
      return visit.BREAK;
    },
  });
  return found;
}
