import { isRecord } from "./document.ts";

/** More fields than this are counted, not named. */
const MOST_FIELDS = 50;

/** What several values at one place look like: names and types to any depth, and no values but {@link isToldNumber}. */
export function shapeOf(values: readonly unknown[], name = ""): string {
  return shapesOf(values, name).join(" | ");
}

function shapesOf(values: readonly unknown[], name: string): readonly string[] {
  const records = values.filter(isRecord);
  const lists = values.filter((value) => Array.isArray(value));
  const shapes = new Set(
    values.filter((value) => typeof value !== "object" || value === null).map((value) => scalarShape(value, name)),
  );
  if (records.length > 0) shapes.add(recordShape(records));
  if (lists.length > 0) {
    const [item = "", ...others] = shapesOf(lists.flat(), "");
    shapes.add(others.length === 0 ? `${item}[]` : `(${[item, ...others].join(" | ")})[]`);
  }
  return [...shapes];
}

function recordShape(records: readonly Readonly<Record<string, unknown>>[]): string {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const fields = names.slice(0, MOST_FIELDS).map((name) => {
    const having = records.filter((record) => Object.hasOwn(record, name));
    const isOptional = having.length < records.length;
    return `${nameInOneLine(name)}${isOptional ? "?" : ""}: ${shapeOf(
      having.map((record) => record[name]),
      records.length === 1 ? name : "",
    )}`;
  });
  if (names.length > MOST_FIELDS) fields.push(`… ${names.length - MOST_FIELDS} more`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function scalarShape(value: unknown, name: string): string {
  if (value === null) return "null";
  return isToldNumber(name, value) ? String(value) : typeof value;
}

/** Whether a number is the code of an error or of a success, which tells more than its type and is no secret. */
export function isToldNumber(name: string, value: unknown): boolean {
  return (
    /^(code|status|errno|error|result|ret|(error|status|result|return|ret)_?code)$/i.test(name) &&
    Number.isSafeInteger(value) &&
    Math.abs(Number(value)) < 1_000_000
  );
}

/** A name escaped as in JSON, where masks know secrets too. */
export function nameInOneLine(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}
