import { isRecord } from "./document.ts";
import { nameInOneLine } from "./shape.ts";

/** Where the lists of a body stand that are empty in every place. */
export function emptyLists(body: unknown): readonly string[] {
  const longest = new Map<string, number>();
  const visit = (value: unknown, place: string): void => {
    if (Array.isArray(value)) {
      longest.set(place, Math.max(longest.get(place) ?? 0, value.length));
      for (const item of value) visit(item, `${place}[*]`);
    } else if (isRecord(value)) {
      for (const [name, child] of Object.entries(value)) visit(child, place === "" ? name : `${place}.${name}`);
    }
  };
  visit(body, "");
  return [...longest].flatMap(([place, length]) => (length === 0 ? nameInOneLine(place) : []));
}
