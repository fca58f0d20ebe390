import { expect, test } from "vitest";
import { walk } from "./walk.ts";

const HEADING = "## From a changed spec to a release";
const lines = (...texts: string[]) => texts.map((text) => `${text}\n`).join("");

test("the walk is the first shell block below its heading, without empty lines", () => {
  const before = lines("```sh", "npm ci", "```", HEADING, "Do ```sh", "this:", "");
  const block = lines("```sh", "pnpm generate", "", "  ", "pnpm changeset # ```", "```no end", "```");
  const after = lines("```sh", "npm test", "```");
  expect(walk(before + block + after)).toEqual(["pnpm generate", "pnpm changeset # ```", "```no end"]);
});

test.each([
  "",
  lines(HEADING),
  lines(`# ${HEADING}`, "```sh", "a", "```"),
  lines(`${HEADING}s`, "```sh", "a", "```"),
  lines(HEADING, "```shell", "a", "```"),
  lines(HEADING, "```sh", "a"),
])("a guide without one is refused: %j", (guide) => {
  expect(() => walk(guide)).toThrow("CONTRIBUTING.md has no walk from a changed spec to a release.");
});
