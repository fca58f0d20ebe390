import { isRecord } from "./document.ts";

/** A schema, as far as values can tell it. */
export interface InferredSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The schema of values that were seen at one place.
 *
 * @param nameOf the reference to a schema that the description has already, if all the values fit one
 */
export function inferSchema(
  values: readonly unknown[],
  nameOf: (values: readonly unknown[]) => string | undefined,
): InferredSchema {
  const records = values.filter(isRecord);
  const lists = values.filter((value) => Array.isArray(value));
  const types = [...new Set(values.map(typeOf))];
  if (records.length > 0 && records.length === values.length) {
    const $ref = nameOf(values);
    if ($ref !== undefined) return { $ref };
  }
  const items = lists.flat();
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const having = (name: string) => records.filter((record) => Object.hasOwn(record, name));
  const required = names.filter((name) => having(name).length === records.length);
  return {
    ...(types.length > 0 && { type: types.length === 1 ? types[0] : types }),
    ...(items.length > 0 && { items: inferSchema(items, nameOf) }),
    ...(required.length > 0 && { required }),
    ...(names.length > 0 && {
      properties: Object.fromEntries(
        names.map((name) => [
          name,
          inferSchema(
            having(name).map((record) => record[name]),
            nameOf,
          ),
        ]),
      ),
    }),
  };
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
