import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

const object = { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } } };

test.each([
  { type: "application/xml", schema: { anyOf: [object, { type: "array" }] }, body: "<a/>", want: undefined },
  { type: "application/xml", schema: { ...object, enum: [{}] }, body: "<a/>", want: undefined },
  {
    type: "application/xml",
    schema: { type: "string", maxLength: 3 },
    body: "<a/>",
    want: "the value must NOT have more than 3 characters",
  },
  { type: "text/plain", schema: object, body: "<a/>", want: "the value must be object" },
  {
    type: "application/json",
    schema: object,
    body: '{"a":"x","b":"y"}',
    want: "/a must be integer; /b must be integer",
  },
])("says of $body, sent as $type for $schema: $want", async ({ type, schema, body, want }) => {
  const post = { requestBody: { content: { [type]: { schema } } }, responses: { 204: {} } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
  await api.fetch("https://api.invalid/x", { method: "POST", headers: { "Content-Type": type }, body });
  expect(api.requests()[0]?.refusal).toBe(want && `Request body: ${want}.`);
});
