import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";

/** A mock of one operation, `/x`. */
function serve(operation: object, { method = "get", version = "3.1.0", path = "/x", components = {} } = {}) {
  const answer = { responses: { 204: { description: "" } } };
  const document = {
    openapi: version,
    paths: { [path]: { [method]: { operationId: "x", ...answer, ...operation } } },
    components,
  };
  return serveSpec(compileSpec(document));
}

const inQuery = (schema: object, others: object = {}) => ({
  parameters: [{ name: "p", in: "query", schema, ...others }],
});

async function statuses(api: ReturnType<typeof serve>, sent: readonly string[]) {
  const calls = sent.map((search) => api.fetch(`https://api.invalid/x?${search}`));
  return Promise.all(calls.map(async (call) => (await call).status));
}

const INTEGERS = { type: "array", items: { type: "integer" } };
const NULL = { type: "null" };
const components = { schemas: { List: INTEGERS, Again: { allOf: [{ $ref: "#/components/schemas/List" }] } } };
const LIST = { $ref: "#/components/schemas/Again" };

test.each([
  { schema: { anyOf: [INTEGERS, NULL] }, good: ["p=1", "p=1&p=2", ""], bad: ["p=x"] },
  { schema: { oneOf: [NULL, INTEGERS] }, good: ["p=1", "p=1&p=2"], bad: ["p=x"] },
  { schema: { anyOf: [LIST, NULL] }, good: ["p=1", "p=1&p=2"], bad: ["p=x", "p=1&p=x"] },
  { schema: { nullable: true, allOf: [LIST] }, good: ["p=1", "p=1&p=2"], bad: ["p=x"] },
  {
    schema: { anyOf: [{ type: "array", items: { enum: ["a", "b"] } }, { type: "integer" }] },
    good: ["p=a", "p=1", "p=a&p=b"],
    bad: ["p=zz", "p=1&p=2"],
  },
  {
    schema: { type: "array", items: { oneOf: [{ type: "integer" }, { type: "string" }] } },
    good: ["p=1", "p=a", "p=1&p=a"],
    bad: [],
  },
  {
    schema: { anyOf: [{ type: "array", items: { type: "string", minLength: 2 } }, INTEGERS] },
    good: ["p=ab&p=12", "p=1"],
    bad: ["p=1&p=a"],
  },
  { schema: { type: ["integer", "boolean"] }, good: ["p=1", "p=true"], bad: ["p=x", "p=TRUE"] },
  { schema: { enum: [1, 2] }, good: ["p=1"], bad: ["p=3", "p=1.5"] },
  {
    schema: { type: "integer" },
    good: ["p=10", "p=-1", "p=1e2", "p=1.0"],
    bad: ["p=0x10", "p=%201", "p=1_0", "p=", "p=+1", "p=01", "p=1&p=2"],
  },
  { schema: { type: "number" }, good: ["p=1.5"], bad: ["p=Infinity", "p=NaN", "p=1e999", "p=.5"] },
  {
    schema: { type: "integer", format: "int64" },
    good: ["p=9223372036854775807", "p=-9223372036854775808"],
    bad: ["p=18446744073709551616"],
  },
  {
    schema: { type: "number", multipleOf: 0.01 },
    good: ["p=19.99", "p=4.35", "p=0.07", "p=1234567.89"],
    bad: ["p=1.001"],
  },
])("reads $schema from the query", async ({ schema, good, bad }) => {
  const api = serve(inQuery(schema), { components });
  expect(await statuses(api, good)).toEqual(good.map(() => 204));
  expect(await statuses(api, bad)).toEqual(bad.map(() => 400));
});

test.each([
  {
    others: { explode: false },
    schema: { anyOf: [INTEGERS, NULL] },
    good: ["p=1,2", "p=1"],
    bad: ["p=1&p=2", "p=1,x"],
  },
  {
    others: { style: "pipeDelimited", explode: false },
    schema: INTEGERS,
    good: ["p=1|2", "p=1%7C2"],
    bad: ["p=1,2", "p=1&p=2"],
  },
  {
    others: { style: "deepObject" },
    schema: { properties: { ids: INTEGERS } },
    good: ["p[ids]=1", "p[ids]=1&p[ids]=2"],
    bad: ["p[ids]=x", "p=1"],
  },
  {
    others: {},
    schema: { anyOf: [{ type: "object", properties: { a: { type: "integer" } } }, NULL] },
    good: ["a=1", "p=x"],
    bad: ["a=x"],
  },
  {
    others: { explode: false },
    schema: { type: "object", properties: { a: { type: "integer" } } },
    good: ["p=a,1"],
    bad: ["p=a,x", "p=a"],
  },
])("reads $schema as $others", async ({ others, schema, good, bad }) => {
  const api = serve(inQuery(schema, others), { components });
  expect(await statuses(api, good)).toEqual(good.map(() => 204));
  expect(await statuses(api, bad)).toEqual(bad.map(() => 400));
});

test("takes for a free-form object what no other parameter takes", async () => {
  const freeForm = { type: "object", additionalProperties: { type: "integer" } };
  const page = { name: "page", in: "query", schema: { type: "string" } };
  const parameters = [{ name: "freeForm", in: "query", required: true, schema: freeForm }, page];
  const components = { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } };
  const api = serve({ parameters, security: [{ key: [] }] }, { components });
  expect(await statuses(api, ["R=100&key=k", "key=k&page=two&x=1"])).toEqual([204, 204]);
  expect(await statuses(api, ["R=abc&key=k", "key=k&page=2"])).toEqual([400, 400]);
  expect(api.requests()[1]?.parameters.query).toEqual({ page: "two", freeForm: { x: 1 } });
});

test("coerces nothing inside JSON, in a parameter or in a form's field", async () => {
  const schema = { type: "object", properties: { a: { type: "integer" } } };
  const parameter = { name: "p", in: "query", content: { [JSON_TYPE]: { schema } } };
  const api = serve({ parameters: [parameter] });
  const json = (value: object) => `p=${encodeURIComponent(JSON.stringify(value))}`;
  expect(await statuses(api, [json({ a: 1 }), json({ a: "1" }), "p=1&p=2"])).toEqual([204, 400, 400]);
  const form = serve(
    { requestBody: { content: { [FORM]: { schema: { properties: { p: schema } } } } } },
    { method: "post" },
  );
  expect(await send(form, FORM, json({ a: 1 }))).toBe(204);
  expect(await send(form, FORM, json({ a: "1" }))).toBe(400);
});

async function send(api: ReturnType<typeof serve>, type: string, body: string | FormData) {
  const headers = type === "" ? {} : { "Content-Type": type };
  return (await api.fetch("https://api.invalid/x", { method: "POST", headers, body })).status;
}

test.each([
  { style: "label", schema: { type: "integer" }, good: [".5"], bad: ["5", ".x"] },
  { style: "matrix", schema: { type: "integer" }, good: [";p=5"], bad: ["5", ";q=5"] },
  { style: "matrix", explode: true, schema: INTEGERS, good: [";p=5;p=6"], bad: ["5,6", ";p=5,6"] },
  { style: "simple", schema: INTEGERS, good: ["5,6"], bad: ["5,x"] },
  {
    style: "simple",
    explode: true,
    schema: { type: "object", properties: { a: { type: "integer" } } },
    good: ["a=1"],
    bad: ["a=x", "a"],
  },
])("reads the path in the style $style, and no other", async ({ good, bad, ...others }) => {
  const api = serve({ parameters: [{ name: "p", in: "path", required: true, ...others }] }, { path: "/x/{p}" });
  const call = async (text: string) => (await api.fetch(`https://api.invalid/x/${text}`)).status;
  expect(await Promise.all(good.map(call))).toEqual(good.map(() => 204));
  expect(await Promise.all(bad.map(call))).toEqual(bad.map(() => 400));
});

test("reads parameters by names that JavaScript's objects have", async () => {
  const names = ["toString", "constructor", "hasOwnProperty", "__proto__"];
  const parameters = names.map((name) => ({ name, in: "query", schema: { type: "integer" } }));
  const api = serve({ parameters });
  expect(await statuses(api, ["", "toString=1&__proto__=2", "constructor=x", "__proto__=x"])).toEqual([
    204, 204, 400, 400,
  ]);
  const body = { required: names, properties: { toString: { type: "integer" } } };
  const posted = serve({ requestBody: { content: { [JSON_TYPE]: { schema: body } } } }, { method: "post" });
  expect(await send(posted, JSON_TYPE, "{}")).toBe(400);
  const inHeaders = serve({ parameters: names.map((name) => ({ name, in: "header", schema: { type: "integer" } })) });
  expect((await inHeaders.fetch("https://api.invalid/x")).status).toBe(204);
  expect((await inHeaders.fetch("https://api.invalid/x", { headers: { constructor: "x" } })).status).toBe(400);
  expect(await send(posted, JSON_TYPE, '{"toString":1,"constructor":2,"hasOwnProperty":3,"__proto__":4}')).toBe(204);
});

test.each([
  {
    schema: {
      allOf: [
        { properties: { tags: { type: "array", items: { type: "string" } } } },
        { properties: { n: { type: "integer" } } },
      ],
    },
    good: ["tags=a&n=1"],
    bad: ["n=x"],
  },
  {
    schema: { properties: { n: { type: "integer" } }, allOf: [{ $ref: "#/components/schemas/Form" }] },
    good: ["ids=1&n=1", "ids=1&ids=2"],
    bad: ["ids=x"],
  },
  {
    schema: {
      oneOf: [
        { required: ["a"], properties: { a: INTEGERS } },
        { required: ["b"], properties: { b: { type: "boolean" } } },
      ],
    },
    good: ["a=1", "b=true"],
    bad: ["b=1", "a=x"],
  },
  { schema: { properties: { ids: { anyOf: [INTEGERS, NULL] } } }, good: ["ids=1"], bad: ["ids=0x1"] },
])("reads the fields of a form through $schema", async ({ schema, good, bad }) => {
  const components = {
    schemas: { Form: { allOf: [{ $ref: "#/components/schemas/Inner" }] }, Inner: { properties: { ids: INTEGERS } } },
  };
  const content = { [FORM]: { schema }, "multipart/form-data": { schema } };
  const api = serve({ requestBody: { content } }, { method: "post", components });
  for (const [texts, want] of [
    [good, 204],
    [bad, 400],
  ] as const) {
    for (const text of texts) {
      expect(await send(api, FORM, text)).toBe(want);
      const data = new FormData();
      for (const [name, value] of new URLSearchParams(text)) data.append(name, value);
      expect(await send(api, "", data)).toBe(want);
    }
  }
});

test("tells media types apart by their parameters, but not by charset", async () => {
  const type = (version: number) => `${JSON_TYPE}; version=${version}`;
  const required = (name: string) => ({ schema: { type: "object", required: [name] }, example: { [name]: 1 } });
  const content = { [type(1)]: required("one"), [type(2)]: required("two") };
  const api = serve({ requestBody: { content }, responses: { 200: { description: "", content } } }, { method: "post" });
  expect(await send(api, type(1), '{"one":1}')).toBe(200);
  expect(await send(api, `${JSON_TYPE};charset=utf-8;version="2"`, '{"two":1}')).toBe(200);
  expect(await send(api, type(2), '{"one":1}')).toBe(400);
  expect(await send(api, type(3), '{"one":1}')).toBe(415);
  const headers = { "Content-Type": type(1), Accept: type(2) };
  const response = await api.fetch("https://api.invalid/x", { method: "POST", headers, body: '{"one":1}' });
  expect(await response.json()).toEqual({ two: 1 });
});

test.each([
  { described: "image/*", accept: "image/jpeg", want: "image/jpeg" },
  { described: "image/*", accept: "image/*", want: "image/png" },
  { described: "audio/*", accept: "*/*", want: "audio/mpeg" },
  { described: "*/*", accept: undefined, want: "application/json" },
  { described: "audio/*", accept: "text/html", want: "406" },
])("sends $want for $described", async ({ described, accept, want }) => {
  const api = serve({ responses: { 200: { description: "", content: { [described]: { example: "x" } } } } });
  const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept };
  const response = await api.fetch("https://api.invalid/x", { headers });
  expect(response.status === 200 ? response.headers.get("Content-Type") : String(response.status)).toBe(want);
});

test("answers in a media type that can be made, and an operation without responses at all", async () => {
  const schema = { type: "object", properties: { a: { const: 1 } } };
  const both = { "application/xml": { schema }, [JSON_TYPE]: { schema } };
  const api = serve({ responses: { 200: { description: "", content: both } } });
  const call = (accept: string) => api.fetch("https://api.invalid/x", { headers: { Accept: accept } });
  expect(await (await call("*/*")).json()).toEqual({ a: 1 });
  expect((await call("application/xml")).status).toBe(501);
  const withExample = { ...both, "application/xml": { schema: { type: "string" }, example: "<a/>" } };
  const xml = serve({ responses: { 200: { description: "", content: withExample } } });
  expect(await (await xml.fetch("https://api.invalid/x")).text()).toBe("<a/>");
  expect((await serve({ responses: undefined }).fetch("https://api.invalid/x")).status).toBe(200);
});

test.each([
  { header: { schema: INTEGERS, example: [1, 2] }, want: "1,2" },
  { header: { schema: INTEGERS, required: true }, want: "0" },
  { header: { schema: { type: "object" }, example: { a: 1, b: "z" } }, want: "a,1,b,z" },
  {
    header: {
      schema: { type: "object", properties: { a: { type: "integer" } } },
      explode: true,
      example: { a: 1, b: "z" },
    },
    want: "a=1,b=z",
  },
  { header: { content: { [JSON_TYPE]: { schema: { type: "object" }, example: { a: [1] } } } }, want: '{"a":[1]}' },
  { header: { schema: { anyOf: [INTEGERS, NULL] }, example: [3] }, want: "3" },
])("writes the header $want", async ({ header, want }) => {
  const api = serve({ responses: { 204: { description: "", headers: { "X-It": header } } } });
  const response = await api.fetch("https://api.invalid/x");
  expect([response.status, response.headers.get("X-It")]).toEqual([204, want]);
});

const ID = { id: { type: "integer", readOnly: true } };
const NAME = { required: ["id", "name"], properties: { name: { type: "string" } } };
test.each([
  { schema: { allOf: [{ properties: ID }, NAME] } },
  { schema: { allOf: [{ properties: ID }, { $ref: "#/components/schemas/Name" }] } },
  { schema: { allOf: [{ $ref: "#/components/schemas/Ids" }], ...NAME } },
  {
    schema: {
      required: ["id", "name"],
      properties: { id: { allOf: [{ $ref: "#/components/schemas/Id" }] }, name: {} },
    },
  },
  { schema: { anyOf: [{ properties: ID }], ...NAME } },
  {
    schema: {
      required: ["id", "name"],
      properties: { id: { type: "integer", nullable: true, anyOf: [{}], readOnly: true }, name: {} },
    },
  },
])("asks in a request for nothing that is only read: $schema", async ({ schema }) => {
  const components = {
    schemas: {
      Id: { $ref: "#/components/schemas/TheId" },
      TheId: ID.id,
      Ids: { allOf: [{ properties: ID }] },
      Name: NAME,
    },
  };
  for (const [wrap, inner] of [
    [(value: object) => value, schema],
    [(value: object) => [value], { type: "array", items: schema }],
    [(value: object) => ({ deep: value }), { properties: { deep: schema } }],
  ] as const) {
    const content = { [JSON_TYPE]: { schema: inner } };
    const api = serve({ requestBody: { content } }, { method: "post", version: "3.0.3", components });
    expect(await send(api, JSON_TYPE, JSON.stringify(wrap({ name: "x" })))).toBe(204);
    expect(await send(api, JSON_TYPE, JSON.stringify(wrap({})))).toBe(400);
  }
});

test("asks for what is required and not only read, and gives nothing that is only written", async () => {
  const plain = { allOf: [{ properties: { id: { type: "integer" } } }, { required: ["id"] }] };
  const api = serve({ requestBody: { content: { [JSON_TYPE]: { schema: plain } } } }, { method: "post" });
  expect(await send(api, JSON_TYPE, "{}")).toBe(400);
  const password = { password: { allOf: [{ type: "string", writeOnly: true }] } };
  const user = {
    allOf: [{ properties: password }, { required: ["password", "name"], properties: { name: { const: "ann" } } }],
  };
  const answer = serve({ responses: { 200: { description: "", content: { [JSON_TYPE]: { schema: user } } } } });
  expect(await (await answer.fetch("https://api.invalid/x")).json()).toEqual({ name: "ann" });
});

test("upgrades what stands under any name, and leaves data as it is", async () => {
  const old = { type: "integer", minimum: 1, exclusiveMinimum: true };
  const data = { nullable: true, minimum: 1, exclusiveMinimum: true };
  const components = {
    schemas: { default: old, example: { type: "string", nullable: true }, nullable: old, "x-kind": old },
    responses: { default: { description: "", content: { [JSON_TYPE]: { schema: { properties: { n: old } } } } } },
    headers: { "x-rate": { schema: old, required: true } },
  };
  const properties = Object.fromEntries(
    ["default", "nullable", "x-kind"].map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const responses = {
    200: {
      description: "",
      headers: { "x-rate": { $ref: "#/components/headers/x-rate" } },
      content: { [JSON_TYPE]: { schema: { properties, required: ["default"] } } },
    },
    400: { $ref: "#/components/responses/default" },
  };
  const api = serve({ responses }, { version: "3.0.3", components });
  const response = await api.fetch("https://api.invalid/x");
  expect([response.headers.get("x-rate"), await response.json()]).toEqual([
    "2",
    { default: 2, nullable: 2, "x-kind": 2 },
  ]);
  const exact = serve(
    { responses: { 200: { description: "", content: { [JSON_TYPE]: { example: data } } } } },
    { version: "3.0.3" },
  );
  expect(await (await exact.fetch("https://api.invalid/x")).json()).toEqual(data);
});
