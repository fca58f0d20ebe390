import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mockDiff } from "./mock-diff.ts";

const BASE = await readFile(join(import.meta.dirname, "../test/base.yaml"), "utf8");

function spec(from = "", to = ""): OpenApiDocument {
  const document = parse(BASE.replace(from, to));
  document.paths["/orders"].post.requestBody.content["application/json"].example = { country: "HKG", quantity: 60 };
  document.paths["/orders/{id}"].parameters[0].example = "abc";
  return document;
}

test.each([
  { given: "nothing", from: "", to: "", want: [] },
  { given: "a wider answer", from: "minLength: 2", to: "minLength: 1", want: [] },
  {
    given: "a reply of its own that no longer fits",
    from: "code: { type: string, minLength: 2 }",
    to: "code: { type: string, maxLength: 2 }",
    want: ["GET /countries: the mock refuses a reply that it gave itself, mock-server"],
  },
  {
    given: "another's reply that no longer fits",
    from: "tags: { type: array, items",
    to: "tags: { type: array, maxItems: 1, items",
    want: ["GET /areas: the mock refuses a reply that it gave itself, mock-server"],
  },
  {
    given: "a body that is refused",
    from: "minimum: 1, maximum: 100 }",
    to: "minimum: 1, maximum: 50 }",
    want: ["POST /orders: a call that was an example is refused, client mock-server"],
  },
  {
    given: "a path's parameter that is refused",
    from: "description: Which order.\n        schema: { type: string }",
    to: "description: Which order.\n        schema: { type: integer }",
    want: ["get", "delete"].map(
      (method) => `${method.toUpperCase()} /orders/{id}: a call that was an example is refused, client mock-server`,
    ),
  },
])("it sees $given", async ({ from, to, want }) => {
  const findings = await mockDiff(spec(), spec(from, to));
  expect(findings.map(({ subject, text, packages }) => `${subject}: ${text}, ${packages.join(" ")}`)).toEqual(want);
});

const REPLIED = "POST /numbers/{id}: the mock refuses a reply that it gave itself";

function numbers({
  path = "/numbers/{id}",
  security = [{}],
  ...operation
}: Readonly<Record<string, unknown>>): OpenApiDocument {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" }, example: "1" };
  return parse(
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Numbers", version: "1.0.0" },
      paths: {
        [String(path)]: {
          parameters: [id],
          post: { operationId: "o", responses: { 200: { description: "It." } }, security, ...operation },
        },
      },
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer" },
          key: { type: "apiKey", in: "header", name: "X-Key" },
          alias: { $ref: "#/components/securitySchemes/key" },
          inQuery: { type: "apiKey", in: "query", name: "key" },
        },
        examples: { Long: { value: { name: "long" } } },
      },
    }),
  );
}

const limited = (maxLength: number) => ({ type: "string", maxLength });
const given = (name: string, location: string, schema: object, more: object) => ({
  parameters: [{ name, in: location, required: true, schema, ...more }],
});
const sent = (maxLength: number, more: object, mediaType = "application/json") => ({
  requestBody: {
    required: true,
    content: { [mediaType]: { schema: { properties: { name: limited(maxLength) } }, ...more } },
  },
});
const answered = (maxLength: number, more: object, mediaType = "application/json", status = "200") => ({
  responses: { [status]: { description: "It.", content: { [mediaType]: { schema: limited(maxLength), ...more } } } },
});

test.each([
  {
    what: "a query's number",
    before: given("n", "query", { type: "integer", maximum: 9 }, { example: 9 }),
    after: given("n", "query", { type: "integer", maximum: 8 }, { example: 8 }),
  },
  {
    what: "a header's example in its schema",
    before: given("X-Q", "header", { ...limited(4), examples: ["long"] }, {}),
    after: given("X-Q", "header", limited(3), {}),
  },
  {
    what: "a path's text, escaped",
    before: given("id", "path", limited(3), { example: "a/b" }),
    after: given("id", "path", limited(2), {}),
  },
  { what: "a body's example", before: sent(4, { example: { name: "long" } }), after: sent(3, {}) },
  {
    what: "a body's second example",
    before: sent(4, { examples: { a: { value: { name: "a" } }, b: { value: { name: "long" } } } }),
    after: sent(3, {}),
  },
  {
    what: "a body's example elsewhere",
    before: sent(4, { examples: { a: { $ref: "#/components/examples/Long" } } }),
    after: sent(3, {}),
  },
  { what: "no body", before: {}, after: sent(3, {}) },
  {
    what: "a bearer's token",
    before: { security: [{ bearer: [] }] },
    after: { security: [{ bearer: [] }], ...sent(3, {}) },
  },
  {
    what: "a key in a header",
    before: { security: [{ alias: [] }] },
    after: { security: [{ alias: [] }], ...sent(3, {}) },
  },
  {
    what: "what the first of two ways in takes",
    before: { security: [{ key: [], bearer: [] }, { inQuery: [] }] },
    after: { security: [{ key: [], bearer: [] }], ...sent(3, {}) },
  },
  { what: "an operation that is gone", before: {}, after: { path: "/others/{id}" } },
])("a call with $what is seen to be refused", async ({ before, after }) => {
  expect(await mockDiff(numbers(before), numbers(after))).toEqual([
    {
      level: "breaking",
      subject: "POST /numbers/{id}",
      text: "a call that was an example is refused",
      statuses: [],
      packages: ["client", "mock-server"],
      direction: "request",
      advice: "make sure that what you send fits",
    },
  ]);
});

test.each([
  { what: "what is required has no example", before: given("q", "query", limited(4), {}) },
  { what: "what is required is an object", before: given("q", "query", { type: "object" }, { example: { a: "b" } }) },
  { what: "a key belongs into the query", before: { security: [{ inQuery: [] }] } },
  { what: "its body is not JSON", before: sent(4, { example: { name: "long" } }, "text/plain") },
  { what: "its example never fitted", before: sent(3, { example: { name: "long" } }) },
])("a call is not tried where $what", async ({ before }) => {
  expect(await mockDiff(numbers(before), numbers({ path: "/others/{id}" }))).toEqual([]);
});

test("an example of what need not be sent is not sent", async () => {
  const optional = (maxLength: number) => given("q", "query", limited(maxLength), { required: false, example: "long" });
  expect(await mockDiff(numbers(optional(4)), numbers(optional(3)))).toEqual([]);
});

test.each([
  { before: answered(4, { example: "long" }), after: answered(3, {}), want: [REPLIED] },
  {
    before: answered(4, { examples: { a: { value: "a" }, b: { value: "long" } } }),
    after: answered(3, {}),
    want: [REPLIED],
  },
  {
    before: answered(4, { example: "long" }, "application/vnd.q+json"),
    after: answered(3, {}, "application/vnd.q+json"),
    want: [REPLIED],
  },
  { before: answered(4, { example: "long" }, "text/plain"), after: answered(3, {}, "text/plain"), want: [] },
  {
    before: answered(4, { example: "long" }, "application/json-seq"),
    after: answered(3, {}, "application/json-seq"),
    want: [],
  },
  {
    before: answered(4, { example: "long" }, "application/json", "default"),
    after: answered(3, {}, "application/json", "default"),
    want: [],
  },
])("of the replies of $before, $after refuses $want", async ({ before, after, want }) => {
  const findings = await mockDiff(numbers(before), numbers(after));
  expect(findings.map(({ subject, text }) => `${subject}: ${text}`)).toEqual(want);
  expect(
    findings.map(({ statuses, packages, direction, level }) => ({ statuses, packages, direction, level })),
  ).toEqual(
    want.map(() => ({ statuses: ["200"], packages: ["mock-server"], direction: "response", level: "breaking" })),
  );
});
