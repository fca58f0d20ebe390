import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "./compile-spec.ts";
import { describeApi } from "./describe-api.ts";
import { createSchemaCompiler } from "./schema-compiler.ts";

const JSON_TYPE = "application/json";

/** An API of one operation, `GET /x`, that answers so. */
function answering(response: object, status: number | string = 200) {
  const paths = { "/x": { get: { operationId: "x", responses: { [status]: { description: "", ...response } } } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths }));
  const request = { method: "GET", pathname: "/x", search: "", headers: {}, readBytes: async () => new Uint8Array() };
  return { ...api, get: () => api.handle(request) };
}

/** What is said of the examples and samples of an answer when it is described. */
function problemsOf(response: object): string[] {
  const info = { title: "Test", version: "1" };
  const get = { operationId: "x", responses: { 200: { description: "", ...response } } };
  const document = JSON.parse(JSON.stringify({ openapi: "3.1.0", info, paths: { "/x": { get } } }));
  const problems: string[] = [];
  const api = describeApi(document, createSchemaCompiler(document), (problem) => problems.push(problem));
  expect(api.operations[0]?.responses[200]).toBeDefined();
  return problems;
}

test.each([
  { type: JSON_TYPE, schema: { type: "string" }, want: '"string"' },
  { type: "text/plain", schema: { type: "string" }, want: "string" },
  { type: "text/plain", schema: { type: "integer", minimum: 5 }, want: "5" },
  { type: "text/plain", schema: { type: "null" }, want: "null" },
  { type: "text/plain", schema: { const: true }, want: "true" },
  { type: "application/hal+json", schema: { const: {} }, want: "{}" },
  { type: JSON_TYPE, schema: { oneOf: [{ type: "integer" }, { type: "number" }] }, want: "0.5" },
])("writes a sample of $schema as $type: $want", async ({ type, schema, want }) => {
  expect(await answering({ content: { [type]: { schema } } }).get()).toMatchObject({ status: 200, body: want });
});

test("takes the first example that fits, and each by its name", async () => {
  const schema = { type: "integer" };
  const examples = { no: { value: "x" }, elsewhere: { externalValue: "https://example.com" }, two: { value: 2 } };
  const { get, override } = answering({ content: { [JSON_TYPE]: { schema, example: 1, examples } } });
  expect((await get()).body).toBe("1");
  override("x", { status: 200, example: "two" });
  expect((await get()).body).toBe("2");
  override("x", { status: 200, example: "example" });
  expect((await get()).body).toBe("1");
  for (const example of ["no", "elsewhere"]) {
    expect(() => override("x", { status: 200, example })).toThrow(
      new TypeError(`The reply 200 of x has no example "${example}": it has example, two.`),
    );
  }
});

test("calls a sample by that name", () => {
  const { override } = answering({ content: { [JSON_TYPE]: { schema: { type: "integer" } } } });
  expect(() => override("x", { status: 200, example: "other" })).toThrow('has no example "other": it has sample.');
});

test("says which examples do not fit, and which samples there are none of", () => {
  const never = { not: {} };
  const content = {
    [JSON_TYPE]: { schema: { type: "integer" }, examples: { a: { value: "x" }, b: { value: 1 } } },
    "text/plain": { schema: never },
    "application/xml": { schema: { type: "object" } },
  };
  const headers = { "X-A": { required: true, schema: { type: "integer" }, example: "x" } };
  expect(problemsOf({ content, headers })).toEqual([
    'x.200.header.X-A: the example "example" does not fit its schema: the value must be integer.',
    'x.200.application/json: the example "a" does not fit its schema: the value must be integer.',
    "x.200.text/plain: no sample could be made, since none fits the schema: the value must NOT be valid. Give an example.",
    "x.200.application/xml: no sample could be made, since it is no JSON. Give an example.",
  ]);
});

test("passes over an example of too many values, and says so", async () => {
  let example: unknown = 1;
  for (let depth = 0; depth < 7; depth++) example = Array(10).fill(example);
  const problems: string[] = [];
  const content = { [JSON_TYPE]: { schema: {}, examples: { many: { value: example }, one: { value: 1 } } } };
  const info = { title: "Test", version: "1" };
  const paths = { "/x": { get: { operationId: "x", responses: { 200: { content } } } } };
  const document = { openapi: "3.1.0", info, paths };
  const api = describeApi(document, createSchemaCompiler(document), (problem) => problems.push(problem));
  const [operation] = api.operations;
  expect(operation?.responses[200]?.content[JSON_TYPE]?.examples).toEqual({ one: "1" });
  expect(problems).toEqual(['x.200.application/json: the example "many" does not fit its schema: it is too large.']);
});

const PAIR = { type: "object", properties: { a: { type: "integer" }, b: { type: "string" } } };
const EITHER = {
  oneOf: [
    { type: "object", required: ["b"], properties: { b: {}, n: { type: "string" } } },
    { type: "object", required: ["secret", "n"], properties: { secret: { writeOnly: true }, n: { type: "integer" } } },
  ],
};
test.each([
  { header: { schema: { type: "integer", minimum: 7 } }, want: undefined },
  { header: { required: true, schema: { type: "integer", minimum: 7 } }, want: "7" },
  { header: { required: true, schema: { type: "integer" }, example: 9 }, want: "9" },
  { header: { schema: { type: "integer" }, examples: { a: { value: 8 } } }, want: "8" },
  { header: { schema: { type: ["integer", "null"] }, example: null }, want: undefined },
  { header: { content: { [JSON_TYPE]: { example: null } } }, want: "null" },
  { header: { schema: PAIR, example: { a: 1, b: "x" } }, want: "a,1,b,x" },
  { header: { schema: PAIR, explode: true, example: { a: 1, b: "x" } }, want: "a=1,b=x" },
  { header: { schema: EITHER, explode: true, example: { n: 5 } }, want: "n=5" },
  {
    header: {
      required: true,
      content: { [JSON_TYPE]: { schema: { required: ["p"], properties: { p: { writeOnly: true } } } } },
    },
    want: "{}",
  },
  { header: { content: { [JSON_TYPE]: { example: [1] } } }, want: "[1]" },
  { header: { schema: { type: "array" }, example: [1, "a"] }, want: "1,a" },
  { header: { required: true }, want: "string" },
])("answers with the header $want of $header", async ({ header, want }) => {
  const { status, headers } = await answering({ headers: { "X-It": header } }, 204).get();
  expect([status, headers["x-it"]]).toEqual([204, want]);
});

test("a test may leave out no required header that has no sample, and must send what fits", () => {
  const { override } = answering({ headers: { "X-It": { required: true, schema: { type: "integer", not: {} } } } });
  expect(() => override("x", { status: 200 })).toThrow(
    "The reply 200 of x breaks the spec: the header x-it is required.",
  );
  const pair = answering({ headers: { "X-It": { schema: PAIR, explode: true } } });
  expect(() => pair.override("x", { status: 200, headers: { "X-It": "a" } })).toThrow(
    "The reply 200 of x, header x-it breaks the spec: x-it is not written in the style simple.",
  );
  expect(() => pair.override("x", { status: 200, headers: { "X-It": "a=1" } })).not.toThrow();
  const number = answering({ headers: { "X-It": { schema: { type: "integer" } } } });
  expect(() => number.override("x", { status: 200, headers: { "x-IT": "one" } })).toThrow(
    "The reply 200 of x, header x-it breaks the spec: the value must be integer.",
  );
});

test("describes how an answer says what was wrong, and why there is no sample", () => {
  const message = { type: "object", required: ["message"], properties: { message: { type: "string" } } };
  const Endless = { type: "object", required: ["p"], properties: { p: { $ref: "#/components/schemas/Endless" } } };
  const content = {
    [JSON_TYPE]: { schema: message, example: { message: "No." } },
    "application/hal+json": { schema: message },
    "application/xml": { schema: message, example: "<no/>" },
    "text/html": { examples: { elsewhere: { externalValue: "https://example.com" } } },
    "text/plain": { schema: { type: "string", not: {} } },
    "text/json": { schema: Endless },
  };
  const headers = { "X-It": { content: { [JSON_TYPE]: {} } } };
  const get = { operationId: "x", responses: { 200: { content }, 400: { content, headers } } };
  const { api } = compileSpec({ openapi: "3.1.0", paths: { "/x": { get } }, components: { schemas: { Endless } } });
  const described = (status: number) => {
    const contents = Object.entries(api.operations[0]?.responses[status]?.content ?? {});
    return Object.fromEntries(contents.map(([mediaType, { schema: _, ...others }]) => [mediaType, others]));
  };
  const none = (status: number, mediaType: string, why: string) =>
    `x.${status}.${mediaType}: no sample could be made, since ${why}. Give an example.`;
  const without = (status: number) => ({
    [JSON_TYPE]: { examples: { example: '{"message":"No."}' } },
    "application/hal+json": { examples: { sample: '{"message":"string"}' } },
    "application/xml": { examples: { example: "<no/>" } },
    "text/html": { examples: { sample: "string" } },
    "text/plain": {
      examples: {},
      problem: none(status, "text/plain", "none fits the schema: the value must NOT be valid"),
    },
    "text/json": { examples: {}, problem: none(status, "text/json", "none of a reasonable size fits the schema") },
  });
  const refusals = {
    [JSON_TYPE]: { refusal: { body: '{"message":"No."}', place: ["message"] } },
    "application/hal+json": { refusal: { body: '{"message":"string"}', place: ["message"] } },
  };
  expect(described(200)).toEqual(without(200));
  expect(described(400)).toMatchObject(refusals);
  expect(described(400)).toMatchObject(without(400));
  expect(api.operations[0]?.responses[400]?.headers["x-it"]).toMatchObject({ style: "json", required: false });
});
