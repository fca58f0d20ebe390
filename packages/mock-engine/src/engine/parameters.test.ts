import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

const INTEGERS = { type: "array", items: { type: "integer" } };
const RGB = { type: "object", properties: { R: { type: "integer" }, G: { type: "integer" } } };

/** An API of one operation, `GET /x` or `GET /x/{p}`, with parameters. */
function serve(parameters: readonly object[], others: object = {}, components: object = {}) {
  const get = { operationId: "x", parameters, responses: { 204: { description: "" } }, ...others };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { get }, "/x/{p}": { get } }, components }));
  return {
    /** The status, and what was read; or in words, why it was refused. */
    async send(target: string, headers: Record<string, string> = {}) {
      const { status } = await api.fetch(`https://api.invalid/x${target}`, { headers });
      const { parameters, refusal } = api.requests().at(-1) ?? {};
      return refusal === undefined ? [status, parameters] : [status, refusal];
    },
  };
}
const groups = { path: {}, query: {}, header: {}, cookie: {} };

test.each([
  { parameter: { in: "path", schema: RGB }, target: "/R,100,G,200", want: { path: { p: { R: 100, G: 200 } } } },
  {
    parameter: { in: "path", explode: true, schema: { type: "object" } },
    target: "/=x,a=1",
    want: { path: { p: { "": "x", a: "1" } } },
  },
  { parameter: { in: "path", explode: true, schema: INTEGERS }, target: "/5,6", want: { path: { p: [5, 6] } } },
  { parameter: { in: "path", schema: {} }, target: "/a%2Fb", want: { path: { p: "a/b" } } },
  { parameter: { in: "path", schema: {} }, target: "/1,2", want: { path: { p: "1,2" } } },
  { parameter: { in: "query", schema: INTEGERS }, target: "?p=1&p=2", want: { query: { p: [1, 2] } } },
  { parameter: { in: "query", schema: {} }, target: "?p=1&p=2", want: { query: { p: ["1", "2"] } } },
  { parameter: { in: "query", schema: {} }, target: "?p=a+b%2Bc", want: { query: { p: "a b+c" } } },
  { parameter: { in: "query", schema: {} }, target: "?%70=%E0%A4%A", want: { query: { p: "%E0%A4%A" } } },
  { parameter: { in: "query", schema: {} }, target: "?p=a=b&&", want: { query: { p: "a=b" } } },
  { parameter: { in: "query" }, target: "?p", want: { query: { p: "" } } },
  { parameter: { in: "query", schema: RGB }, target: "?R=1&G=2&B=3", want: { query: { p: { R: 1, G: 2 } } } },
  { parameter: { in: "query", schema: RGB }, target: "?B=3", want: {} },
  {
    parameter: { in: "query", schema: { type: ["string", "array", "object"] } },
    target: "?a=1",
    want: { query: { p: { a: "1" } } },
  },
  { parameter: { in: "query", schema: { anyOf: [INTEGERS, RGB] } }, target: "?R=1", want: { query: { p: { R: 1 } } } },
  { parameter: { in: "query", schema: RGB, style: "deepObject" }, target: "?q[R]=1", want: {} },
  {
    parameter: { in: "query", schema: { type: "object" } },
    target: "?a=1&a=2",
    want: { query: { p: { a: ["1", "2"] } } },
  },
  { parameter: { in: "cookie", schema: INTEGERS }, cookie: "p=1; p=2;p=3", want: { cookie: { p: [1, 2, 3] } } },
  { parameter: { in: "cookie", schema: RGB }, cookie: "R=1; G=2", want: { cookie: { p: { R: 1, G: 2 } } } },
  { parameter: { in: "cookie", schema: { type: "object" } }, target: "", want: {} },
  { parameter: { in: "header", schema: INTEGERS }, header: " 1 , 2 ", want: { header: { p: [1, 2] } } },
  { parameter: { in: "header", schema: { const: "a%20b" } }, header: "a%20b", want: { header: { p: "a%20b" } } },
  { parameter: { in: "query", content: { "application/json": {} } }, target: "?p={", want: { query: { p: "{" } } },
  {
    parameter: { in: "query", style: "spaceDelimited", schema: INTEGERS },
    target: "?p=1%202+3",
    want: { query: { p: [1, 2, 3] } },
  },
  {
    parameter: { in: "query", style: "pipeDelimited", schema: INTEGERS },
    target: "?p=1%7c2",
    want: { query: { p: [1, 2] } },
  },
  {
    parameter: { in: "query", style: "pipeDelimited", explode: true, schema: INTEGERS },
    target: "?p=1&p=2",
    want: { query: { p: [1, 2] } },
  },
  {
    parameter: { in: "query", schema: { anyOf: [RGB, { type: "string" }] } },
    target: "?R=1&B=2",
    want: { query: { p: { R: 1 } } },
  },
  {
    parameter: {
      in: "query",
      schema: { anyOf: [RGB, { required: ["x"], additionalProperties: { type: "integer" } }] },
    },
    target: "?x=1&R=2",
    want: { query: { p: { x: "1", R: 2 } } },
  },
  {
    parameter: { in: "query", schema: { type: "object" } },
    target: "?&a=1&=x",
    want: { query: { p: { a: "1", "": "x" } } },
  },
  {
    parameter: { in: "query", schema: { type: "array", items: INTEGERS } },
    target: "?p=1&p=2",
    want: { query: { p: [[1], [2]] } },
  },
])("reads $want from $target $cookie $header as $parameter", async ({ parameter, target, cookie, header, want }) => {
  const { send } = serve([{ name: "p", ...parameter }]);
  const headers = { ...(cookie && { cookie }), ...(header && { p: header }) };
  expect(await send(target ?? "", headers)).toEqual([204, { ...groups, ...want }]);
});

test.each([
  {
    parameter: { in: "query", schema: INTEGERS, explode: false },
    target: "?p=1&p=2",
    want: "/query/p: p is given twice: its values belong into one",
  },
  {
    parameter: { in: "query", schema: RGB, explode: false },
    target: "?p=R,1,G",
    want: "/query/p: p is not a list of names and values",
  },
  { parameter: { in: "query", schema: RGB, style: "deepObject" }, target: "?p=R", want: '/query/p: "R" is no object' },
  {
    parameter: { in: "query", schema: { type: "object", properties: { a: RGB } } },
    target: "?a=x&a=y",
    want: '/query/p: "x" is no object',
  },
  {
    parameter: { in: "query", schema: { anyOf: [INTEGERS, { type: "object", properties: { a: RGB } }] } },
    target: "?a=x",
    want: "/query/p: it is no list",
  },
  {
    parameter: { in: "query", schema: { properties: { a: { type: "string" } } }, style: "deepObject" },
    target: "?p[a][b]=1",
    want: "/query/p/a must be string",
  },
  {
    parameter: { in: "query", schema: INTEGERS, style: "deepObject" },
    target: "?p[a]=1",
    want: "/query/p: p is no list",
  },
  {
    parameter: { in: "query", schema: { type: "object", properties: { a: INTEGERS } }, style: "deepObject" },
    target: "?p[a][b]=1",
    want: "/query/p: p[a] is no list",
  },
  {
    parameter: { in: "query", content: { "application/json": {} } },
    target: "?p=1&p=2",
    want: "/query/p: it is given twice",
  },
  {
    parameter: { in: "path", schema: {}, style: "label" },
    target: "/5",
    want: "/path/p: p is not written in the style label",
  },
  {
    parameter: { in: "path", schema: INTEGERS, style: "label" },
    target: "/5",
    want: "/path/p: p is not written in the style label",
  },
  {
    parameter: { in: "path", schema: RGB, style: "matrix" },
    target: "/5",
    want: "/path/p: p is not written in the style matrix",
  },
  {
    parameter: { in: "path", schema: {}, style: "matrix" },
    target: "/;q=5",
    want: "/path/p: p is not written in the style matrix",
  },
  {
    parameter: { in: "path", schema: RGB, explode: true },
    target: "/R",
    want: "/path/p: p is not written in the style simple",
  },
  { parameter: { in: "path", schema: { type: "array", items: RGB } }, target: "/R", want: '/path/p: "R" is no object' },
  {
    parameter: { in: "header", required: true, schema: { type: "integer" } },
    target: "",
    want: "/header must have required property 'p'",
  },
  { parameter: { in: "header", schema: { type: "integer" } }, header: "x", want: "/header/p must be integer" },
  { parameter: { in: "query", schema: { type: "null" } }, target: "?p=x", want: "/query/p must be null" },
  {
    parameter: { in: "query", style: "deepObject", schema: { oneOf: [RGB, { ...RGB, required: ["R"] }] } },
    target: "?p=R",
    want: '/query/p: "R" is no object',
  },
])("refuses $target $header as $parameter: $want", async ({ parameter, target, header, want }) => {
  const { send } = serve([{ name: "p", ...parameter }]);
  expect(await send(target ?? "", header === undefined ? {} : { p: header })).toEqual([400, `Parameters: ${want}.`]);
});

test("reads a header by any case of its name, and lets a query have names that headers may not", async () => {
  const parameters = [
    { name: "X-Count", in: "header", schema: { type: "integer" } },
    { name: "accept", in: "query", schema: { type: "integer" } },
  ];
  const { send } = serve(parameters);
  expect(await send("?accept=1", { "x-COUNT": "2" })).toEqual([
    204,
    { ...groups, header: { "x-count": 2 }, query: { accept: 1 } },
  ]);
  expect((await send("?accept=x"))[0]).toBe(400);
});

test("takes for an object only what is its own, where others are described beside it", async () => {
  const free = { type: "object", additionalProperties: { type: "integer" } };
  const parameters = [
    { name: "p", in: "query", schema: free },
    { name: "page", in: "query", schema: { type: "string" } },
    { name: "filter", in: "query", style: "deepObject", schema: { type: "object" } },
    { name: "sort", in: "query", schema: { type: "object", properties: { by: { type: "string" } } } },
    { name: "theme", in: "cookie", schema: { type: "string" } },
  ];
  const components = { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } };
  const { send } = serve(parameters, { security: [{ key: [] }] }, components);
  const own = { a: 1, theme: 2, filters: 3, "page[x]": 4 };
  const query = { p: own, page: "x", filter: { b: "y" }, sort: { by: "z" } };
  expect(await send("?key=k&a=1&page=x&filter[b]=y&by=z&theme=2&filters=3&page[x]=4")).toEqual([
    204,
    { ...groups, query },
  ]);
});

test("leaves what is not described to no parameter", async () => {
  const { send } = serve([{ name: "p", in: "query", schema: RGB }]);
  expect(await send("?other=1")).toEqual([204, groups]);
});

test("reads by the choice that fits once what is only read is left out", async () => {
  const schema = {
    oneOf: [
      { type: "object", required: ["b"], properties: { b: {}, n: { type: "string" } } },
      { type: "object", required: ["id", "n"], properties: { id: { readOnly: true }, n: { type: "integer" } } },
    ],
  };
  const { send } = serve([{ name: "p", in: "query", style: "deepObject", schema }]);
  expect(await send("?p[n]=5")).toEqual([204, { ...groups, query: { p: { n: 5 } } }]);
  expect(await send("?p[n]=5&p[b]=1")).toEqual([204, { ...groups, query: { p: { n: "5", b: "1" } } }]);
});

const NESTED = { type: "object", properties: { a: { type: "object", properties: { b: { type: "boolean" } } } } };
test.each([
  { target: "?p[a][b]=true", schema: NESTED, want: { a: { b: true } } },
  { target: "?p[a][]=1&p[a][]=2", schema: { properties: { a: INTEGERS } }, want: { a: [1, 2] } },
  { target: "?p[a][0]=1&p[a][1]=2", schema: { properties: { a: INTEGERS } }, want: { a: [1, 2] } },
  { target: "?p[a]=1", schema: { properties: { a: INTEGERS } }, want: { a: [1] } },
  { target: "?p[0]=1&p[1]=2", schema: INTEGERS, want: [1, 2] },
  { target: "?p[a][0]=1&p[a][x]=2", schema: {}, want: { a: { 0: "1", x: "2" } } },
  { target: "?p[a][1]=1", schema: {}, want: { a: { 1: "1" } } },
  { target: "?p[a][0][b]=1&p[a][1][b]=2", schema: {}, want: { a: [{ b: "1" }, { b: "2" }] } },
  { target: "?p[a]=1&p[a]=2", schema: {}, want: { a: ["1", "2"] } },
  { target: "?p[a][0][b]=1&p[a][0][c]=2", schema: {}, want: { a: [{ b: "1", c: "2" }] } },
  { target: "?p[Q][y]=1", schema: RGB, want: { Q: { y: "1" } } },
  { target: "?p[R]=1", schema: { anyOf: [INTEGERS, RGB] }, want: { R: 1 } },
  {
    target: "?p[a][b]=1",
    schema: { properties: { a: { type: ["string", "array", "object"] } } },
    want: { a: { b: "1" } },
  },
  { target: "?p[a%20b]=c+d", schema: {}, want: { "a b": "c d" } },
])("nests $target as $want", async ({ target, schema, want }) => {
  const { send } = serve([{ name: "p", in: "query", style: "deepObject", schema }]);
  expect(await send(target)).toEqual([204, { ...groups, query: { p: want } }]);
});

test.each([
  { schema: { type: "number" }, text: "-1.5e+3", want: -1500 },
  { schema: { type: "number" }, text: "0", want: 0 },
  { schema: { type: "number" }, text: "10.25E-1", want: 1.025 },
  { schema: { type: "number" }, text: "1e10", want: 1e10 },
  { schema: { type: ["number", "string"] }, text: "1.", want: "1." },
  { schema: { type: ["number", "string"] }, text: "00", want: "00" },
  { schema: { type: ["number", "string"] }, text: "1e", want: "1e" },
  { schema: { type: ["number", "string"] }, text: "x1", want: "x1" },
  { schema: { type: ["number", "string"] }, text: "1x", want: "1x" },
  { schema: { type: ["number", "string"] }, text: "1e999", want: "1e999" },
  { schema: { type: ["boolean", "string"] }, text: "false", want: false },
  { schema: { type: ["boolean", "string"] }, text: "true", want: true },
  { schema: { type: ["boolean", "string"] }, text: "yes", want: "yes" },
  { schema: { type: "null" }, text: "", want: null },
  { schema: { type: "string" }, text: "", want: "" },
  { schema: { type: "string" }, text: "null", want: "null" },
])("reads the text $text of $schema as $want", async ({ schema, text, want }) => {
  const { send } = serve([{ name: "p", in: "query", schema }]);
  expect(await send(`?p=${encodeURIComponent(text)}`)).toEqual([204, { ...groups, query: { p: want } }]);
});

test("says what is wrong by the first way that it can be read in", async () => {
  const schema = { anyOf: [INTEGERS, { type: "object", required: ["Z"], properties: { Z: {} } }] };
  const { send } = serve([{ name: "p", in: "query", style: "deepObject", schema }]);
  const [status, refusal] = await send("?p[a]=1");
  expect([status, refusal]).toEqual([400, expect.stringContaining("/query/p must have required property 'Z'")]);
});

test("reads nested names of a parameter that has brackets in its own", async () => {
  const { send } = serve([{ name: "f[x]", in: "query", style: "deepObject", schema: RGB }]);
  expect(await send("?f[x][R]=1")).toEqual([204, { ...groups, query: { "f[x]": { R: 1 } } }]);
});

test("a fault of the document in one of several ways is told as such", async () => {
  const schema = { anyOf: [{ type: "integer" }, { type: "string", minLength: "x" }] };
  const [status, refusal] = await serve([{ name: "p", in: "query", schema }]).send("?p=1");
  expect([status, refusal]).toEqual([500, expect.stringContaining("minLength")]);
});
