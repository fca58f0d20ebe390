import { expect, test } from "vitest";
import { type Results, type Suite, summarise } from "./summary.ts";

const ROOT = "/home/me/project";
const NONE: Results = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

function suite(results: Partial<Results>): Suite {
  return { folder: "packages/auth", name: "@m800/phone-number-auth", results: { ...NONE, ...results } };
}

const BROKEN = suite({
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 3,
  numTodoTests: 1,
  testResults: [
    {
      name: `${ROOT}/packages/auth/src/a.test.ts`,
      status: "failed",
      message: "",
      assertionResults: [
        { status: "passed", fullName: "it works" },
        { status: "failed", fullName: "it isn't (yet)", failureMessages: ["Error: expected 1\n    at x"] },
      ],
    },
  ],
});
const TURBO = `
@m800/phone-number-auth:test: ELIFECYCLE
Failed:    @m800/phone-number-auth#test, //#lint:code, @m800/bench#typecheck
`;

test("a test that failed is told with its reason and the command that runs it alone", () => {
  const { lines, failed } = summarise([BROKEN], "", ROOT);
  expect(failed).toBe(1);
  expect(lines).toEqual([
    `FAILED: packages/auth/src/a.test.ts: it isn't (yet)
  Error: expected 1
  npx pnpm --dir packages/auth exec vitest run src/a.test.ts -t 'it isn'\\''t \\(yet\\)'`,
  ]);
});

test("a check that failed is told with its command, and a suite once", () => {
  const { lines, failed } = summarise([BROKEN], TURBO, ROOT);
  expect(failed).toBe(3);
  expect(lines.slice(1)).toEqual([
    "FAILED: lint:code\n  npx turbo run //#lint:code",
    "FAILED: @m800/bench typecheck\n  npx turbo run typecheck --filter=@m800/bench",
  ]);
});

test("a suite that broke before it could count is a failure", () => {
  const { lines, failed } = summarise([], TURBO.replace(/,.*/, ""), ROOT);
  expect(failed).toBe(1);
  expect(lines).toEqual([
    "FAILED: @m800/phone-number-auth test\n  npx turbo run test --filter=@m800/phone-number-auth",
  ]);
});

test("a file that cannot be loaded is told with why", () => {
  const name = `${ROOT}/packages/auth/src/b.test.ts`;
  const message = "SyntaxError: no\nmore";
  const results = { testResults: [{ name, status: "failed", message, assertionResults: [] }] };
  expect(summarise([suite(results)], "", ROOT)).toMatchObject({
    failed: 1,
    lines: [
      "FAILED: packages/auth/src/b.test.ts\n  SyntaxError: no\n  npx pnpm --dir packages/auth exec vitest run src/b.test.ts",
    ],
  });
});

test("all suites are counted", () => {
  expect(summarise([BROKEN, suite({ numPassedTests: 5 })], "", ROOT)).toMatchObject({
    passed: 7,
    failed: 1,
    skipped: 4,
  });
});
