import { isMap, isScalar, parseDocument } from "yaml";
import { stepsOf } from "./edit-map.ts";

/** Gives a key of one object of a YAML or JSON text another name, in the quotes that it has, and changes nothing else. */
export function renameKey(text: string, pointer: string, from: string, to: string): string {
  const map = parseDocument(text).getIn(stepsOf(pointer), true);
  const key = isMap(map)
    ? map.items.map((item) => item.key).find((each) => isScalar(each) && `${each.value}` === from)
    : undefined;
  if (!isScalar(key) || !key.range) return text;
  const [start, end] = key.range;
  return text.slice(0, start) + text.slice(start, end).replace(from, to) + text.slice(end);
}
