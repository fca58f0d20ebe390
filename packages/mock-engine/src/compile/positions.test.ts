import { expect, test } from "vitest";
import {
  childrenOf,
  type Kind,
  keysOf,
  lookUp,
  mapChildren,
  pointerIn,
  pointerOf,
  referenceTo,
  withEntries,
  withoutNulls,
} from "./positions.ts";

const SCHEMA = { type: "string" };

test.each<{ readonly kind: Kind; readonly node: object; readonly want: readonly string[] }>([
  { kind: "document", node: { paths: { "/a": {}, "x-a": {} } }, want: ["pathItem /paths/~1a"] },
  { kind: "document", node: { webhooks: { "x-a": {} } }, want: ["pathItem /webhooks/x-a"] },
  {
    kind: "components",
    node: {
      schemas: { A: {} },
      responses: { A: {} },
      parameters: { A: {} },
      examples: { A: {} },
      requestBodies: { A: {} },
      headers: { A: {} },
      securitySchemes: { A: {} },
      links: { A: {} },
      callbacks: { A: {} },
      pathItems: { A: {} },
      "x-schemas": { A: {} },
    },
    want: [
      "schema /schemas/A",
      "response /responses/A",
      "parameter /parameters/A",
      "example /examples/A",
      "requestBody /requestBodies/A",
      "parameter /headers/A",
      "securityScheme /securitySchemes/A",
      "link /links/A",
      "callback /callbacks/A",
      "pathItem /pathItems/A",
    ],
  },
  {
    kind: "pathItem",
    node: { get: {}, parameters: [{}, null, 5], servers: [{}] },
    want: ["operation /get", "parameter /parameters/0"],
  },
  {
    kind: "response",
    node: { headers: { "x-a": {} }, links: { a: {} } },
    want: ["parameter /headers/x-a", "link /links/a"],
  },
  { kind: "parameter", node: { examples: { a: {} }, example: {} }, want: ["example /examples/a"] },
  {
    kind: "mediaType",
    node: { encoding: { a: {} }, examples: { a: {} } },
    want: ["encoding /encoding/a", "example /examples/a"],
  },
  { kind: "encoding", node: { headers: { a: {} } }, want: ["parameter /headers/a"] },
  { kind: "callback", node: { "{$url}": {}, "a/x-b": {}, "x-a": {} }, want: ["pathItem /{$url}", "pathItem /a~1x-b"] },
  { kind: "schema", node: { items: [SCHEMA, true] }, want: ["schema /items/0"] },
  {
    kind: "schema",
    node: { properties: { "x-a": SCHEMA }, example: SCHEMA, enum: [SCHEMA] },
    want: ["schema /properties/x-a"],
  },
  {
    kind: "schema",
    node: { $defs: { a: {} }, definitions: { a: {} } },
    want: ["schema /$defs/a", "schema /definitions/a"],
  },
  { kind: "example", node: { value: {}, schema: {} }, want: [] },
])("finds below a $kind the objects that stand in their places: $want", ({ kind, node, want }) => {
  expect(childrenOf(node, kind).map((child) => `${child.kind} ${pointerOf(child.keys)}`)).toEqual(want);
});

test("changes children where they stand, and gives back the same node where none changes", () => {
  const node = {
    items: SCHEMA,
    properties: { a: SCHEMA, b: { type: "null" }, ["__proto__"]: SCHEMA },
    allOf: [true, SCHEMA],
    title: "T",
  };
  expect(mapChildren(node, "schema", ({ value }) => value)).toBe(node);
  const changed = mapChildren(node, "schema", ({ value }) => (value === SCHEMA ? { type: "number" } : value));
  const NUMBER = { type: "number" };
  expect(changed).toEqual({
    items: NUMBER,
    properties: { a: NUMBER, b: { type: "null" }, ["__proto__"]: NUMBER },
    allOf: [true, NUMBER],
    title: "T",
  });
  expect(Array.isArray(changed.allOf)).toBe(true);
  expect(node.items).toBe(SCHEMA);
});

test.each<{ readonly kind: Kind; readonly node: object; readonly want: object }>([
  { kind: "document", node: { paths: null, info: null, "x-a": null }, want: { info: null, "x-a": null } },
  { kind: "document", node: { paths: undefined, info: undefined }, want: { info: undefined } },
  {
    kind: "document",
    node: { paths: { "/a": null, "/b": { get: null } } },
    want: { paths: { "/a": {}, "/b": { get: null } } },
  },
  {
    kind: "pathItem",
    node: { get: null, parameters: [null, SCHEMA], servers: [null] },
    want: { parameters: [SCHEMA], servers: [null] },
  },
  { kind: "callback", node: { "{$url}": null, "x-a": null, b: {} }, want: { b: {} } },
  {
    kind: "schema",
    node: { type: null, const: null, default: null, example: null, enum: [null], properties: { a: null, b: SCHEMA } },
    want: { const: null, default: null, example: null, enum: [null], properties: { a: {}, b: SCHEMA } },
  },
  {
    kind: "schema",
    node: { allOf: [null, SCHEMA], items: { type: null } },
    want: { allOf: [SCHEMA], items: { type: null } },
  },
])("leaves out of a $kind what is left empty: $node", ({ kind, node, want }) => {
  expect(withoutNulls(node, kind)).toStrictEqual(want);
});

test("gives back the same node where nothing is left empty", () => {
  const node = { properties: { a: SCHEMA }, allOf: [SCHEMA], type: "object" };
  expect(withoutNulls(node, "schema")).toBe(node);
});

test("replaces entries whatever they are called", () => {
  expect(withEntries(["a", "b", "c"], [["1", "B"]])).toEqual(["a", "B", "c"]);
  expect(
    Object.keys(
      withEntries({ a: 1 }, [
        ["__proto__", 2],
        ["a", 3],
      ]),
    ),
  ).toEqual(["a", "__proto__"]);
});

test.each([
  { keys: [], pointer: "", reference: "#" },
  { keys: ["a", "b"], pointer: "/a/b", reference: "#/a/b" },
  { keys: ["/a/~b", "~1"], pointer: "/~1a~1~0b/~01", reference: "#/~1a~1~0b/~01" },
  { keys: ["ä b", "#c#", "{d}"], pointer: "/ä b/#c#/{d}", reference: "#/%C3%A4%20b/%23c%23/%7Bd%7D" },
  { keys: ["100%25"], pointer: "/100%25", reference: "#/100%2525" },
])(
  "writes the place $keys as $pointer, refers to it by $reference, and finds it again",
  ({ keys, pointer, reference }) => {
    expect([pointerOf(keys), referenceTo(pointer), pointerIn(reference), keysOf(pointer)]).toEqual([
      pointer,
      reference,
      pointer,
      keys,
    ]);
    const document = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), { type: "object" });
    expect(lookUp(Object(document), reference)).toEqual({ type: "object" });
  },
);

test("takes for no pointer what does not begin like one, and as it stands what is not encoded", () => {
  expect(["#a", "a#/b", "other.yaml", "#/100%"].map(pointerIn)).toEqual([undefined, undefined, undefined, "/100%"]);
});
