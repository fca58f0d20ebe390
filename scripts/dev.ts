import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { basename, join } from "node:path";

// Keeps types and mock up to date while the description is edited: what imports the packages sees each change.

const ROOT = join(import.meta.dirname, "..");
/** Without the checks of a release, and with all files in place meanwhile. */
const QUICKLY = ["--no-attw", "--no-publint", "--no-clean", "--logLevel", "warn"];

let isRunning = false;
let isStale = true;

watch(join(ROOT, "openapi"), { recursive: true }, (_event, file) => {
  if (!file || !/\.(ya?ml|json)$/.test(file) || /\.gen\.|^(package|turbo)\.json$/.test(basename(file))) return;
  isStale = true;
  // An editor may write a file in several steps.
  setTimeout(update, 50);
});
await update();
console.log("Watching openapi/. Ctrl+C ends it.");

async function update(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  while (isStale) {
    isStale = false;
    const startedAt = performance.now();
    const isDone = (await run("scripts/generate/src/main.ts")) && (await build());
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(isDone ? `Types and mock are up to date, after ${seconds} s.` : "Left as it was: see above.");
  }
  isRunning = false;
}

async function build(): Promise<boolean> {
  const built = ["client", "mock-server"].map((name) =>
    run("node_modules/tsdown/dist/run.mjs", QUICKLY, join("packages", name)),
  );
  return (await Promise.all(built)).every(Boolean);
}

/** Whether a program ended well. What it says is passed on. */
function run(program: string, args: readonly string[] = [], folder = ""): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: join(ROOT, folder), stdio: "inherit" });
    child.on("close", (status) => resolve(status === 0));
  });
}
