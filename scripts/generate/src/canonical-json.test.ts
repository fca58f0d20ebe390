import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

const api = (responses: object, components: object = {}) => ({
  openapi: "3.1.0",
  paths: { "/a": responses },
  components,
});
const examples = { b: { value: { y: 1, x: 2 } }, a: { value: 3 } };

test.each([
  {
    given: "named schemas",
    one: api({}, { schemas: { A: { type: "string" }, B: true } }),
    other: api({}, { schemas: { B: true, A: { type: "string" } } }),
  },
  {
    given: "named examples of the whole",
    one: api({}, { examples }),
    other: api({}, { examples: reversed(examples) }),
  },
  { given: "an example's fields", one: api({ example: { x: 1, y: 2 } }), other: api({ example: { y: 2, x: 1 } }) },
])("$given may stand in any order", ({ one, other }) => {
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});

test.each([
  { given: "another value", one: api({ get: 1 }), other: api({ get: 2 }) },
  { given: "another key", one: api({ get: 1 }), other: api({ put: 1 }) },
  { given: "the first of the examples", one: api({ examples }), other: api({ examples: reversed(examples) }) },
  {
    given: "the first of the media types",
    one: api({ content: { "text/plain": {}, "application/json": {} } }),
    other: api({ content: { "application/json": {}, "text/plain": {} } }),
  },
  { given: "the order of a list", one: api({ enum: ["a", "b"] }), other: api({ enum: ["b", "a"] }) },
  { given: "an empty list for an empty object", one: api({ tags: [] }), other: api({ tags: {} }) },
])("$given is told", ({ one, other }) => {
  expect(canonicalJson(other)).not.toBe(canonicalJson(one));
});

function reversed(object: object) {
  return Object.fromEntries(Object.entries(object).reverse());
}
