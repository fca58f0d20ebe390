import { expect, test } from "vitest";
import { createSpecDocument } from "./document.ts";
import { createBodyJudge } from "./judge-body.ts";

const text = { type: "string" } as const;

const description = {
  info: { version: "1" },
  components: {
    schemas: {
      Named: { type: "object", properties: { name: text } },
      Priced: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: "object", properties: { price: text } }] },
      Alone: { type: "object", properties: { name: text } },
      Free: { type: "object", properties: { name: text }, additionalProperties: text },
      Pair: {
        type: "object",
        required: ["name", "sort"],
        properties: {
          name: { type: ["string", "null"], pattern: "^a" },
          sort: {},
          inner: { $ref: "#/components/schemas/Alone" },
        },
      },
      Closed: { type: "object", properties: { name: text }, additionalProperties: false },
      Pairs: { type: "array", items: { $ref: "#/components/schemas/Pair" } },
      Nested: {
        type: "object",
        properties: { list: { type: "array", items: { $ref: "#/components/schemas/Free" } } },
      },
    },
  },
};
const judge = createBodyJudge(createSpecDocument(description));

const messages = (name: string, value: unknown) =>
  judge(`/components/schemas/${name}`, value).map(({ message }) => message);

test("knows the fields of every part of a composition", () => {
  expect(messages("Priced", { name: "a", price: "1" })).toEqual([]);
});

test("leaves fields alone where the spec takes any", () => {
  expect(messages("Free", { other: "a" })).toEqual([]);
});

test("names a field that breaks lines in one line", () => {
  expect(messages("Alone", { "a\nb": 1 })).toEqual([
    "the body has the field `a\\nb`, a number, which the spec does not know",
  ]);
});

test("counts what differs in its index only", () => {
  expect(messages("Nested", { list: [{ name: 1 }, { name: "a" }, { name: 2 }] })).toEqual([
    "`list[*].name` is a number where the spec says string (2 times)",
  ]);
});

test("says which schema is broken, where it stands", () => {
  expect(judge("/components/schemas/Nested", { list: [{ name: 1 }] })).toMatchObject([
    { places: ["/components/schemas/Free/properties/name"] },
  ]);
});

const UNKNOWN = "which the spec does not know";

test.each<[name: string, value: unknown, want: readonly string[]]>([
  ["Pair", { name: null, sort: 1 }, []],
  [
    "Pair",
    { name: "a", label: 1 },
    [
      "the body lacks the field `sort`; perhaps `label` is its name",
      `the body has the field \`label\`, a number, ${UNKNOWN}`,
    ],
  ],
  [
    "Pair",
    { label: 1 },
    [
      "the body lacks the field `name`",
      "the body lacks the field `sort`",
      `the body has the field \`label\`, a number, ${UNKNOWN}`,
    ],
  ],
  [
    "Pair",
    { name: "a", b: true, c: null },
    [
      "the body lacks the field `sort`",
      `the body has the field \`b\`, a boolean, ${UNKNOWN}`,
      `the body has the field \`c\`, null, ${UNKNOWN}`,
    ],
  ],
  [
    "Pair",
    { name: "a", inner: { label: 1 } },
    ["the body lacks the field `sort`", `\`inner\` has the field \`label\`, a number, ${UNKNOWN}`],
  ],
  ["Pair", { name: "b", sort: 1 }, ['`name` breaks the spec: it must match pattern "^a"']],
  ["Pair", { name: 5, sort: 1 }, ["`name` is a number where the spec says string or null"]],
  ["Pair", { name: [1], sort: 1 }, ["`name` is an array where the spec says string or null: `number[]`"]],
  ["Pair", { name: { a: "b" }, sort: 1 }, ["`name` is an object where the spec says string or null: `{ a: string }`"]],
  ["Alone", null, ["the body is null where the spec says object"]],
  ["Alone", { code: 7 }, [`the body has the field \`code\`, the number 7, ${UNKNOWN}`]],
  ["Alone", { more: { a: 1 } }, [`the body has the field \`more\`, an object, ${UNKNOWN}: \`{ a: number }\``]],
  ["Closed", { more: { a: 1 } }, ["the body breaks the spec: it must NOT have additional properties"]],
  ["Pairs", [{ name: "a", sort: 1, inner: { name: 5 } }], ["`[*].inner.name` is a number where the spec says string"]],
  ["Pairs", [{ name: "a" }, { name: "a" }, { name: "a" }], ["`[*]` lacks the field `sort` (3 times)"]],
])("of %s, %j is told as %j", (name, value, want) => {
  expect(messages(name, value).toSorted()).toEqual(want.toSorted());
});

test("tells what is broken, by which values, and that a field more breaks no promise", () => {
  expect(
    judge("/components/schemas/Pairs", [
      { name: 5, sort: 1 },
      { name: 6, sort: 1 },
      { name: "a", more: 7 },
    ]),
  ).toEqual([
    expect.objectContaining({
      places: ["/components/schemas/Pair/properties/name"],
      fault: { schema: "/components/schemas/Pair/properties/name", keyword: "type", field: undefined, values: [5, 6] },
    }),
    expect.objectContaining({
      places: ["/components/schemas/Pair"],
      fault: {
        schema: "/components/schemas/Pair",
        keyword: "required",
        field: "sort",
        values: [{ name: "a", more: 7 }],
      },
    }),
    expect.objectContaining({
      places: [],
      fault: { schema: "/components/schemas/Pair", keyword: "unevaluatedProperties", field: "more", values: [7] },
    }),
  ]);
});

test("refuses to judge by a schema that is not there", () => {
  expect(() => judge("/components/schemas/None", {})).toThrow(
    "The description has no schema at /components/schemas/None.",
  );
});
