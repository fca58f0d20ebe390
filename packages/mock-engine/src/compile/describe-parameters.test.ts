import { expect, test } from "vitest";
import { compileSpec } from "./compile-spec.ts";

const INTEGER = { type: "integer" };

/** `GET /x` as it is described, with these parameters and those of its path. */
function describe(parameters: readonly object[], shared: readonly object[] = []) {
  const paths = { "/x": { parameters: shared, get: { operationId: "x", parameters, responses: { 204: {} } } } };
  const { api, findValidator } = compileSpec({ openapi: "3.1.0", paths });
  const operation = api.operations[0];
  const fits = (values: object) => findValidator(operation?.parametersSchema ?? "")?.(values);
  return { parameters: operation?.parameters, fits };
}

test.each([
  { given: { in: "path" }, want: { style: "simple", explode: false } },
  { given: { in: "header" }, want: { style: "simple", explode: false } },
  { given: { in: "query" }, want: { style: "form", explode: true } },
  { given: { in: "cookie" }, want: { style: "form", explode: true } },
  { given: { in: "query", explode: false }, want: { style: "form", explode: false } },
  { given: { in: "query", style: "pipeDelimited" }, want: { style: "pipeDelimited", explode: false } },
  { given: { in: "path", style: "label", explode: true }, want: { style: "label", explode: true } },
])("describes how $given is written: $want", ({ given, want }) => {
  expect(describe([{ name: "a", schema: INTEGER, ...given }]).parameters).toEqual([
    { name: "a", in: given.in, reading: "number", ...want },
  ]);
});

test("describes a parameter of JSON, and one without a schema", () => {
  const content = { "application/json": { schema: INTEGER } };
  expect(
    describe([
      { name: "a", in: "query", content, style: "form" },
      { name: "b", in: "query" },
    ]).parameters,
  ).toMatchObject([
    { name: "a", style: "json", explode: false },
    { name: "b", style: "form", reading: "any" },
  ]);
});

test("puts an operation's parameters in the place of its path's, by name and place", () => {
  const shared = [
    { name: "a", in: "query", schema: { type: "boolean" } },
    { name: "b", in: "query", schema: INTEGER },
  ];
  const own = [
    { name: "a", in: "query", schema: INTEGER },
    { name: "a", in: "header", schema: { type: "string" } },
  ];
  expect(describe(own, shared).parameters).toMatchObject([
    { name: "a", in: "query", reading: "number" },
    { name: "b", in: "query", reading: "number" },
    { name: "a", in: "header", reading: "string" },
  ]);
});

test.each(["path", "query", "header", "cookie"])(
  "passes over what is described elsewhere in headers only: %s",
  (location) => {
    const names = ["Accept", "authorization", "CONTENT-TYPE", "Accept-Language"];
    const { parameters } = describe(names.map((name) => ({ name, in: location, schema: {} })));
    expect(parameters?.map(({ name }) => name)).toEqual(location === "header" ? ["Accept-Language"] : names);
  },
);

test("passes over what has no name, or no place in a request", () => {
  expect(
    describe([{ in: "query" }, { name: "a" }, { name: 5, in: "query" }, { name: "a", in: "body" }]).parameters,
  ).toEqual([]);
});

test("holds all parameters against one schema, by place, headers in lower case", () => {
  const { fits } = describe([
    { name: "Page", in: "query", required: true, schema: INTEGER },
    { name: "Sort", in: "query", required: false },
    { name: "X-Page", in: "header", required: true, schema: INTEGER },
    { name: "j", in: "cookie", content: { "application/json": { schema: INTEGER } } },
    { name: "any", in: "cookie", content: { "application/json": {} } },
    { name: "__proto__", in: "cookie", schema: INTEGER },
  ]);
  const cookie = JSON.parse('{"__proto__": "x"}');
  const sound = { query: { Page: 1 }, header: { "x-page": 1 } };
  expect(fits(sound)).toBe(true);
  expect(fits({ ...sound, cookie: { j: 1, any: "x" } })).toBe(true);
  for (const unsound of [
    { query: {} },
    { query: { Page: "x" } },
    { header: {} },
    { header: { "X-Page": 1 } },
    { header: { "x-page": "x" } },
    { cookie: { j: "x" } },
    { cookie },
    { query: 5 },
  ])
    expect([unsound, fits({ ...sound, ...unsound })]).toEqual([unsound, false]);
});
