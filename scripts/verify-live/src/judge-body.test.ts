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
