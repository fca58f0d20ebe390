import { expect, test } from "vitest";
import { answerOf, findingOf, operation } from "../test/finding-of.ts";
import { createSpecDocument } from "./document.ts";
import { lengthNotes, lifetimeNote, slowNotes } from "./notes.ts";

test.each([
  [undefined, []],
  [300, ["`expires_in` is 300, which is what the example of M800's Getting Started page says; its prose says 600."]],
  [600, ["`expires_in` is 600, which is what the prose of M800's Getting Started page says; its example says 300."]],
  [45, ["`expires_in` is 45: M800's Getting Started page says 600 in its prose and 300 in its example."]],
])("of a lifetime of %s it notes %j", (seconds, want) => {
  expect(lifetimeNote(seconds)).toEqual(want);
});

test("slow are the answers that take longer than the limit, by operation, with the slowest", () => {
  const took = (milliseconds: number, more = {}) => findingOf({ exchange: { milliseconds, ...more } });
  const other = { ...operation, operationId: "createToken" };
  const findings = [
    took(1500),
    took(2345),
    took(1499),
    took(9000, { answer: undefined }),
    took(1501, { operation: other }),
  ];
  expect(slowNotes(findings, 1499.5)).toEqual([
    "listThings is slow: 2 answers took longer than 1.4995 s, the slowest 2.3 s.",
    "createToken is slow: 1 answer took longer than 1.4995 s, the slowest 1.5 s.",
  ]);
  expect(slowNotes(findings, 2345)).toEqual([]);
});

function notesOn(examples: readonly unknown[], json: unknown, more = {}) {
  const content = {
    "application/json": {
      examples: Object.fromEntries(examples.map((value, index) => [`example${index}`, { value }])),
    },
  };
  const spec = createSpecDocument({
    info: { version: "1" },
    paths: { "/things": { get: { responses: { 200: { content } } } } },
  });
  const finding = findingOf({ exchange: { answer: answerOf({ json, ...more }) } });
  return lengthNotes(spec, [finding, finding]);
}

const ten = Array.from({ length: 10 }, () => ({ code: "HKG", list: ["ab"], name: "x" }));

test.each([
  { what: "as long as all examples", examples: ten, json: { code: "PHL", list: ["cd"] }, want: [] },
  {
    what: "longer",
    examples: ten,
    json: { code: "PHLX" },
    want: ["listThings: `code` has 4 characters in 1 of 1 places; in the spec's examples it has 3."],
  },
  {
    what: "of several lengths in a list",
    examples: ten,
    json: { list: ["a", "ab", "abc", "b"] },
    want: ["listThings: `list[*]` has 1 or 3 characters in 3 of 4 places; in the spec's examples it has 2."],
  },
  {
    what: "deeper down",
    examples: ten.map((value) => ({ a: [{ b: value }] })),
    json: { a: [{ b: { code: "PH" } }] },
    want: ["listThings: `a[*].b.code` has 2 characters in 1 of 1 places; in the spec's examples it has 3."],
  },
  { what: "unknown to the examples", examples: ten, json: { more: "PHLX", count: 7, none: null }, want: [] },
  { what: "seen in too few examples", examples: ten.slice(1), json: { code: "PHLX" }, want: [] },
  { what: "of several lengths in the examples", examples: [...ten, { code: "HK" }], json: { code: "PHLX" }, want: [] },
  { what: "not there", examples: ten, json: undefined, want: [] },
])("a text $what is noted once or not: $want", ({ examples, json, want }) => {
  expect(notesOn(examples, json)).toEqual(want);
});

test("lengths are compared with the examples of the same answer alone", () => {
  expect(notesOn(ten, { code: "PHLX" }, { mediaType: "text/plain" })).toEqual([]);
  expect(notesOn(ten, { code: "PHLX" }, { status: 404 })).toEqual([]);
  const spec = createSpecDocument({ info: { version: "1" } });
  expect(lengthNotes(spec, [findingOf({ exchange: { answer: undefined } })])).toEqual([]);
});
