import { expect, test, vi } from "vitest";
import { TokenUnavailableError } from "./errors.ts";
import { isRepeatable, mayPass, retryAfterMs } from "./retry-rule.ts";

const DATE = "Thu, 26 Nov 2026 10:00:00 GMT";

test.each([
  { value: "Thu, 26 Nov 2026 10:00:07 GMT", want: 7_000 },
  { value: "Thursday, 26-Nov-26 10:00:07 GMT", want: 7_000 },
  { value: "Thu Nov 26 10:00:07 2026", want: 7_000 },
  { value: "Sun Dec  6 10:00:00 2026", want: 86_400_000 },
  { value: "Thu, 26 Nov 2026 09:59:59 GMT", want: 0 },
  { value: "7", want: 7_000 },
  { value: " 7 ", want: 7_000 },
  { value: "0", want: 0 },
  { value: "2026", want: 2_026_000 },
  { value: "5, 5", want: 5_000 },
  { value: "120, 5", want: 120_000 },
  { value: "5, Thu, 26 Nov 2026 10:00:07 GMT", want: 7_000 },
  { value: "Thu, 26 Nov 2026 10:00:07 GMT, Thu, 26 Nov 2026 10:00:08 GMT", want: 8_000 },
  { value: "Thu, 26 Nov 2026 10:00:07 GMT , 5", want: 7_000 },
  { value: "Sun, 6 Dec 2026 10:00:00 GMT", want: 86_400_000 },
  { value: "5, 60 , 30", want: 60_000 },
  { value: "soon, 5", want: 5_000 },
  { value: "9".repeat(400), want: 86_400_000 },
  ...[
    "0x10",
    "1e1",
    "-5",
    "+5",
    "5.5",
    "5s",
    "soon",
    "Nov 26",
    "2026-11-26T10:00:07Z",
    "26 Nov 2026 10:00:07 GMT",
    "Thu, 26 Nov 2026 10:00:07 EST",
    "Thu, 26 Nov 2026 10:00:07",
    "Thu Nov 26 10:00:07 2026 GMT",
    "Thu, 26 Nov 2026 10:00:07 GMT+0200",
    "",
  ].map((value) => ({
    value,
    want: undefined,
  })),
])("reads a Retry-After of '$value' as $want ms", ({ value, want }) => {
  for (const zone of ["America/New_York", "Asia/Hong_Kong"]) {
    vi.stubEnv("TZ", zone);
    expect(retryAfterMs(new Headers({ "Retry-After": value, Date: DATE }))).toBe(want);
  }
});

test("there is no wait without the header", () => {
  expect(retryAfterMs(new Headers({ Date: DATE }))).toBeUndefined();
});

test.each([
  { status: undefined, want: true },
  { status: 500, want: true },
  { status: 503, want: true },
  { status: 429, want: true },
  { status: 408, want: true },
  { status: 404, want: false },
  { status: 422, want: false },
  { status: 307, want: false },
  { status: 0, want: false },
])("a token request that got $status may pass: $want", ({ status, want }) => {
  expect(mayPass(new TokenUnavailableError("x", { status }))).toBe(want);
});

test.each([
  ...["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].map((method) => ({ method, want: true })),
  ...["POST", "PATCH", "FORGET", "GETALL"].map((method) => ({ method, want: false })),
])("$method may be sent twice: $want", ({ method, want }) => {
  expect(isRepeatable(new Request("https://api.example", { method }))).toBe(want);
});
