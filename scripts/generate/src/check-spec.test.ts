import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkSpec } from "./check-spec.ts";

const FROZEN = join(import.meta.dirname, "../test/openapi");
const PLACES = JSON.stringify({ value: { places: [{ letters: "HKG", title: "Hong Kong", dial: "852" }] } });

/** What is wrong with the frozen description after an edit: each fault's line, and what it says. */
async function faultsOf(from = "", to = "", places = PLACES): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "m800 check "));
  cpSync(FROZEN, folder, { recursive: true });
  writeFileSync(join(folder, "examples/countries.gen.json"), places);
  const file = join(folder, "phone-number.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  const error = await checkSpec(file).catch((failure: unknown) => failure);
  return error instanceof Error
    ? error.message.split("\n").map((line) => line.replace(/^.*m800 check [^/]*\//, ""))
    : [];
}

const lineOf = (text: string) =>
  readFileSync(join(FROZEN, "phone-number.yaml"), "utf8").split(text)[0]?.split("\n").length;

test("finds nothing wrong with a description that is right", async () => {
  expect(await faultsOf()).toEqual([]);
});

test.each([
  { from: "- m800Auth: []", to: "- key: []", want: "`key`" },
  { from: "      operationId: listPlaces\n", to: "", want: "`operationId`", line: -1 },
  { from: "expires_in: 300", to: "expires_in: soon", want: "must be integer" },
  { from: "pattern: ^[A-Z]{2,3}$", to: 'pattern: "^[A-Z"', want: "The pattern is no regular expression: ^[A-Z" },
  { from: "type: integer", to: "type: integr", want: "`type` can be one of" },
  {
    from: '$ref: "#/components/schemas/Session"',
    to: '$ref: "#/components/schemas/Nothing"',
    want: 'Can\'t resolve $ref: $ref: "#/components/schemas/Nothing"',
  },
])("in place of $from, $to is a fault, told with its place", async ({ from, to, want, line = 0 }) => {
  const faults = await faultsOf(from, to);
  expect(faults).toContainEqual(expect.stringContaining(want));
  expect(faults[0]).toMatch(new RegExp(`^phone-number\\.yaml:${(lineOf(from) ?? 0) + line}:\\d+: `));
});

test("what an example has beyond its schema is no fault", async () => {
  expect(await faultsOf("expires_in: 300 }", "expires_in: 300, more: 1 }")).toEqual([]);
});

const EVENT = "post: { requestBody: { content: {} }, responses: { '204': { description: Seen. } } }";

test("a webhook and a callback need no operationId, as an operation of the API does", async () => {
  const callback = `callbacks: { done: { '{$request.body#/url}': { ${EVENT} } } }`;
  expect(await faultsOf("\npaths:\n", `\nwebhooks: { done: { ${EVENT} } }\npaths:\n`)).toEqual([]);
  expect(await faultsOf("      tags: [Places]\n", `      tags: [Places]\n      ${callback}\n`)).toEqual([]);
  expect(await faultsOf("\npaths:\n", `\npaths:\n  /webhooks-of-mine: { ${EVENT} }\n`)).toHaveLength(1);
  expect(await faultsOf("\npaths:\n", "\nwebhooks: { done: { post: { responses: [] } } }\npaths:\n")).not.toEqual([]);
});

test("what is wrong with the generated list is told with what to edit, twenty times at most, and each once", async () => {
  const places = Array.from({ length: 30 }, () => ({ letters: "HKG", title: "Hong Kong", dial: 852 }));
  const faults = await faultsOf("", "", JSON.stringify({ value: { places } }, null, 1));
  expect(faults).toHaveLength(21);
  expect(new Set(faults).size).toBe(21);
  expect(faults[0]).toMatch(
    /^examples\/countries\.gen\.json:\d+:\d+: .*`pnpm generate` writes this file from countries\.yaml beside it: edit that\.$/,
  );
  expect(faults[20]).toBe("… and 10 more");
  const twenty = JSON.stringify({ value: { places: places.slice(0, 20) } }, null, 1);
  expect(await faultsOf("", "", twenty)).toHaveLength(20);
});
