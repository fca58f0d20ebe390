import type { Validator } from "./api-description.ts";
import { isJson, isPlainText } from "./media-type.ts";

/** What a validator has just found wrong, each with its place as a JSON Pointer. */
export function describeErrors(validate: Validator): string {
  const errors = validate.errors ?? [];
  return errors
    .map(({ instancePath, message }) => `${instancePath || "the value"} ${message ?? "is invalid"}`)
    .join("; ");
}

/**
 * Whether a text that a validator has just refused is in a format that nothing here parses, such as XML: the schema speaks of
 * what it would be parsed to, and not of the text.
 */
export function isUnparsed(contentType: string, value: unknown, { errors }: Validator): boolean {
  if (typeof value !== "string" || isJson(contentType) || isPlainText(contentType)) return false;
  return (errors ?? []).some(({ params }) => "type" in params);
}
