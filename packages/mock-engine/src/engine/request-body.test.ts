import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const INTEGERS = { type: "array", items: { type: "integer" } };

/** An API of one operation, `POST /x`, that takes these media types. */
function taking(content: object, required = false) {
  const post = { operationId: "x", requestBody: { required, content }, responses: { 204: { description: "" } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
  return {
    /** The status, and what was read; or in words, why it was refused. */
    async send(type: string, body: BodyInit) {
      const headers: Record<string, string> = type === "" ? {} : { "Content-Type": type };
      const { status } = await api.fetch("https://api.invalid/x", { method: "POST", headers, body });
      const { body: read, refusal } = api.requests().at(-1) ?? {};
      return [status, refusal ?? read];
    },
  };
}

function multipart(fields: readonly (readonly [name: string, value: string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const OBJECTS = { type: "array", items: { type: "object", properties: { a: { type: "integer" } } } };
test.each<{ schema: object; encoding?: object; text: string; want: unknown }>([
  { schema: { properties: { n: { type: "integer" } } }, text: "n=5&other=6", want: { n: 5, other: "6" } },
  { schema: { properties: { l: INTEGERS } }, text: "l=1&l=2", want: { l: [1, 2] } },
  { schema: { properties: { l: INTEGERS } }, encoding: { l: { style: "form" } }, text: "l=1&l=2", want: { l: [1, 2] } },
  { schema: { properties: { l: INTEGERS } }, encoding: { l: { explode: false } }, text: "l=1,2", want: { l: [1, 2] } },
  { schema: { properties: { l: INTEGERS } }, encoding: { l: { explode: true } }, text: "l=1&l=2", want: { l: [1, 2] } },
  {
    schema: { properties: { l: INTEGERS, m: INTEGERS } },
    encoding: { l: { style: "spaceDelimited" } },
    text: "m=3&l=1+2",
    want: { m: [3], l: [1, 2] },
  },
  {
    schema: { properties: { l: INTEGERS } },
    encoding: { l: { style: "pipeDelimited" } },
    text: "l=1|2",
    want: { l: [1, 2] },
  },
  {
    schema: { properties: { o: { type: "object" } } },
    encoding: { o: { style: "deepObject", explode: true } },
    text: "o[a]=1&oa=2",
    want: { oa: "2", o: { a: "1" } },
  },
  { schema: {}, encoding: { o: { style: "deepObject" } }, text: "n=1", want: { n: "1" } },
  { schema: { properties: { o: { type: "object" } } }, text: 'o={"a":1}', want: { o: { a: 1 } } },
  { schema: { properties: { l: OBJECTS } }, text: 'l={"a":1}&l={"a":2}', want: { l: [{ a: 1 }, { a: 2 }] } },
  { schema: { properties: { s: { type: "string" } } }, text: 's={"a":1}', want: { s: '{"a":1}' } },
  { schema: { properties: { s: { type: "string" } } }, text: "s=5", want: { s: "5" } },
  {
    schema: { properties: { o: { type: "array" } } },
    encoding: { o: { style: "deepObject" } },
    text: "o[0]=a&o[1]=b",
    want: { o: ["a", "b"] },
  },
  { schema: {}, text: "s=[1]&t=a&t=b", want: { s: "[1]", t: ["a", "b"] } },
  { schema: { properties: { b: { type: "boolean" } } }, text: "b=true", want: { b: true } },
])("reads $text as the form $schema, written $encoding", async ({ schema, encoding, text, want }) => {
  expect(await taking({ [URLENCODED]: { schema, encoding } }).send(URLENCODED, encodeURI(text))).toEqual([204, want]);
});

test("reads a form of many parts as it is sent, whatever is said of how fields are written", async () => {
  const encoding = { l: { style: "pipeDelimited", explode: true } };
  const { send } = taking({ [MULTIPART]: { schema: { required: ["l"], properties: { l: INTEGERS } }, encoding } });
  expect(
    await send(
      "",
      multipart([
        ["l", "1"],
        ["l", "2"],
      ]),
    ),
  ).toEqual([204, { l: [1, 2] }]);
});

test("reads a form by the choice that fits once what is only read is left out", async () => {
  const schema = {
    oneOf: [
      { type: "object", required: ["b"], properties: { b: {}, n: { type: "string" } } },
      { type: "object", required: ["id", "n"], properties: { id: { readOnly: true }, n: { type: "integer" } } },
    ],
  };
  expect(await taking({ [URLENCODED]: { schema } }).send(URLENCODED, "n=5")).toEqual([204, { n: 5 }]);
});

test("gives a file's bytes where they were judged as text, and text as text", async () => {
  const schema = {
    required: ["one"],
    properties: { one: { type: "string" }, many: { type: "array", items: { type: "string" } }, n: { type: "integer" } },
  };
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { send } = taking({ [MULTIPART]: { schema } });
  const file = (text: string) => new Blob([text], { type: "text/plain" });
  const fields = [
    ["one", file("a")],
    ["many", file("b")],
    ["many", "c"],
    ["n", file("5")],
  ] as const;
  expect(await send("", multipart(fields))).toEqual([204, { one: bytes("a"), many: [bytes("b"), "c"], n: 5 }]);
  expect(await send("", multipart([["one", "a"]]))).toEqual([204, { one: "a" }]);
  const numbers = taking({ [MULTIPART]: { schema: { properties: { l: INTEGERS } } } });
  expect(await numbers.send("", multipart([["l", file("5")]]))).toEqual([204, { l: [5] }]);
  expect(await send("", multipart([["many", file("b")]]))).toEqual([
    400,
    "Request body: the value must have required property 'one'.",
  ]);
});

test.each([
  { type: "application/json", body: "{", want: "The request body is not valid JSON." },
  { type: "application/problem+json", body: "no", want: "The request body is not valid JSON." },
  { type: `${MULTIPART}; boundary=x`, body: "no", want: "The request body is not valid multipart/form-data." },
  { type: MULTIPART, body: "no", want: "The request body is not valid multipart/form-data." },
  { type: URLENCODED, body: "n=x", want: "Request body: /n must be integer." },
  { type: URLENCODED, body: 'm={"a":1}&m={"b":2}', want: "Request body: /m must be object." },
  { type: URLENCODED, body: "o[a]=1&o=2", want: 'Request body: "2" is no object.' },
  { type: "application/json", body: "5", want: "Request body: the value must be object." },
  { type: "application/json", body: '"5"', want: "Request body: the value must be object." },
  { type: "text/plain", body: "no", want: "Request body: the value must be object." },
  { type: "application/JSON; charset=utf-8", body: '{"n":"x"}', want: "Request body: /n must be integer." },
])("refuses $body as $type: $want", async ({ type, body, want }) => {
  const schema = {
    type: "object",
    properties: { n: { type: "integer" }, o: { type: "object" }, m: { type: "object" } },
  };
  const types = ["application/json", "application/problem+json", MULTIPART, URLENCODED, "text/plain"];
  const encoding = { o: { style: "deepObject" } };
  expect(await taking(Object.fromEntries(types.map((type) => [type, { schema, encoding }]))).send(type, body)).toEqual([
    400,
    want,
  ]);
});

test("asks for a body that is required, and for a type that is described", async () => {
  const content = { "application/json": {}, "text/*": {} };
  expect(await taking(content, true).send("application/json", "")).toEqual([400, "The request body is missing."]);
  expect(await taking(content).send("application/json", "")).toEqual([204, undefined]);
  const not = (type: string) => [415, `The content type must be application/json, text/*, not "${type}".`];
  expect(await taking(content).send("Image/PNG; q=1", "x")).toEqual(not("image/png"));
  expect(await taking(content).send("", Uint8Array.of(1))).toEqual(not(""));
});

test.each([
  { type: "text/csv", body: "a,b", want: "a,b" },
  { type: "application/xml", body: "<a/>", want: "<a/>" },
  { type: "image/svg+xml", body: "<a/>", want: "<a/>" },
  { type: "application/x-yaml", body: "a: b", want: "a: b" },
  { type: "application/jwt", body: "a.b.c", want: "a.b.c" },
  { type: "application/octet-stream", body: "ab", want: Uint8Array.from([97, 98]) },
  { type: "application/xml-dtd", body: "ab", want: Uint8Array.from([97, 98]) },
  { type: "application/vnd.json-seq", body: "ab", want: "ab" },
  { type: "application/x-www-form-urlencoded-not", body: "a=b", want: Uint8Array.from([97, 61, 98]) },
  { type: "vnd.multipart/form-data", body: "a=b", want: Uint8Array.from([97, 61, 98]) },
  { type: "application/merge-patch+json", body: '{"a":1}', want: { a: 1 } },
  { type: URLENCODED, body: "a=1&b=2&b=3", want: { a: "1", b: ["2", "3"] } },
])("keeps a body of the type $type as $want", async ({ type, body, want }) => {
  expect(await taking({ "*/*": {} }).send(type, body)).toEqual([204, want]);
});

test("reads as JSON what is called text or bytes, where the schema has something else", async () => {
  const { send } = taking({ "text/plain": { schema: { type: "object" } }, "image/*": { schema: { type: "integer" } } });
  expect(await send("text/plain", '{"a":1}')).toEqual([204, { a: 1 }]);
  expect(await send("image/png", "5")).toEqual([204, 5]);
});

test.each(["[5]", '"5"'])("holds JSON to what it says, and reads it no second time: %s", async (body) => {
  const { send } = taking({ "application/json": { schema: { type: "integer" } } });
  expect(await send("application/json", body)).toEqual([400, "Request body: the value must be integer."]);
});

test("a fault of the document in a form's field is told as such", async () => {
  const n = { anyOf: [{ type: "integer" }, { type: "string", minLength: "x" }] };
  const { send } = taking({ [URLENCODED]: { schema: { properties: { n } } } });
  expect(await send(URLENCODED, "n=1")).toEqual([500, expect.stringContaining("minLength")]);
});
