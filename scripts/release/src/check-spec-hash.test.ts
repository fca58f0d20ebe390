import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkSpecHash } from "./check-spec-hash.ts";

test("packages made from different specs are told, each by its file", async () => {
  const root = await mkdtemp(join(tmpdir(), "m800 hashes "));
  const write = async (name: string, hash: string) => {
    const generated = join(root, "packages", name, "src/generated");
    await mkdir(generated, { recursive: true });
    await writeFile(join(generated, "spec.gen.ts"), `export const specHash: string = "${hash}";\n`);
  };
  await write("client", "a".repeat(64));
  await write("mock-server", "a".repeat(64));
  expect(await checkSpecHash(root, "a".repeat(64))).toEqual([]);
  await write("mock-server", "b".repeat(64));
  expect(await checkSpecHash(root, "a".repeat(64))).toEqual([
    expect.stringMatching(/^packages\/mock-server\/.* was made from another spec: run `pnpm generate`/),
  ]);
});
