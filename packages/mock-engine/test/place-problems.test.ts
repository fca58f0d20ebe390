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
    want: [`${ANSWER} \`ok\` is no status from 100 to 599, nor 1XX to 5XX, nor \`default\`.`],
  },
  { given: { 200: { content: "text" } }, want: [`${ANSWER}/200/content \`content\` is a map of objects, not "text".`] },
  {
    given: { 200: { content: { "text/plain": "text" } } },
    want: [`${ANSWER}/200/content \`content\` is a map of objects, not {"text/plain":"text"}.`],
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
