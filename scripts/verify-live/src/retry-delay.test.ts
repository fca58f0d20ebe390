import { expect, test } from "vitest";
import { retryDelay } from "./retry-delay.ts";

const NOW = Date.UTC(2026, 0, 1);

test.each<{ given: Record<string, string>; want: number | undefined }>([
  { given: {}, want: undefined },
  { given: { "retry-after": "2" }, want: 2000 },
  { given: { "retry-after": "0" }, want: 0 },
  { given: { "retry-after": "86400" }, want: 86_400_000 },
  { given: { "retry-after": "1.5" }, want: undefined },
  { given: { "retry-after": "-1" }, want: undefined },
  { given: { "retry-after": "soon" }, want: undefined },
  { given: { "retry-after": "Thu, 01 Jan 2026 00:00:05 GMT" }, want: 5000 },
  { given: { "retry-after": "Thursday, 01-Jan-26 00:00:05 GMT" }, want: 5000 },
  { given: { "retry-after": "Thu Jan  1 00:00:05 2026" }, want: 5000 },
  { given: { "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, want: 0 },
  { given: { "retry-after": "Fri, 01 Jan 2027 00:00:05 GMT", date: "Fri, 01 Jan 2027 00:00:02 GMT" }, want: 3000 },
])("given $given, waits $want ms", ({ given, want }) => {
  expect(retryDelay(new Headers(given), NOW)).toBe(want);
});
