import { expect, test } from "vitest";
import { parse } from "yaml";
import { answerOf, findingOf } from "../test/finding-of.ts";
import { amendSpec } from "./amend-spec.ts";
import { createSpecDocument } from "./document.ts";
import { createAnswerJudge } from "./judge-answer.ts";
import { operationsOf } from "./operations.ts";

const YAML = `
openapi: 3.1.0
info: { version: "1" }
paths:
  /things:
    get:
      responses:
        "200":
          headers:
            X-A:
              required: true
              schema: { type: string }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Things" }
        "401": { description: No. }
        "400": { description: No. }
components:
  schemas:
    Things:
      type: object
      properties:
        things:
          type: array
          items: { $ref: "#/components/schemas/Thing" }
    Any: {}
    Thing:
      type: object
      required: [name, kind]
      properties:
        name:
          description: How it is called. # As people say it.
          type: string
          maxLength: 2
          x-note: Short.
        kind: { type: string }
    Later: { required: [name, kind], properties: { name: { type: string }, kind: { type: string } } }
`;

interface Said {
  readonly json?: unknown;
  readonly status?: number;
  readonly expected?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function amended(said: readonly Said[], { yaml = YAML, isSecret = (_: string): boolean => false } = {}): string {
  const spec = createSpecDocument(parse(yaml));
  const judge = createAnswerJudge(spec);
  const [operation] = operationsOf(spec);
  const findings = said.map(({ json, status = 200, expected = 200, headers = { "X-A": "a" } }) => {
    const text = json === undefined ? "" : JSON.stringify(json);
    const answer = answerOf({ text, json, status, headers: new Headers(headers) });
    const { exchange } = findingOf({ exchange: { answer, ...(operation && { operation }) } });
    return findingOf({ exchange, expected, ...judge(exchange, expected) });
  });
  return amendSpec(yaml, { spec, findings, notes: [], gaps: [], areCredentialsRefused: false, issued: [] }, isSecret);
}

/** The lines that are in one text alone, marked as a diff marks them. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split("\n"));
  const only = (lines: readonly string[] = [], others: readonly string[] = [], mark: string) =>
    lines.filter((line) => !others.includes(line)).map((line) => mark + line.trim());
  return [...only(old, now, "-"), ...only(now, old, "+")];
}

const thing = { name: "a", kind: "b" };
const things = (...list: unknown[]) => ({ json: { things: list } });

test.each<[what: string, said: readonly Said[], want: readonly string[]]>([
  ["what fits", [things(thing), { status: 401, expected: 401 }], []],
  ["a field more", [things({ ...thing, more: 1 })], ["+more:", "+type: integer"]],
  [
    "a thing in another place",
    [{ json: { things: [], first: thing } }],
    ["+first:", '+$ref: "#/components/schemas/Thing"'],
  ],
  [
    "things in another thing, which would name itself",
    [things({ ...thing, inner: thing })],
    ["+inner:", '+$ref: "#/components/schemas/Later"'],
  ],
  [
    "another name for a field",
    [things({ name: "a", sort: "b" })],
    ["-required: [name, kind]", "-kind: { type: string }", "+required: [name]", "+sort:"],
  ],
  [
    "a field less in some answers",
    [things(thing), things({ name: "a" })],
    ["-required: [name, kind]", "+required: [name]"],
  ],
  ["all fields less in some answers", [things(thing), things({})], ["-required: [name, kind]"]],
  ["another type", [things({ ...thing, name: 5 })], ["-type: string", "-maxLength: 2", "+type: integer"]],
  ["a longer text", [things({ ...thing, name: "abc" })], ["-maxLength: 2"]],
  ["no header", [{ ...things(thing), headers: {} }], ["-required: true"]],
  ["another status", [{ ...things(thing), status: 201 }], ['-"200":', '+"201":']],
  [
    "another status and a field more",
    [{ ...things({ ...thing, more: 1 }), status: 201 }],
    ['-"200":', '+"201":', "+more:", "+type: integer"],
  ],
  [
    "another refusal and another malformed request's status",
    [
      { status: 403, expected: 401 },
      { status: 422, expected: 400 },
    ],
    [
      '-"401": { description: No. }',
      '-"400": { description: No. }',
      '+"403": { description: No. }',
      '+"422": { description: No. }',
    ],
  ],
])("of %s, and of no more, the description learns", (_, said, want) => {
  expect(changedLines(YAML, amended(said)).toSorted()).toEqual(want.toSorted());
});

test("what is amended fits what was seen", () => {
  const said = [things({ name: 5, sort: "b", more: [null] }), { status: 403, expected: 401 }];
  const yaml = amended(said);
  expect(amended([things({ name: 5, sort: "b", more: [null] }), { status: 403, expected: 403 }], { yaml })).toBe(yaml);
});

test("a field whose name may be a secret is not written down", () => {
  const isSecret = (name: string) => name === "more";
  expect(changedLines(YAML, amended([things({ ...thing, more: 1, other: 1 })], { isSecret }))).toEqual([
    "+other:",
    "+type: integer",
  ]);
});

test("of a description in several files no status is replaced, and no field left out", () => {
  const yaml = `${YAML}    Elsewhere: { $ref: ./elsewhere.yaml }\n`;
  const said = [
    { ...things({ name: "a" }), status: 200 },
    { status: 403, expected: 401 },
  ];
  expect(changedLines(yaml, amended(said, { yaml }))).toEqual(["-required: [name, kind]", "+required: [name]"]);
});
