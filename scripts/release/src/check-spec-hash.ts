import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What is wrong with the specs that the packages were made from: nothing if all have the hash of this one. */
export async function checkSpecHash(root: string, hash: string): Promise<string[]> {
  const checks = ["client", "mock-server"].map(async (key) => {
    const file = `packages/${key}/src/generated/spec.gen.ts`;
    const code = await readFile(join(root, file), "utf8");
    const [, found] = /specHash: string = "([0-9a-f]{64})"/.exec(code) ?? [];
    return found === hash ? [] : `${file} was made from another spec: run \`pnpm generate\` and commit the result.`;
  });
  return (await Promise.all(checks)).flat();
}
