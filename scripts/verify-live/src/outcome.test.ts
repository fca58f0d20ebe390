import { expect, test } from "vitest";
import { answerOf, findingOf } from "../test/finding-of.ts";
import type { Finding } from "./create-prober.ts";
import { createSpecDocument } from "./document.ts";
import { outcomeOf } from "./outcome.ts";

/** What came of one call. */
function finding({ status = 200, retryAfter = "", differences = 0, expected = 200 }): Finding {
  const headers = new Headers(retryAfter === "" ? {} : { "retry-after": retryAfter });
  return findingOf({
    exchange: { answer: answerOf({ status, headers }) },
    expected,
    differences: Array.from({ length: differences }, (_, index) => ({ places: [], message: `difference ${index}` })),
  });
}

function outcome(findings: readonly Finding[], gaps: readonly string[] = [], areCredentialsRefused = false) {
  const spec = createSpecDocument({ info: { version: "1" } });
  return outcomeOf({ spec, findings, notes: [], gaps, areCredentialsRefused, issued: [] });
}

const BLIND = "The gateway could not be checked whole: see below.";

test.each([
  { given: "all as described", findings: [finding({})], status: 0, reason: "All answers are as the spec says." },
  {
    given: "one difference",
    findings: [finding({ differences: 1 })],
    status: 1,
    reason: "The gateway differs from the spec in 1 way.",
  },
  {
    given: "two differences",
    findings: [finding({ differences: 2 })],
    status: 1,
    reason: "The gateway differs from the spec in 2 ways.",
  },
  {
    given: "a gap",
    findings: [],
    gaps: ["A gap."],
    status: 2,
    reason: "What was seen is as the spec says, but not all could be checked: see below.",
  },
  {
    given: "a gap beside a difference",
    findings: [finding({ differences: 1 })],
    gaps: ["A gap."],
    status: 1,
    reason: "The gateway differs from the spec in 1 way.",
  },
  {
    given: "a call that was to succeed and was not served",
    findings: [finding({ status: 503, differences: 1 })],
    status: 2,
    reason: BLIND,
  },
  { given: "refused credentials", findings: [finding({ differences: 1 })], isRefused: true, status: 2, reason: BLIND },
])(
  "given $given, the check ends with $status: $reason",
  ({ findings, gaps = [], isRefused = false, status, reason }) => {
    expect(outcome(findings, gaps, isRefused)).toMatchObject({ status, reason });
  },
);

test.each([
  ["", ""],
  ["30", ", with `Retry-After: 30`"],
  ["Tue, 01 Jan 2030 00:00:07 GMT", ", with `Retry-After: Tue, 01 Jan 2030 00:00:07 GMT`"],
  ["30 `s`", ""],
  ["`30` s", ""],
  ["3".repeat(41), ""],
])("a call that was not served says when to come again, in so far as %j can be printed", (retryAfter, said) => {
  expect(outcome([finding({ status: 429, retryAfter, expected: 401 })], ["A gap."]).gaps).toEqual([
    "A gap.",
    `listThings, to see: 429 came instead of what the call was for${said}. Run the check again later.`,
  ]);
});
