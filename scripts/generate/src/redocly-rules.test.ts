import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { rules } from "./redocly-rules.ts";

async function messagesFor(path: string, more: object = {}): Promise<string[]> {
  const config = await createConfig({ plugins: [rules], rules: { "m800/paths-kebab-case": "error" } });
  const source = stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { [path]: more } });
  return (await lintFromString({ source, config })).map(({ message }) => message);
}

test.each(["/", "/a", "/phone-numbers/v2", "/a/{someId}", "/a/{someId}.json", "/v1:{verb}/{a}-{b}", "/a/{id}/b-c"])(
  "%s is in kebab-case",
  async (path) => {
    expect(await messagesFor(path)).toEqual([]);
  },
);

test.each(["/phoneNumbers", "/a_b", "/a/{id}/B", "/a b", "/{}", "/a/{b"])("%s is not, and is named", async (path) => {
  expect(await messagesFor(path)).toEqual([`The path is not in kebab-case: ${path}`]);
});

test("the keys of callbacks are none of the API's paths", async () => {
  const called = { post: { responses: { 204: { description: "Seen." } } } };
  const post = { responses: {}, callbacks: { Done: { "{$request.body#/Some_Url}": called } } };
  expect(await messagesFor("/a", { post })).toEqual([]);
});

test.each([
  { pattern: "^\\p{Lu}{2}$", want: [] },
  { pattern: "^[\\A-Z]$", want: [] },
  { pattern: "[A-Z", want: ["The pattern is no regular expression: [A-Z"] },
  { pattern: 1, want: [] },
])("a pattern is read with Unicode or without: $pattern", async ({ pattern, want }) => {
  const config = await createConfig({ plugins: [rules], rules: { "m800/pattern-compiles": "error" } });
  const components = { schemas: { Thing: { type: "string", pattern }, Any: true } };
  const source = stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components });
  const problems = await lintFromString({ source, config });
  expect(problems.map(({ message }) => message)).toEqual(want);
  for (const { location } of problems) expect(location[0]?.pointer).toBe("#/components/schemas/Thing/pattern");
});
