import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { missingPrograms } from "./require-program.ts";
import { createProgress } from "./suite/src/progress.ts";
import { summarise } from "./suite/src/summary.ts";

// Runs every check and every suite, tells which are running and how far that is, and closes with what failed and the totals.

const ROOT = join(import.meta.dirname, "..");
const TASKS = [
  "check:api",
  "check:generated",
  "check:snippets",
  "lint:spec",
  "lint:code",
  "lint:workflows",
  "knip",
  "typecheck",
  "typecheck:scripts",
  "size",
  "test",
];
const COMPILED = join(ROOT, "node_modules/.cache/compiled");
const RESULTS = "{packages,examples,scripts}/*/.vitest/results.json";

const isCi = process.env.CI === "true";
const missing = missingPrograms();
const options = {
  cwd: ROOT,
  env: {
    TURBO_TELEMETRY_DISABLED: "1",
    // Many tests start programs that end soon: most of their time goes into compiling the same dependencies,
    NODE_COMPILE_CACHE: COMPILED,
    // or, for the type checker, which is a Go program, into collecting garbage.
    GOGC: "400",
    ...process.env,
  },
  shell: process.platform === "win32",
};

for (const stale of resultFiles()) rmSync(join(ROOT, stale));
// Most of it is of projects that were made for a test.
rmSync(COMPILED, { recursive: true, force: true });
const { status, output } = await runTasks();
const suites = resultFiles().map((file) => {
  const folder = dirname(dirname(file)).replaceAll("\\", "/");
  return { folder, name: String(read(join(folder, "package.json")).name), results: read(file) };
});
const { passed, failed, skipped, lines } = summarise(suites, output, ROOT);

if (lines.length > 0) console.error(`\n${lines.join("\n")}\n`);
if (skipped > 0) {
  console.error(`Skipped for want of ${missing.length > 0 ? "these" : "what their suites name"}:`);
  for (const [name, how] of missing) console.error(`  ${name}: ${how}`);
}
const isSkipFailure = isCi && skipped > 0;
if (isSkipFailure) console.error("Tests were skipped, which CI does not accept.");
if (passed === 0) console.error("No test ran.");
process.exitCode = status !== 0 || failed > 0 || isSkipFailure || passed === 0 ? 1 : 0;
const failures = status !== 0 ? Math.max(failed, 1) : failed;
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);

async function runTasks(): Promise<{ readonly status: number; readonly output: string }> {
  const heading = createProgress(countTasks());
  const child = spawn("turbo", ["run", ...TASKS, "--continue=always", "--output-logs=new-only"], {
    ...options,
    stdio: ["inherit", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let output = "";
  for await (const line of createInterface(child.stdout)) {
    const title = heading(line);
    if (title !== undefined) console.log(`\n${title}`);
    console.log(line);
    output += `${line}\n`;
  }
  const [status] = await ended;
  return { status: typeof status === "number" ? status : 1, output };
}

function countTasks(): number {
  const { stdout } = spawnSync("turbo", ["run", ...TASKS, "--dry=json"], {
    ...options,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const { tasks }: { tasks: readonly { readonly command: string }[] } = JSON.parse(stdout);
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>").length;
}

function read(file: string) {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}

function resultFiles(): string[] {
  return globSync(RESULTS, { cwd: ROOT });
}
