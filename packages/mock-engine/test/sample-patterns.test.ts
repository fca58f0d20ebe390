import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

async function sampleOf(schema: object): Promise<unknown> {
  const content = { "application/json": { schema } };
  const api = serveSpec(
    compileSpec({ openapi: "3.1.0", paths: { "/x": { get: { responses: { 200: { content } } } } } }),
  );
  const response = await api.fetch("https://api.invalid/x");
  expect(response.status).toBe(200);
  return response.json();
}

test.each([
  "^\\p{Lu}\\p{Ll}+$",
  "^[\\p{L} ]{3,}$",
  "^\\P{L}$",
  "^(?<year>\\d{4})-\\k<year>$",
  "^(a)(?<b>x)\\1\\k<b>$",
  "^(?<!a)b$",
  "^a(?<=a)b$",
  "^[\\u4e00-\\u9fa5]{2,4}$",
  "^香+$",
  "^\\x6b\\xe9$",
  "^(?<!ab)c$",
  "^[x]\\p{Lu}$",
  "^\\[\\p{Lu}$",
  "^[\\]\\p{Lu}]{2}-$",
  "^[\\p{Lu}_]{2}-$",
  "^[\\d\\p{Lu}]{2}-$",
  "^\\p{Sm}$",
  "^(?=.*b)(?=.*a)[ab]{4}-{2,5}$",
  "^[\\w.+-]{1,64}$",
])("samples a text of the pattern %s", async (pattern) => {
  expect(await sampleOf({ type: "string", pattern })).toMatch(new RegExp(pattern, "u"));
});

test.each([
  { patterns: ["^x", "y$", "m"], minLength: 0 },
  { patterns: ["y$", "m", "^x"], minLength: 8 },
])("samples a text of the patterns $patterns together, $minLength characters long", async ({ patterns, minLength }) => {
  const text = await sampleOf({ type: "string", minLength, allOf: patterns.map((pattern) => ({ pattern })) });
  for (const pattern of patterns) expect(text).toMatch(new RegExp(pattern));
  expect(String(text).length).toBeGreaterThanOrEqual(minLength);
});

test("samples a number that is no integer, where only that fits", async () => {
  expect(await sampleOf({ oneOf: [{ type: "integer" }, { type: "number" }] })).toBe(0.5);
  expect(await sampleOf({ type: "number", not: { type: "integer" }, minimum: 3 })).toBe(3.5);
});
