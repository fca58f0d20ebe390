import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PUBLISHED } from "./packages.ts";
import { addressOf, metadataOf } from "./repository.ts";
import { ROOT } from "./root.ts";

const manifest = async (folder: string) => JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));

test.each(PUBLISHED)("the manifest of %s has the address that the root's has", async (key) => {
  const address = addressOf(await manifest("."));
  expect(await manifest(`packages/${key}`)).toMatchObject(metadataOf(address, `packages/${key}`));
});

test.each(["", "https://github.com/m800/numbers", "git+https://example.com/m800/numbers.git"])(
  "%j is no address",
  (url) => {
    expect(() => addressOf({ repository: { url } })).toThrow(`"${url}" as \`repository.url\` is no`);
  },
);
