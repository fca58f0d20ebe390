import { expect, test } from "vitest";
import { isMultipleOf } from "./is-multiple-of.ts";

test.each([
  { value: 19.99, step: 0.01, want: true },
  { value: 4.355, step: 0.01, want: false },
  { value: 3e-7, step: 1e-7, want: true },
  { value: 1.5e-7, step: 1e-7, want: false },
  { value: 1, step: 1e-7, want: true },
  { value: 1e-7, step: 1, want: false },
  { value: 1e21, step: 1e-7, want: true },
  { value: 1.25e21, step: 1e20, want: false },
  { value: 1.25e21, step: 1e19, want: true },
  { value: 0, step: 5, want: true },
  { value: -6, step: 1.5, want: true },
  { value: 7, step: 2, want: false },
])("knows whether $value is a multiple of $step, as they are written: $want", ({ value, step, want }) => {
  expect(isMultipleOf(value, step)).toBe(want);
});
