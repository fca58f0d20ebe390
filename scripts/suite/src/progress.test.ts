import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";

test("each task is announced once, with how far the run is", () => {
  const heading = createProgress(3);
  const lines = [
    "• Running test in 3 packages",
    "@m800/a:test: cache miss, executing 0123",
    "@m800/a:test: cache miss, executing 0123",
    "//:lint:code: cache hit, suppressing logs 4567",
    "@m800/b:test: it says cache miss",
    "@m800/b:test: cache bypass, force executing 89ab",
  ];
  expect(lines.map(heading)).toEqual([
    undefined,
    "[1 of 3] @m800/a:test",
    undefined,
    "[2 of 3] lint:code, unchanged",
    undefined,
    "[3 of 3] @m800/b:test",
  ]);
});
