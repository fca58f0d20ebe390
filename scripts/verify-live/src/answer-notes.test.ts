import { expect, test } from "vitest";
import { answerOf, findingOf, operation } from "../test/finding-of.ts";
import { answerNotes } from "./answer-notes.ts";

function notesOf(headers: Readonly<Record<string, string>>, more = {}): readonly string[] {
  return answerNotes([findingOf({ exchange: { answer: answerOf({ headers: new Headers(headers), ...more }) } })]);
}

const PAGES =
  'listThings: it answers in pages: `Link` has a rel="next" (RFC 8288), and a client of the spec reads the first page alone.';

test.each([
  "<?page=2>; rel=next",
  '<?page=2> ;title="a; rel=prev, \\"b"; REL = "last NEXT"',
  '<?a=1,2>; rel=prev, <?page=2>; rel="next"',
  "<?page=2>;q;rel=next;rel=prev",
])("a link to a next page is noted: %s", (link) => {
  expect(notesOf({ link })).toEqual([PAGES]);
});

test.each([
  "<?rel=next>; rel=self",
  '<?a>; title="rel=next"',
  "<?page=1>; rel=prev; rel=next",
  "<?page=2>; rel=nextpage",
  "<?page=2>; xrel=next",
  "next",
])("another link is not: %s", (link) => {
  expect(notesOf({ link })).toEqual([]);
});

test.each([
  ["deprecation", "@1688169599", "it is deprecated (RFC 9745): `Deprecation: @1688169599`, since 2023-06-30."],
  ["deprecation", "@-1", "it is deprecated (RFC 9745): `Deprecation: @-1`, since 1969-12-31."],
  ["deprecation", "x@1688169599", "it is deprecated (RFC 9745): `Deprecation: x@1688169599`."],
  ["deprecation", "@1688169599.5", "it is deprecated (RFC 9745): `Deprecation: @1688169599.5`."],
  ["deprecation", "@9999999999999", "it is deprecated (RFC 9745): `Deprecation: @9999999999999`."],
  ["sunset", "Fri `1`", "it will go away (RFC 8594): `Sunset: Fri '1'`."],
])("of %s: %s it notes %s", (name, value, want) => {
  expect(notesOf({ [name]: value })).toEqual([`listThings: ${want}`]);
});

test("an empty list of a success is noted, and what the reader of the body had to say", () => {
  expect(
    notesOf({}, { json: { things: [], more: [[]], full: [{ a: [] }, { a: [1] }] }, remarks: ["it is odd"] }),
  ).toEqual([
    "listThings: it is odd.",
    "listThings: `things` is empty, so that nothing was seen of what it lists.",
    "listThings: `more[*]` is empty, so that nothing was seen of what it lists.",
  ]);
  expect(notesOf({}, { json: [] })).toEqual([
    "listThings: the list is empty, so that nothing was seen of what it lists.",
  ]);
  expect(notesOf({}, { json: { things: [] }, status: 400 })).toEqual([]);
});

test("what was asked again, and what has no such example, is told by the call, and all else once", () => {
  const answer = answerOf({ headers: new Headers({ sunset: "soon" }) });
  const busy = findingOf({ askedAgainAfter: 2500, exchange: { answer: { ...answer, status: 429 } } });
  const unfit = { answer: answerOf({ status: 404 }), operation: { ...operation, needsInput: true } };
  expect(
    answerNotes([
      busy,
      findingOf({ exchange: { answer } }),
      findingOf({ exchange: unfit }),
      findingOf({ exchange: unfit, expected: 401 }),
      findingOf({ exchange: { answer: undefined } }),
    ]),
  ).toEqual([
    "listThings: it will go away (RFC 8594): `Sunset: soon`.",
    "listThings, to see: 429 came first. It was asked again after the 2.5 s that `Retry-After` said.",
    "listThings, to see: 404 came for the spec's example values. Examples that exist at the gateway would show more.",
  ]);
});
