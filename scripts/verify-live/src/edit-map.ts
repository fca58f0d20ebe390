import { Document, isMap, parseDocument, type YAMLMap } from "yaml";

/** The keys that a JSON Pointer goes through. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * Changes one object of a YAML or JSON text, and no other line: `yaml` would lay all of it out again. What the pointer
 * does not lead to, since it stands in another file, is left alone.
 */
export function editMap(text: string, pointer: string, change: (map: YAMLMap) => void): string {
  const map = parseDocument(text).getIn(stepsOf(pointer), true);
  if (!isMap(map) || !map.range) return text;
  change(map);
  // It stands behind the object, in what is kept.
  if (map.flow) map.comment = null;
  const [start, end] = map.range;
  const indent = " ".repeat(start - text.lastIndexOf("\n", start) - 1);
  // Lists in one line have no space inside in our layout, objects have.
  const written = new Document(map)
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replaceAll(/^( *[\w$"-]+: )\[ (.*) \]$/gm, "$1[$2]")
    .replaceAll(/\n(?=.)/g, map.flow ? " " : `\n${indent}`);
  const edited = text.slice(0, start) + written + (text[end - 1] === "\n" ? "\n" : "") + text.slice(end);
  return isJson(text) ? `${JSON.stringify(parseDocument(edited).toJS(), undefined, 2)}\n` : edited;
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith("{");
}
