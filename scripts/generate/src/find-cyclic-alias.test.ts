import { expect, test } from "vitest";
import { findCyclicAlias } from "./find-cyclic-alias.ts";

test.each([
  { given: "no alias", text: "a: &a 1\nb: 2\n", want: undefined },
  { given: "an alias of what stands before it", text: "a: &a { x: 1 }\nb: *a\n", want: undefined },
  { given: "an alias below another's anchor", text: "a: &a 1\nb: &b\n  c: *a\n", want: undefined },
  {
    given: "an alias inside what it stands for",
    text: "a: 1\nb: &b\n  c:\n    - *b\n",
    want: { anchor: "b", line: 4 },
  },
  { given: "two of them", text: "a: &a\n  - *a\n  - *a\n", want: { anchor: "a", line: 2 } },
])("given $given it finds $want", ({ text, want }) => {
  expect(findCyclicAlias(text)).toEqual(want);
});
