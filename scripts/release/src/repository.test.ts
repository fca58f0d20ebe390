import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PUBLISHED } from "./packages.ts";
import { addressOf, isPlaceholder, metadataOf } from "./repository.ts";
import { ROOT } from "./root.ts";

const manifest = async (folder: string) => JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));

test.each(PUBLISHED)("the manifest of %s has the address that the root's has", async (key) => {
  const address = addressOf(await manifest("."));
  expect(await manifest(`packages/${key}`)).toMatchObject(metadataOf(address, `packages/${key}`));
});

test("takes the address out of what npm writes, and knows the one that stands in for it", () => {
  const address = "https://github.com/m800/num-bers.js";
  expect(addressOf({ repository: { url: `git+${address}.git` } })).toBe(address);
  expect([isPlaceholder("https://github.com/OWNER/REPOSITORY"), isPlaceholder(address)]).toEqual([true, false]);
});

test.each([undefined, null, "git+https://github.com/m800/numbers.git", {}])("%j tells no address", (repository) => {
  expect(() => addressOf({ repository })).toThrow('"" as `repository.url` is no');
});

test.each([
  "",
  "x git+https://github.com/m800/numbers.git",
  "git+https://github.com/m800/numbers.git#x",
  "https://github.com/m800/numbers",
  "git+https://example.com/m800/numbers.git",
])("%j is no address", (url) => {
  expect(() => addressOf({ repository: { url } })).toThrow(`"${url}" as \`repository.url\` is no`);
});
