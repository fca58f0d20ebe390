import { expect, test } from "vitest";
import { parse } from "yaml";
import { answerOf, findingOf, operation } from "../test/finding-of.ts";
import type { Finding } from "./create-prober.ts";
import { createSpecDocument } from "./document.ts";
import { renameMediaTypes, renameStatuses } from "./rename-answers.ts";
import { renameKey } from "./rename-key.ts";
import { withServerPath } from "./server-path.ts";

const YAML = `
info: { version: "1" }
paths:
  /things:
    get:
      responses:
        "200": { content: { application/json: {} } }
        "401": { content: { 'application/json': {} } }
        400: { content: { application/json: {}, text/plain: {} } }
        204: {}
  /others: { get: { responses: { "200": {} } } }
`;
const spec = createSpecDocument(parse(YAML));

function seen(expected: number, status: number | undefined, more = {}): Finding {
  const answer = status === undefined ? undefined : answerOf({ status, json: {}, ...more });
  return findingOf({ expected, exchange: { answer } });
}

const other = { ...operation, operationId: "listOthers", pointer: "/paths/~1others/get" };

test.each<[what: string, findings: readonly Finding[], from: string, to: string]>([
  ["a success for another", [seen(200, 201)], '"200": { content', '"201": { content'],
  ["a refusal for another", [seen(401, 403)], '"401":', '"403":'],
  ["a malformed request's status for another", [seen(400, 422)], "400:", "422:"],
  [
    "a status of another operation",
    [seen(200, 201), findingOf({ exchange: { operation: other } })],
    '"200": { content',
    '"201": { content',
  ],
  ["a status that came too", [seen(200, 201), seen(200, 200)], "", ""],
  ["a status that is described", [seen(401, 400)], "", ""],
  ["a failure for a success", [seen(200, 404)], "", ""],
  ["a success for a refusal", [seen(401, 201)], "", ""],
  ["422 for a refusal", [seen(401, 422)], "", ""],
  ["no answer", [seen(200, undefined)], "", ""],
])("%s is put in its place, or left", (_, findings, from, to) => {
  expect(renameStatuses(YAML, spec, findings)).toBe(YAML.replace(from, to));
});

const problem = { mediaType: "application/problem+json" };

test.each<[what: string, findings: readonly Finding[], from: string, to: string]>([
  [
    "another than was promised",
    [seen(200, 200, problem)],
    '{ application/json: {} } }\n        "401"',
    '{ application/problem+json: {} } }\n        "401"',
  ],
  ["another in quotes", [seen(401, 401, problem)], "'application/json'", "'application/problem+json'"],
  ["one of several that came", [seen(200, 200, problem), seen(200, 200)], "", ""],
  ["one of several that were promised", [seen(400, 400, problem)], "", ""],
  ["one where none was promised", [seen(204, 204, problem)], "", ""],
  ["one of what is no JSON", [seen(200, 200, { ...problem, json: undefined })], "", ""],
  ["none", [seen(200, 200, { mediaType: "" })], "", ""],
  ["one that is no media type", [seen(200, 200, { mediaType: "application/json, text/plain" })], "", ""],
  ["one that begins with none", [seen(200, 200, { mediaType: "a: b/c" })], "", ""],
  ["one of an answer that nothing describes", [seen(200, 418, problem)], "", ""],
  ["no answer", [seen(200, undefined)], "", ""],
])("a media type, %s, is put in its place, or left", (_, findings, from, to) => {
  expect(renameMediaTypes(YAML, spec, findings)).toBe(YAML.replace(from, to));
});

test.each([
  ["/a", "b", "c", "a: { 'c': 1, d: b }"],
  ["/a", "d", "c", "a: { 'b': 1, c: b }"],
  ["/a", "x", "c", "a: { 'b': 1, d: b }"],
  ["/a/b", "b", "c", "a: { 'b': 1, d: b }"],
  ["/x", "b", "c", "a: { 'b': 1, d: b }"],
])("at %s the key %s becomes %s, and nothing else does: %s", (pointer, from, to, want) => {
  expect(renameKey("a: { 'b': 1, d: b }", pointer, from, to)).toBe(want);
});

const server = (url: string) => ({ info: { version: "1" }, servers: [{ url, variables: { v: { default: "v1" } } }] });

test.each([
  ["{gateway}/phone/{v}", "https://g.example/phone/v1"],
  ["https://other.example/phone//", "https://g.example/phone"],
  ["http://other.example", "https://g.example"],
  ["/{v}{none}", "https://g.example/v1"],
  ["/a/https://b", "https://g.example/a/https://b"],
])("the server %s is at %s", (url, want) => {
  expect(withServerPath("https://g.example", server(url))).toBe(want);
  expect(withServerPath(want, server(url))).toBe(want);
});

test("a description without servers leaves the address as it is", () => {
  expect(withServerPath("https://g.example", { info: { version: "1" } })).toBe("https://g.example");
});
