import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const INTEGER = { type: "integer" };
const STRING = { type: "string" };
/** JSON Schema's keyword. */
const THEN = "then";

test.each([
  {
    schema: { type: "array", prefixItems: [INTEGER, STRING], items: false },
    good: ["p=1&p=2", "p=1"],
    bad: ["p=x", "p=1&p=a&p=b"],
  },
  { schema: { type: "array", prefixItems: [STRING], items: INTEGER }, good: ["p=1&p=2&p=3"], bad: ["p=1&p=x"] },
  {
    schema: { anyOf: [{ type: "array", prefixItems: [{ type: "boolean" }] }, { type: "null" }] },
    good: ["p=true"],
    bad: ["p=1"],
  },
])("reads the items of $schema, each in its place", async ({ schema, good, bad }) => {
  const get = { parameters: [{ name: "p", in: "query", schema }], responses: { 204: {} } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { get } } }));
  const statuses = (sent: readonly string[]) =>
    Promise.all(sent.map(async (search) => (await api.fetch(`https://api.invalid/x?${search}`)).status));
  expect(await statuses(good)).toEqual(good.map(() => 204));
  expect(await statuses(bad)).toEqual(bad.map(() => 400));
});

const kind = { properties: { kind: { const: "number" } }, required: ["kind"] };

test.each([
  {
    schema: {
      properties: { kind: STRING },
      if: kind,
      [THEN]: { properties: { v: INTEGER } },
      else: { properties: { v: STRING } },
    },
    good: ["kind=number&v=1", "kind=text&v=1", "kind=text&v=x", "v=x"],
    bad: ["kind=number&v=x"],
  },
  {
    schema: { dependentSchemas: { size: { properties: { size: INTEGER, unit: { type: "boolean" } } } } },
    good: ["size=1&unit=true", "unit=x", ""],
    bad: ["size=x", "size=1&unit=x"],
  },
])("reads a form's fields as the conditions of $schema have them", async ({ schema, good, bad }) => {
  const type = "application/x-www-form-urlencoded";
  const post = { requestBody: { content: { [type]: { schema } } }, responses: { 204: {} } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
  const headers = { "Content-Type": type };
  const statuses = (sent: readonly string[]) =>
    Promise.all(
      sent.map(async (body) => (await api.fetch("https://api.invalid/x", { method: "POST", headers, body })).status),
    );
  expect(await statuses(good)).toEqual(good.map(() => 204));
  expect(await statuses(bad)).toEqual(bad.map(() => 400));
});
