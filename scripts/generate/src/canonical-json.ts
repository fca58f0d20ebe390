/**
 * JSON of a bundled OpenAPI description in which what says the same is written the same: the order of an object's keys is
 * without meaning (RFC 8259, section 4), except where a mock answers with the first of several examples or media types.
 */
export function canonicalJson(document: object): string {
  return JSON.stringify(sorted(document, "", ""));
}

function sorted(node: unknown, key: string, parent: string): unknown {
  if (Array.isArray(node)) return node.map((item) => sorted(item, "", key));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => [name, sorted(value, name, key)]);
  // As pairs, whose order counts.
  if (ORDERED.has(key) && !NAMING.has(parent)) return entries;
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const ORDERED = new Set(["examples", "content"]);
/** Below these, the same words are names of the author's choice, or none is the first. */
const NAMING = new Set(["components", "properties", "schemas"]);
