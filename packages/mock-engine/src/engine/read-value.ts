import type { FindValidator, Reading } from "./api-description.ts";

/** Text that waits to be read: how it is taken apart is its style's concern. */
export interface Source {
  /** As single values; none, if it is an object. */
  readonly texts: readonly string[];
  /** As a list. @throws Misread */
  readonly list: () => readonly Source[];
  /** As an object. @throws Misread */
  readonly entries: () => readonly (readonly [name: string, value: Source])[];
  /** As JSON, where objects are written so. */
  readonly json?: () => unknown;
  /** As whatever its form says that it is. */
  readonly any?: () => unknown;
}

/** What is not written as its style has it. */
export class Misread extends Error {}

/** Reads text as its schema would have it. What is not of the type stays text, for the schema to refuse. */
export function readValue(reading: Reading, source: Source, findValidator: FindValidator): unknown {
  if (typeof reading === "string") {
    if (source.any) return source.any();
    const [first, ...others] = source.texts;
    // What is no text is an object, whatever the schema would have.
    if (first === undefined) return readValue({ properties: {} }, source, findValidator);
    return others.length === 0 ? readScalar(reading, first) : source.texts;
  }
  if ("items" in reading) {
    const { items, prefix = [] } = reading;
    return source.list().map((item, index) => readValue(prefix[index] ?? items, item, findValidator));
  }
  if ("properties" in reading) {
    if (source.json) return source.json();
    const { properties, additional = "any" } = reading;
    return Object.fromEntries(
      source.entries().map(([name, value]) => {
        const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
        return [name, readValue(known ?? additional, value, findValidator)];
      }),
    );
  }
  return choose(reading, source, findValidator);
}

/** The first choice that fits; if none does, the first that can be read, so that its errors are told. */
function choose(
  { choices, schema }: Extract<Reading, { readonly choices: unknown }>,
  source: Source,
  findValidator: FindValidator,
): unknown {
  const validate = findValidator(schema);
  const values: unknown[] = [];
  let misread: Misread | undefined;
  for (const choice of choices) {
    try {
      const value = readValue(choice, source, findValidator);
      if (validate?.(value)) return value;
      values.push(value);
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      misread ??= error;
    }
  }
  if (values.length === 0 && misread) throw misread;
  return values[0];
}

/** JSON's grammar (RFC 8259, section 6): neither hexadecimal, nor spaces, nor infinity. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function readScalar(reading: "string" | "number" | "boolean" | "null" | "any", text: string): unknown {
  if (reading === "number") return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
  if (reading === "boolean") return text === "true" || (text === "false" ? false : text);
  return reading === "null" && text === "" ? null : text;
}
