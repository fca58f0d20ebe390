import { expect, test } from "vitest";
import { answerOf, findingOf, operation } from "../test/finding-of.ts";
import { recordExamples } from "./record-examples.ts";

const YAML = `
one: # The first.
  schema: { type: object }

two:
  examples:
    usual:
      value: 1
  schema: {}
three:
  examples: { seen: { value: 1 } }
flow: { schema: {} }
text: q
`;

const seen = (pointer: string, json: unknown, more = {}) =>
  findingOf({ fits: pointer, exchange: { answer: answerOf({ json }), ...more } });
const same = (text: string) => text;

test.each<[what: string, pointer: string, find: string, by: string]>([
  [
    "after what is there",
    "/one",
    "  schema: { type: object }\n",
    "  schema: { type: object }\n  examples:\n    seen:\n      summary: Seen from the gateway, to see\n      value:\n        a: 1\n",
  ],
  [
    "after other examples",
    "/two",
    "      value: 1\n",
    "      value: 1\n    seen:\n      summary: Seen from the gateway, to see\n      value:\n        a: 1\n",
  ],
  ["nowhere, where there is one", "/three", "", ""],
  ["nowhere, where there is no object", "/text", "", ""],
  ["nowhere, where nothing is", "/none", "", ""],
])("an example stands %s", (_, pointer, find, by) => {
  expect(recordExamples(YAML, [seen(pointer, { a: 1 })], same)).toBe(YAML.replace(find, by));
});

test("an object in one line stays in one", () => {
  expect(recordExamples(YAML, [seen("/flow", 1)], same)).toContain(
    '\nflow: { schema: {}, examples: { seen: { summary: "Seen from the gateway, to see", value: 1 } } }\n',
  );
});

test("the first body for each place is taken, of those that fit", () => {
  const none = findingOf({ exchange: { answer: answerOf({ json: 0 }) } });
  const text = recordExamples(YAML, [none, seen("/one", 1), seen("/one", 2), seen("/two", 3)], same);
  expect(text.match(/value: \d/g)).toEqual(["value: 1", "value: 1", "value: 3", "value: 1"]);
});

test("lists are cut, and secrets hidden: all texts of a token, and elsewhere what the mask knows", () => {
  const json = { list: ["a", "b", "c", "d"], deep: { text: "a", none: null, count: 1 } };
  const token = { operation: { ...operation, scheme: "m800auth" } };
  const mask = (text: string) => text.replaceAll("b", "***");
  expect(recordExamples(YAML, [seen("/one", json)], mask)).toContain(
    'value:\n        list:\n          - a\n          - "***"\n          - c\n        deep:\n          text: a\n          none: null\n          count: 1\n',
  );
  expect(recordExamples(YAML, [seen("/one", json, token)], mask)).toContain(
    "list:\n          - masked\n          - masked\n          - masked\n        deep:\n          text: masked\n          none: null\n          count: 1\n",
  );
  const refused = { ...token, answer: answerOf({ json: { message: "a b" }, status: 401 }) };
  expect(recordExamples(YAML, [seen("/one", undefined, refused)], mask)).toContain("message: a ***\n");
});
