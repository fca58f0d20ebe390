import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { requireProgram } from "./require-program.ts";

// Lints the workflows: what GitHub would refuse, and what would let a stranger in.

const ROOT = join(import.meta.dirname, "..");

const lints = [
  [requireProgram("actionlint"), []],
  [requireProgram("zizmor"), ["--offline", "--quiet", ".github"]],
] as const;
for (const [program, args] of lints) {
  if (program === undefined) continue;
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
