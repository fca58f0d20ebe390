import { expect, test } from "vitest";
import { findProblems } from "../src/compile/find-problems.ts";

const STRING = { schema: { type: "string" } };

/** What is found wrong with a document of one operation, by place. */
function problemsOf(operation: object, { path = "/x", item = {}, components = {} } = {}) {
  const document = { openapi: "3.0.3", paths: { [path]: { get: operation, ...item } }, components };
  return findProblems(document).map(({ pointer, message }) => `${pointer} ${message}`);
}

const parameter = (given: object) => problemsOf({ parameters: [given] });
const PLACE = "/paths/~1x/get/parameters/0";
const ANSWER = "/paths/~1x/get/responses";

test.each([
  { given: { name: "a", in: "query" }, want: `${PLACE} The parameter lacks \`schema\`, or \`content\`.` },
  {
    given: { name: "a", in: "body", ...STRING },
    want: `${PLACE}/in \`in\` is one of path, query, header, cookie, not "body".`,
  },
  {
    given: { name: "a", in: "cookie", style: "simple", ...STRING },
    want: `${PLACE}/style The style in a cookie is one of form, not "simple".`,
  },
  {
    given: { name: "a", in: "query", schema: "string" },
    want: `${PLACE}/schema \`schema\` is a schema, not "string".`,
  },
  {
    given: { name: "id", in: "path", ...STRING },
    want: "/paths/~1x/get The parameter id is in the path, which has no {id}.",
  },
])("tells what is wrong with the parameter $given", ({ given, want }) => {
  expect(parameter(given)).toEqual([want]);
});

test.each([
  {
    given: { ok: { description: "" } },
    want: [`${ANSWER}/ok \`ok\` is no status from 100 to 599, nor 1XX to 5XX, nor \`default\`.`],
  },
  { given: { 200: { content: "text" } }, want: [`${ANSWER}/200/content \`content\` is a map of objects, not "text".`] },
  {
    given: { 200: { content: { "text/plain": "text" } } },
    want: [`${ANSWER}/200/content/text~1plain \`text/plain\` of \`content\` is an object, not "text".`],
  },
  { given: { "2XX": {}, default: {}, "x-note": "any" }, want: [] },
])("tells what is wrong with the responses $given", ({ given, want }) => {
  expect(problemsOf({ responses: given })).toEqual(want);
});

test("tells a method that is none, but takes all else that a path may have", () => {
  const item = { gett: {}, summary: "", description: "", servers: [], parameters: [], "x-more": 1 };
  expect(problemsOf({}, { item })).toEqual([
    "/paths/~1x/gett `gett` is no method: there are get, put, post, delete, options, head, patch, trace.",
  ]);
});

test("tells of paths what their templates and parameters do not agree in", () => {
  const id = { name: "id", in: "path", required: true, ...STRING };
  const document = {
    openapi: "3.1.0",
    paths: {
      "/a/{id}": { parameters: [{ $ref: "#/components/parameters/id" }], get: {}, put: { parameters: [id] } },
      "/a/{other}": { get: {} },
      "/a/{key}": { delete: { parameters: [{ ...id, name: "key" }] } },
      c: {},
      "x-note": 1,
    },
    components: { parameters: { id } },
  };
  expect(findProblems(document)).toEqual([
    { pointer: "/paths/~1a~1{other}/get", message: "/a/{id} takes the same requests: no server can tell them apart." },
    { pointer: "/paths/~1a~1{other}/get", message: "The path has {other}, but no parameter describes it." },
    { pointer: "/paths/c", message: "A path begins with a slash." },
  ]);
});

test.each([
  { given: { type: "http" }, want: "lacks `scheme`" },
  { given: { type: "apiKey", name: "k" }, want: "lacks `in`" },
  { given: { type: "apiKey", in: "header" }, want: "lacks `name`" },
  { given: { type: "apiKey", name: "k", in: "body" }, want: 'is in a query, header or cookie, not "body"' },
  {
    given: { type: "apikey" },
    want: 'has a `type` of http, apiKey, oauth2, openIdConnect, mutualTLS, not "apikey"',
  },
])("tells what is wrong with the security scheme $given", ({ given, want }) => {
  expect(problemsOf({}, { components: { securitySchemes: { k: given } } })).toEqual([
    `/components/securitySchemes/k The security scheme ${want}.`,
  ]);
});

test("takes sound security schemes of each type", () => {
  const securitySchemes = {
    a: { type: "http", scheme: "basic" },
    b: { type: "apiKey", in: "cookie", name: "c" },
    c: { type: "oauth2", flows: {} },
    d: { type: "openIdConnect" },
    e: { type: "mutualTLS" },
  };
  expect(problemsOf({ security: [{ a: [] }, {}] }, { components: { securitySchemes } })).toEqual([]);
  expect(problemsOf({ security: { a: [] } })).toEqual([
    "/paths/~1x/get/security `security` is a list of alternatives, each a map of schemes.",
  ]);
});

test.each([
  { given: ["a"], shown: "a name alone" },
  { given: [null], shown: "nothing" },
  { given: [["a"]], shown: "a list" },
])("takes no alternative of security that is $shown", ({ given }) => {
  const securitySchemes = { a: { type: "http", scheme: "basic" } };
  expect(problemsOf({ security: given }, { components: { securitySchemes } })).toEqual([
    "/paths/~1x/get/security `security` is a list of alternatives, each a map of schemes.",
  ]);
});

test.each([{}, { content: null }])("tells a request body that describes none: %j", (requestBody) => {
  expect(problemsOf({ requestBody })).toEqual(["/paths/~1x/get/requestBody/content The request body lacks `content`."]);
});

test("takes operations whose operationId is left empty", () => {
  expect(problemsOf({ operationId: null }, { item: { put: { operationId: null } } })).toEqual([]);
});

test("tells patterns that JavaScript cannot read, and items that are a list", () => {
  const schema = { type: "array", items: [{ pattern: "(" }] };
  expect(problemsOf({ responses: { 200: { content: { "text/plain": { schema } } } } })).toEqual([
    expect.stringContaining("/schema/items `items` is a schema, not ["),
    expect.stringContaining(
      '/schema/items/0/pattern `pattern` is a regular expression that JavaScript can read, or else all is taken, not "(".',
    ),
  ]);
});

const COUNTS = "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains";

test.each<{
  readonly keywords: string;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
  readonly want: string;
}>([
  {
    keywords: "type",
    good: ["array", "boolean", "integer", "null", "number", "object", "string", ["string", "null"], []],
    bad: [5, "int", ["string", "int"]],
    want: "one or several of array, boolean, integer, null, number, object, string",
  },
  { keywords: "minimum maximum", good: [-1.5], bad: ["1", true], want: "a number" },
  { keywords: "exclusiveMinimum exclusiveMaximum", good: [0, true], bad: ["1"], want: "a number" },
  { keywords: "multipleOf", good: [0.1], bad: [0, -1, "2"], want: "a number above 0" },
  { keywords: COUNTS, good: [0, 7], bad: [-1, 1.5, "1"], want: "a whole number from 0 up" },
  { keywords: "format", good: ["x"], bad: [5], want: "a string" },
  {
    keywords: "pattern",
    good: ["^a$", "^[\\u{1F600}-\\u{1F64F}]$", "^\\-$"],
    bad: ["(", 5],
    want: "a regular expression that JavaScript can read, or else all is taken",
  },
  { keywords: "enum", good: [[]], bad: ["a", {}], want: "a list" },
  { keywords: "required", good: [["a"], true], bad: ["a", [1]], want: "a list of names" },
  {
    keywords: "properties patternProperties dependentSchemas $defs",
    good: [{ a: {}, b: true, c: null }],
    bad: [[], true],
    want: "a map of schemas",
  },
  { keywords: "allOf anyOf oneOf prefixItems", good: [[{}, false, null]], bad: [{}, "a"], want: "a list of schemas" },
  {
    keywords: "items additionalProperties propertyNames not if then else contains",
    good: [{}, true],
    bad: [[], 5],
    want: "a schema",
  },
])("tells what $keywords may be, but not that it is left empty", ({ keywords, good, bad, want }) => {
  for (const keyword of keywords.split(" ")) {
    const told = (value: unknown) =>
      problemsOf({ responses: { 200: { content: { a: { schema: { [keyword]: value } } } } } });
    expect([null, ...good].map((value) => [keyword, value, told(value)])).toEqual(
      [null, ...good].map((value) => [keyword, value, []]),
    );
    expect(bad.flatMap(told)).toEqual(
      bad.map(
        (value) => `${ANSWER}/200/content/a/schema/${keyword} \`${keyword}\` is ${want}, not ${JSON.stringify(value)}.`,
      ),
    );
  }
});

test.each([
  { schema: { properties: { a: {}, b: 1, c: [] } }, wrong: { "properties/b": 1, "properties/c": [] } },
  { schema: { allOf: [{}, "a", { anyOf: [5, true, null] }] }, wrong: { "allOf/1": "a", "allOf/2/anyOf/0": 5 } },
])("tells which of several schemas is none: $schema", ({ schema, wrong }) => {
  expect(problemsOf({ responses: { 200: { content: { a: { schema } } } } })).toEqual(
    Object.entries(wrong).map(([place, value]) => {
      const [name, keyword] = place.split("/").reverse();
      return `${ANSWER}/200/content/a/schema/${place} \`${name}\` of \`${keyword}\` is a schema, not ${JSON.stringify(value)}.`;
    }),
  );
});

const NO_STATUS = "no status from 100 to 599, nor 1XX to 5XX, nor `default`.";
const LONG = "0123456789".repeat(9);

test.each<{ readonly operation: object; readonly want: readonly string[] }>([
  { operation: { requestBody: [] }, want: ["/requestBody `requestBody` is an object, not []."] },
  { operation: { requestBody: true }, want: ["/requestBody `requestBody` is an object, not true."] },
  { operation: { parameters: {} }, want: ["/parameters `parameters` is a list of objects, not {}."] },
  { operation: { parameters: ["a"] }, want: ['/parameters/0 `0` of `parameters` is an object, not "a".'] },
  { operation: { parameters: "all" }, want: ['/parameters `parameters` is a list of objects, not "all".'] },
  { operation: { callbacks: 5 }, want: ["/callbacks `callbacks` is a map of objects, not 5."] },
  {
    operation: { responses: { 200: { content: { a: { schema: { type: LONG } } } } } },
    want: [
      `/responses/200/content/a/schema/type \`type\` is one or several of array, boolean, integer, null, number, object, string, not ${JSON.stringify(LONG).slice(0, 60)}.`,
    ],
  },
  { operation: { callbacks: [] }, want: ["/callbacks `callbacks` is a map of objects, not []."] },
  { operation: { callbacks: { "x-a": 1 } }, want: ["/callbacks/x-a `x-a` of `callbacks` is an object, not 1."] },
  { operation: { responses: { 200: 5 } }, want: ["/responses/200 `200` of `responses` is an object, not 5."] },
  { operation: { responses: { "x-a": 1, 200: null } }, want: [] },
  {
    operation: { responses: LONG },
    want: [`/responses \`responses\` is a map of objects, not ${JSON.stringify(LONG).slice(0, 60)}.`],
  },
  { operation: { responses: { 200: { content: { a: { schema: true } } } } }, want: [] },
  {
    operation: { responses: { 200: { content: { a: { schema: [] } } } } },
    want: ["/responses/200/content/a/schema `schema` is a schema, not []."],
  },
  {
    operation: {
      responses: { 200: {}, 600: {}, 99: {}, "6XX": {}, "2xx": {}, 2000: {}, defaults: {}, "y-x-": {}, a200: {} },
    },
    want: "99 600 2000 6XX 2xx defaults y-x- a200"
      .split(" ")
      .map((key) => `/responses/${key} \`${key}\` is ${NO_STATUS}`),
  },
])("tells what does not belong where it stands: $operation", ({ operation, want }) => {
  expect(problemsOf(operation)).toEqual(want.map((problem) => `/paths/~1x/get${problem}`));
});

test.each([
  { location: "path", styles: ["simple", "label", "matrix"] },
  { location: "query", styles: ["form", "spaceDelimited", "pipeDelimited", "deepObject"] },
  { location: "header", styles: ["simple"] },
  { location: "cookie", styles: ["form"] },
])("takes in a $location the styles $styles, and no others", ({ location, styles }) => {
  const told = (others: object) =>
    problemsOf({ parameters: [{ name: "a", in: location, ...others }] }, { path: location === "path" ? "/{a}" : "/x" });
  for (const style of [undefined, null, ...styles]) expect(told({ style, content: {} })).toEqual([]);
  expect(told({ style: "other", ...STRING })).toEqual([
    expect.stringMatching(`/style The style in a ${location} is one of ${styles.join(", ")}, not "other"\\.$`),
  ]);
});

test.each([
  { given: { in: "query", ...STRING }, want: "`name`" },
  { given: { name: 5, in: "query" }, want: "`name`" },
  { given: { name: "a", ...STRING }, want: "`in`" },
])("tells of a parameter only that it lacks $want: $given", ({ given, want }) => {
  expect(parameter(given)).toEqual([`${PLACE} The parameter lacks ${want}.`]);
});

test("tells of paths what is the same but for names and queries, and passes over what is no path", () => {
  const item = { get: {} };
  const told = (paths: object | null) => findProblems({ openapi: "3.1.0", paths }).map(({ message }) => message);
  const same = (path: string) => `${path} takes the same requests: no server can tell them apart.`;
  expect(told({ "/a?b=1": item, "/a": item, "/a?c=2\nd": item, "/a{?q}": item })).toEqual([
    same("/a?b=1"),
    same("/a"),
    same("/a?c=2\nd"),
    "The path has {?q}, but no parameter describes it.",
  ]);
  expect(told({ "/a": item, "/b": item, "/a/{b": item, "/x-a": { $ref: "#/nowhere" }, "/n": null })).toEqual([
    "#/nowhere leads nowhere.",
  ]);
  expect(told(null)).toEqual([]);
  expect(
    told({ "/{a}/{b}": { get: { parameters: [{ name: "a", in: "path", ...STRING }, { $ref: "#/nowhere" }] } } }),
  ).toEqual(["#/nowhere leads nowhere.", "The path has {b}, but no parameter describes it."]);
  const ofQuery = [{ name: "a", in: "query", ...STRING }];
  expect(told({ "/{a}": { parameters: ofQuery, get: {} } })).toEqual([
    "The path has {a}, but no parameter describes it.",
  ]);
  expect(told({ "/q": {}, "/{a}": { $ref: "#/paths/~1q", get: {} } })).toEqual([
    "The path has {a}, but no parameter describes it.",
  ]);
  expect(told({ "/a": { get: { parameters: [{ name: 5, in: "path", ...STRING }] } } })).toEqual([
    "The parameter lacks `name`.",
  ]);
  const both = (one: string, other: string) => ({
    parameters: [one, other].map((name) => ({ name, in: "path", ...STRING })),
    get: {},
  });
  expect(told({ "/{a}/{b}": both("a", "b"), "/{c}/{d}": both("c", "d") })).toEqual([same("/{a}/{b}")]);
});

test("tells once of a scheme that is not there, and of what a document asks of all operations", () => {
  const missing = "/paths/~1x/get/security The security scheme k is used, but components.securitySchemes lacks it.";
  expect(problemsOf({ security: [{ k: [] }, { k: [] }] }, { components: { securitySchemes: {} } })).toEqual([missing]);
  expect(findProblems({ openapi: "3.1.0", paths: {}, security: "k" })).toEqual([
    { pointer: "/security", message: "`security` is a list of alternatives, each a map of schemes." },
  ]);
  const components = { schemas: [] };
  expect(problemsOf({}, { components })).toEqual(["/components/schemas `schemas` is a map of schemas, not []."]);
});
