import type { Validator } from "./api-description.ts";

/** What a validator has just found wrong, each with its place as a JSON Pointer. */
export function describeErrors(validate: Validator): string {
  const errors = validate.errors ?? [];
  return errors
    .map(({ instancePath, message }) => `${instancePath || "the value"} ${message ?? "is invalid"}`)
    .join("; ");
}
