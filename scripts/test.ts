import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

// Runs every check and every suite, and closes with their true totals.

const ROOT = join(import.meta.dirname, "..");
const CHECKS = [
  "check:generated",
  "check:snippets",
  "lint:spec",
  "lint:code",
  "knip",
  "typecheck",
  "typecheck:scripts",
  "size",
];
const RESULTS = "{packages,examples,scripts}/*/.vitest/results.json";

for (const stale of resultFiles()) rmSync(stale);

const { status } = spawnSync("turbo", ["run", ...CHECKS, "test", "--continue=always", "--output-logs=new-only"], {
  cwd: ROOT,
  stdio: "inherit",
  env: { TURBO_TELEMETRY_DISABLED: "1", ...process.env },
  shell: process.platform === "win32",
});

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const file of resultFiles()) {
  const results = JSON.parse(readFileSync(file, "utf8"));
  totals.passed += results.numPassedTests;
  totals.failed += results.numFailedTests;
  totals.skipped += results.numPendingTests + results.numTodoTests;
  for (const { name, assertionResults } of results.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === "failed") console.error(`FAILED: ${relative(ROOT, name)}: ${fullName}`);
    }
  }
}
const isSkipFailure = process.env.CI === "true" && totals.skipped > 0;
if (isSkipFailure) console.error("Tests were skipped, which CI does not accept.");
// A check or a suite that broke before it could count leaves turbo's status as its only trace.
if (status !== 0 && totals.failed === 0) totals.failed = 1;
if (totals.passed === 0) console.error("No test ran.");
process.exitCode = status !== 0 || isSkipFailure || totals.passed === 0 ? 1 : 0;
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);

function resultFiles(): string[] {
  return globSync(RESULTS, { cwd: ROOT }).map((path) => join(ROOT, path));
}
