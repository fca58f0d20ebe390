import { expect, test } from "vitest";
import { specDiff } from "./spec-diff.ts";

const text = { type: "string" };
const JSON_TEXT = { content: { "application/json": { schema: text } } };

function documentOf(operation: object, more: object = {}) {
  return {
    openapi: "3.1.0",
    info: { title: "Numbers", version: "1.0.0" },
    paths: { "/numbers/{id}/{part}": { post: { responses: {}, ...operation }, ...more } },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token." },
        otherToken: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "header", name: "X-Key" },
        alias: { $ref: "#/components/securitySchemes/key" },
      },
      parameters: { Limit: { name: "limit", in: "query", schema: text } },
      headers: { Total: { schema: text } },
      requestBodies: { Text: JSON_TEXT },
      responses: { Text: { description: "It.", ...JSON_TEXT } },
    },
  } as const;
}

function lines(before: object, after: object): string[] {
  return specDiff(documentOf(before), documentOf(after)).map(
    ({ level, packages, text, statuses }) =>
      `${level}${packages.length === 1 ? ` for ${packages[0]}` : ""}: ${[text, ...statuses].join(" ").replace(", which no rule knows the effect of", "")}`,
  );
}

const query = (more: object) => ({ parameters: [{ name: "q", in: "query", schema: text, ...more }] });
const part = (location: string, more: object = {}) => ({
  parameters: [{ name: "part", in: location, schema: text, ...more }],
});
const sent = (body: object) => ({ requestBody: { ...JSON_TEXT, ...body } });
const answered = (answer: object) => ({ responses: { 200: { description: "It.", ...answer } } });
const header = (more: object, name = "X-Total") => answered({ headers: { [name]: { schema: text, ...more } } });
const object = (properties: object, required: readonly string[] = []) => ({
  content: { "application/json": { schema: { properties, required } } },
});
const kinds = (...names: string[]) => ({ content: Object.fromEntries(names.map((name) => [name, { schema: text }])) });

test.each<[before: object, after: object]>([
  [{}, { operationId: "other" }],
  [{}, { summary: "q", description: "q", tags: ["q"], externalDocs: { url: "q" }, "x-q": 1 }],
  [{}, { deprecated: false }],
  [{ security: [{ token: [] }] }, { security: [{ otherToken: [] }] }],
  [{ security: [{ key: [], token: ["a", "b"] }] }, { security: [{ token: ["b", "a"], alias: [] }] }],
  [{ security: [{ key: [] }, { token: [] }] }, { security: [{ token: [] }, { key: [] }] }],
  [{ security: [] }, { security: [{}] }],
  [part("header"), { parameters: [{ name: "PART", in: "header", schema: text }] }],
  [query({}), query({ style: "form", explode: true, allowReserved: false, required: false, allowEmptyValue: false })],
  [part("cookie"), part("cookie", { style: "form", explode: true })],
  [part("header"), part("header", { style: "simple", explode: false })],
  [part("path", { required: true }), part("path", { required: true, style: "simple", explode: false })],
  [
    { parameters: [{ $ref: "#/components/parameters/Limit" }] },
    { parameters: [{ name: "limit", in: "query", schema: text, description: "q" }] },
  ],
  [{ requestBody: { $ref: "#/components/requestBodies/Text" } }, sent({ description: "q", required: false })],
  [sent(kinds("text/plain; charset=utf-8", "text/html")), sent(kinds("text/html", "Text/Plain;charset=UTF-8"))],
  [
    { responses: { 200: { $ref: "#/components/responses/Text" } } },
    answered({ ...JSON_TEXT, links: { a: { operationId: "q" } } }),
  ],
  [
    answered({ headers: { "X-Total": { $ref: "#/components/headers/Total" } } }),
    header({ style: "simple", explode: false, description: "q" }, "x-total"),
  ],
])("%j and %j are the same on the wire", (before, after) => {
  expect([...lines(before, after), ...lines(after, before)]).toEqual([]);
});

test("a path's parameter has another name for the same", () => {
  const renamed = (path: string, name: string) => {
    const { paths, ...rest } = documentOf({ parameters: [{ name, in: "path", required: true, schema: text }] });
    return { ...rest, paths: Object.fromEntries(Object.values(paths).map((item) => [path, item])) };
  };
  expect(specDiff(renamed("/a/{b}/{c}", "c"), renamed("/a/{d}/{e}", "e"))).toEqual([]);
  expect(specDiff(renamed("/a/{b}/{c}", "c"), renamed("/a/{d}/{e}", "d"))).not.toEqual([]);
});

test.each<[before: object, after: object, forth: string[], back: string[]]>([
  [
    { security: [{ token: [] }] },
    { security: [{ token: [] }, { key: [] }] },
    ["harmless: the operation asks for other credentials"],
    ["breaking: the operation asks for other credentials"],
  ],
  [
    { security: [{ token: ["a"] }] },
    { security: [{ token: ["a", "b"] }] },
    ["breaking: the operation asks for other credentials"],
    ["harmless: the operation asks for other credentials"],
  ],
  [
    {},
    { security: [{ key: [] }] },
    ["breaking: the operation asks for other credentials"],
    ["harmless: the operation asks for other credentials"],
  ],
  [
    {},
    { deprecated: true },
    ["harmless: the operation is deprecated"],
    ["harmless: the operation is no longer deprecated"],
  ],
  [{}, query({}), ["harmless: the parameter `q` is new"], ["harmless: the parameter `q` is gone"]],
  [
    {},
    query({ required: true }),
    ["breaking: the parameter `q` is new, and required"],
    ["harmless: the parameter `q` is gone"],
  ],
  [
    query({}),
    query({ deprecated: true }),
    ["harmless: the parameter `q` is deprecated"],
    ["harmless: the parameter `q` is no longer deprecated"],
  ],
  [
    query({}),
    query({ allowEmptyValue: true }),
    ["harmless: the parameter `q` is allowEmptyValue"],
    ["breaking: the parameter `q` is no longer allowEmptyValue"],
  ],
  [
    query({}),
    query({ style: "spaceDelimited" }),
    ["breaking: the parameter `q` has another `style`", "breaking: the parameter `q` has another `explode`"],
    ["breaking: the parameter `q` has another `style`", "breaking: the parameter `q` has another `explode`"],
  ],
  [
    query({}),
    query({ schema: undefined, ...kinds("text/plain") }),
    ["harmless: the parameter `q` no longer has the rule `type`", "breaking: the parameter `q` may be `text/plain`"],
    ["breaking: the parameter `q` has the new rule `type`", "breaking: the parameter `q` is no longer `text/plain`"],
  ],
  [
    part("query"),
    part("cookie"),
    ["harmless: the parameter `part` is gone", "harmless: the parameter `part` is new"],
    ["harmless: the parameter `part` is gone", "harmless: the parameter `part` is new"],
  ],
  [{}, sent({}), ["harmless: the request's body is new"], ["breaking: the request's body is gone"]],
  [
    {},
    sent({ required: true }),
    ["breaking: the request's body is new, and required"],
    ["breaking: the request's body is gone"],
  ],
  [
    sent({}),
    sent({ required: true }),
    ["breaking: the request's body is required"],
    ["harmless: the request's body is no longer required"],
  ],
  [
    sent({}),
    sent(kinds("application/json", "text/plain")),
    ["harmless: the request's body may be `text/plain`"],
    ["breaking: the request's body is no longer `text/plain`"],
  ],
  [
    sent({}),
    sent(kinds("text/plain", "application/json")),
    ["harmless: the request's body may be `text/plain`"],
    ["breaking: the request's body is no longer `text/plain`"],
  ],
  [
    sent({}),
    sent({ content: {} }),
    ["breaking: the request's body is no longer `application/json`"],
    ["harmless: the request's body may be `application/json`"],
  ],
  [
    sent({}),
    sent({ content: undefined }),
    ["breaking: the request's body is no longer `application/json`"],
    ["breaking: the request's body may be `application/json`"],
  ],
  [{}, answered({}), ["harmless: the answer is new 200"], ["breaking: the answer is gone 200"]],
  [
    answered({}),
    answered(JSON_TEXT),
    ["breaking: the answer may be `application/json` 200"],
    ["breaking: the answer is no longer `application/json` 200"],
  ],
  [
    answered(JSON_TEXT),
    answered(kinds("application/json", "text/plain")),
    ["harmless: the answer may be `text/plain` 200"],
    ["breaking: the answer is no longer `text/plain` 200"],
  ],
  [
    answered(JSON_TEXT),
    answered(kinds("text/plain", "application/json")),
    [
      "breaking: the answer is `text/plain` unless another is asked for 200",
      "harmless: the answer may be `text/plain` 200",
    ],
    ["breaking: the answer is no longer `text/plain` 200"],
  ],
  [
    answered(JSON_TEXT),
    answered(kinds("text/plain")),
    ["breaking: the answer is no longer `application/json` 200", "harmless: the answer may be `text/plain` 200"],
    ["breaking: the answer is no longer `text/plain` 200", "harmless: the answer may be `application/json` 200"],
  ],
  [
    answered({ content: { "application/json": { schema: text } } }),
    answered({ content: { "application/json": { schema: { ...text, minLength: 1 } } } }),
    [
      "breaking for mock-server: the answer has the new rule `minLength`: 1 200",
      "harmless for client: the answer has the new rule `minLength`: 1 200",
    ],
    ["breaking: the answer no longer has the rule `minLength`: 1 200"],
  ],
  [
    answered({}),
    header({}),
    ["harmless: the header `x-total` is new 200"],
    ["breaking: the header `x-total` is gone 200"],
  ],
  [
    header({}),
    header({ required: true }),
    ["harmless: the header `x-total` is required 200"],
    ["breaking: the header `x-total` is no longer required 200"],
  ],
  [
    header({}),
    header({ deprecated: true }),
    ["harmless: the header `x-total` is deprecated 200"],
    ["harmless: the header `x-total` is no longer deprecated 200"],
  ],
  [
    header({}),
    header({ schema: { ...text, minLength: 1 } }),
    [
      "breaking for mock-server: the header `x-total` has the new rule `minLength`: 1 200",
      "harmless for client: the header `x-total` has the new rule `minLength`: 1 200",
    ],
    ["breaking: the header `x-total` no longer has the rule `minLength`: 1 200"],
  ],
  [
    header({}),
    header({ schema: undefined, ...kinds("text/plain") }),
    [
      "breaking: the header `x-total` no longer has the rule `type` 200",
      "breaking: the header `x-total` may be `text/plain` 200",
    ],
    [
      "breaking for mock-server: the header `x-total` has the new rule `type` 200",
      "harmless for client: the header `x-total` has the new rule `type` 200",
      "breaking: the header `x-total` is no longer `text/plain` 200",
    ],
  ],
  [
    answered(object({ a: { readOnly: true } })),
    answered(object({ a: { readOnly: true } }, ["a"])),
    [
      "breaking for mock-server: `a` of the answer is required 200",
      "harmless for client: `a` of the answer is required 200",
    ],
    ["breaking: `a` of the answer is optional 200"],
  ],
  [sent(object({ a: { readOnly: true } })), sent(object({ a: { readOnly: true } }, ["a"])), [], []],
  [
    sent(object({ a: { writeOnly: true } })),
    sent(object({ a: { writeOnly: true } }, ["a"])),
    ["breaking: `a` of the request's body is required"],
    ["harmless: `a` of the request's body is optional"],
  ],
])("from %j to %j: %j, and back: %j", (before, after, forth, back) => {
  expect({ forth: lines(before, after), back: lines(after, before) }).toEqual({ forth, back });
});

test.each<[before: object, after: object, both: string]>([
  [{ security: [{ key: [] }] }, { security: [{ token: [] }] }, "breaking: the operation asks for other credentials"],
  [{}, { callbacks: { a: {} } }, "breaking: the operation has another `callbacks`"],
  [{}, { servers: [{ url: "https://other.example" }] }, "breaking: the operation has another `servers`"],
  [query({}), query({ explode: false }), "breaking: the parameter `q` has another `explode`"],
  [query({}), query({ allowReserved: true }), "breaking: the parameter `q` has another `allowReserved`"],
  [part("header"), part("header", { explode: true }), "breaking: the parameter `part` has another `explode`"],
  [sent({}), sent({ unheardOf: 1 }), "breaking: the request's body has another `unheardOf`"],
  [
    sent({}),
    sent({ content: { "application/json": { schema: text, encoding: { a: {} } } } }),
    "breaking: the request's body has another `encoding`",
  ],
  [answered({}), answered({ unheardOf: 1 }), "breaking: the answer has another `unheardOf` 200"],
  [header({}), header({ explode: true }), "breaking: the header `x-total` has another `explode` 200"],
])("from %j to %j, and back: %s", (before, after, both) => {
  expect([...lines(before, after), ...lines(after, before)]).toEqual([both, both]);
});
