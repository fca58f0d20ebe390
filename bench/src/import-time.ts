import { spawnSync } from "node:child_process";
import { compare, print } from "./compare.ts";

/** What importing a package adds to a process that does nothing else. */
export async function benchImportTime(): Promise<void> {
  const packages = ["", "openapi-fetch", "@m800/phone-number-auth", "ky"];
  const ways = Object.fromEntries(
    packages.map((name) => [name || "an empty program", () => run(name ? `import ${JSON.stringify(name)};` : "")]),
  );
  print("Importing a package, whole process", "ms", await compare(ways, 15));
}

function run(program: string): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
  });
  if (status !== 0) throw new Error(`This program failed: ${program}`);
  return performance.now() - start;
}
