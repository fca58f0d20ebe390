/** What a template's placeholders stand for. */
type Fields = Readonly<Record<string, string>>;

const EACH = "$each";

/**
 * Fills a template: `{ $each: … }` becomes a list with one entry for each row, whose `{name}` placeholders are the row's;
 * elsewhere there is `{count}`. A string that is just `{number name}` becomes a number.
 *
 * @throws Error naming a placeholder that there is not
 */
export function expandTemplate(
  node: unknown,
  rows: readonly Fields[],
  fields: Fields = { count: `${rows.length}` },
): unknown {
  if (typeof node === "string") return fill(node, fields);
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => expandTemplate(item, rows, fields));
  if (EACH in node) return rows.map((row) => expandTemplate(node[EACH], [], row));
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, expandTemplate(child, rows, fields)]));
}

function fill(text: string, fields: Fields): string | number {
  const filled = text.replace(/\{(?:number )?(\w+)\}/g, (_placeholder, name: string) => {
    const value = fields[name];
    if (value !== undefined) return value;
    throw new Error(
      `There is no {${name}} here: there is ${Object.keys(fields)
        .map((known) => `{${known}}`)
        .join(", ")}.`,
    );
  });
  return /^\{number \w+\}$/.test(text) ? Number(filled) : filled;
}
