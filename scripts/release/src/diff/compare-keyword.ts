import { isDeepStrictEqual } from "node:util";
import type { Effect } from "./change.ts";
import { listOf } from "./record.ts";

/** A keyword's value before and after; undefined where it is absent. */
export type Compare = (before: unknown, after: unknown) => Effect;

/** What a keyword asks for is asked for on top of all others, so that one more narrows and one less widens. */
const conjunct =
  (changed: Compare = () => "unknown"): Compare =>
  (before, after) => {
    if (before === undefined) return "narrows";
    return after === undefined ? "widens" : changed(before, after);
  };

const atMost = conjunct((before, after) => (Number(after) > Number(before) ? "widens" : "narrows"));
const atLeast = conjunct((before, after) => (Number(after) < Number(before) ? "widens" : "narrows"));
const multiple = conjunct((before, after) => {
  if (Number(after) % Number(before) === 0) return "narrows";
  return Number(before) % Number(after) === 0 ? "widens" : "unknown";
});
const oneOfValues = conjunct((before, after) => {
  const [old, now] = [listOf(before), listOf(after)];
  const has = (values: readonly unknown[]) => (value: unknown) =>
    values.some((each) => isDeepStrictEqual(each, value) || (value === "integer" && each === "number"));
  if (old.every(has(now))) return "widens";
  return now.every(has(old)) ? "narrows" : "unknown";
});

/** By keyword, for those whose value is no schema. What is not here is unknown. */
export const COMPARE: Readonly<Record<string, Compare>> = {
  type: oneOfValues,
  enum: oneOfValues,
  maximum: atMost,
  exclusiveMaximum: atMost,
  maxLength: atMost,
  maxItems: atMost,
  maxProperties: atMost,
  maxContains: atMost,
  minimum: atLeast,
  exclusiveMinimum: atLeast,
  minLength: atLeast,
  minItems: atLeast,
  minProperties: atLeast,
  // Without it one is enough, so that 0 widens.
  minContains: (before = 1, after = 1) => atLeast(before, after),
  multipleOf: multiple,
  pattern: conjunct(),
  format: conjunct(),
  uniqueItems: conjunct(),
  dependentRequired: conjunct(),
  // These tell, and ask for nothing.
  default: () => "adds",
  deprecated: () => "adds",
};
