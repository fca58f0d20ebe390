import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import type { ReplyInit } from "./messages.ts";

const JSON_TYPE = "application/json";
const empty = { description: "" };
const of = (content: object, headers: object = {}) => ({ ...empty, headers, content });
const examples = (values: object) => ({
  examples: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});

/** An API of one operation, `GET /n`: what it answers, by status, media type and body. */
function answering(responses: object) {
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/n": { get: { operationId: "n", responses } } } }));
  return {
    ...api,
    async get(headers: Record<string, string> = {}) {
      const response = await api.fetch(`${api.baseUrl}/n`, { headers });
      return [response.status, response.headers.get("content-type"), await response.text()];
    },
  };
}

const BOTH = of({
  [JSON_TYPE]: examples({ one: 1, two: 2 }),
  "text/plain": examples({ two: "zwei", three: "drei" }),
});
test.each([
  { prefer: "example=two", accept: "*/*", want: [200, JSON_TYPE, "2"] },
  { prefer: "example=two", accept: "text/plain", want: [200, "text/plain", "zwei"] },
  { prefer: "example=three", accept: "*/*", want: [200, "text/plain", "drei"] },
  { prefer: "example=three", accept: JSON_TYPE, want: [200, "text/plain", "drei"] },
  { prefer: "example=one", accept: "text/plain", want: [200, JSON_TYPE, "1"] },
  { prefer: "code=404", accept: "text/plain", want: [404, "text/plain", "zwei"] },
  { prefer: "code=404", accept: "image/png", want: [404, JSON_TYPE, "1"] },
])("gives what Prefer: $prefer names in what Accept: $accept likes, or else in another", async (given) => {
  const { prefer, accept, want } = given;
  expect(await answering({ 200: BOTH, 404: BOTH }).get({ prefer, accept })).toEqual(want);
});

test("asks each time anew what Accept likes", async () => {
  const { get } = answering({ 200: of({ [JSON_TYPE]: { example: 1 }, "text/*": { example: "eins" } }) });
  const accepted = ["text/csv", "text/html", JSON_TYPE, "text/csv"];
  const types: unknown[] = [];
  for (const accept of accepted) types.push((await get({ accept }))[1]);
  expect(types).toEqual(accepted);
  for (let call = 0; call < 2; call++) expect(await get()).toEqual([200, JSON_TYPE, "1"]);
  const message = "The answer is application/json or text/*, which Accept does not allow.";
  expect(await get({ accept: "image/png" })).toEqual([
    406,
    JSON_TYPE,
    JSON.stringify({ code: "not_acceptable", message }),
  ]);
});

test.each([
  { responses: { 201: empty, default: empty }, want: 201 },
  { responses: { 302: empty, 404: empty }, want: 302 },
  { responses: { 404: empty, default: empty }, want: 200 },
  { responses: { 404: empty, "2XX": empty }, want: 200 },
  { responses: { 404: empty, 500: empty }, want: 404 },
])("answers $want where $responses are described", async ({ responses, want }) => {
  expect((await answering(responses).get())[0]).toBe(want);
});

const required = { required: true, schema: { type: "string" }, example: "香港" };
test.each([
  { responses: { "4XX": empty }, want: "It describes none of success." },
  {
    responses: { 200: of({ "text/plain": { example: "x" } }, { "X-City": required }) },
    want: "No sample of the header x-city could be made that fits its schema and can be sent.",
  },
])("says why nothing can be given of $responses", async ({ responses, want }) => {
  const message = `The spec has no answer of n that can be given. ${want} Use respondWith.`;
  expect(await answering(responses).get()).toEqual([
    501,
    JSON_TYPE,
    JSON.stringify({ code: "not_implemented", message }),
  ]);
});

const bytes = new TextEncoder().encode("%PDF");
const MANY = of({ "text/plain": {}, [JSON_TYPE]: {}, "application/pdf": {} });
test.each<{ reply: Omit<ReplyInit, "status">; want: readonly [type: string, body: string] }>([
  { reply: { body: "x" }, want: ["text/plain", "x"] },
  { reply: { body: 5 }, want: ["text/plain", "5"] },
  { reply: { body: null }, want: ["text/plain", "null"] },
  { reply: { body: { a: 1 } }, want: [JSON_TYPE, '{"a":1}'] },
  { reply: { body: bytes }, want: ["text/plain", "%PDF"] },
  { reply: { body: "x", headers: { "Content-Type": JSON_TYPE } }, want: [JSON_TYPE, '"x"'] },
  { reply: { body: bytes, headers: { "content-type": "application/pdf" } }, want: ["application/pdf", "%PDF"] },
  { reply: { body: { a: 1 }, headers: { "content-type": "text/css" } }, want: ["text/css", '{"a":1}'] },
])("writes the reply $reply as $want", async ({ reply, want }) => {
  const { get, override } = answering({ 200: MANY });
  override("n", { status: 200, ...reply });
  expect(await get()).toEqual([200, ...want]);
});

test.each([
  { body: bytes, want: ["application/pdf", "%PDF"] },
  { body: { a: 1 }, want: [JSON_TYPE, '{"a":1}'] },
])("finds the type that a reply's $body may have, wherever it stands", async ({ body, want }) => {
  const { get, override } = answering({ 200: of({ [JSON_TYPE]: {}, "application/pdf": {} }) });
  override("n", { status: 200, body });
  expect(await get()).toEqual([200, ...want]);
  const text = answering({ 200: of({ "text/plain": {} }) });
  text.override("n", { status: 200, body: [1] });
  expect(await text.get()).toEqual([200, "text/plain", "[1]"]);
});

test.each<{ reply: ReplyInit; want: readonly unknown[] }>([
  { reply: { status: 299 }, want: [299, null, ""] },
  { reply: { status: 299, body: "x" }, want: [299, "text/plain", "x"] },
  { reply: { status: 299, body: ["x"] }, want: [299, JSON_TYPE, '["x"]'] },
  { reply: { status: 299, body: bytes }, want: [299, "application/octet-stream", "%PDF"] },
  { reply: { status: 299, body: "x", headers: { "Content-Type": JSON_TYPE } }, want: [299, JSON_TYPE, '"x"'] },
  { reply: { status: 299, body: [1], headers: { "Content-Type": "text/csv" } }, want: [299, "text/csv", "[1]"] },
])("writes the reply $reply off the spec as $want", async ({ reply, want }) => {
  const { get, override } = answering({ 200: empty });
  override("n", reply, { offSpec: true });
  expect(await get()).toEqual(want);
});

test("says that a description has no example of what a test leaves out", () => {
  const { override } = answering({ 200: of({ "application/xml": { schema: { type: "object" } } }) });
  expect(() => override("n", { status: 200 })).toThrow(new TypeError("The reply 200 of n has no example."));
  expect(() => override("n", { status: 200, example: "one" })).toThrow(
    new TypeError('The reply 200 of n has no example "one".'),
  );
});
