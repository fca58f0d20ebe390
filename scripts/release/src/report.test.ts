import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { report } from "./report.ts";

const FINDING: Finding = {
  level: "breaking",
  subject: "GET /countries",
  text: "`[].code` of the answer is optional",
  statuses: ["200", "201"],
  packages: ["client", "mock-server"],
  before: { line: 3, column: 5 },
  after: { line: 4, column: 5 },
};

test("a report counts by level, groups by subject, and ends with the packages", () => {
  const findings: readonly Finding[] = [
    { ...FINDING, detail: "Type 'undefined' is not assignable" },
    { ...FINDING, level: "harmless", text: "`x` is new", statuses: [], before: undefined, waived: "Nobody reads it." },
    { level: "text", subject: "", text: "other words", statuses: [], packages: ["client"] },
  ];
  expect(report({ since: "0.1.0", findings, bumps: { client: "minor", "mock-server": "patch" } })).toBe(
    `Since 0.1.0: 1 breaking, 1 harmless, 1 text.

GET /countries
  breaking  \`[].code\` of the answer is optional (200, 201)
            Type 'undefined' is not assignable
            openapi/phone-number.yaml:3:5 in 0.1.0, openapi/phone-number.yaml:4:5 now
  harmless  \`x\` is new
            waived: Nobody reads it.
            openapi/phone-number.yaml:4:5 now

The whole description
  text      other words

What that makes of the packages:
  @m800/phone-number-client       minor
  @m800/phone-number-auth         no release
  @m800/phone-number-mock-server  patch`,
  );
});

test("levels without a finding are not counted", () => {
  const [first] = report({ since: "0.1.0", findings: [FINDING], bumps: {} }).split("\n");
  expect(first).toBe("Since 0.1.0: 1 breaking.");
});

test("where nothing changed, it says just that", () => {
  expect(report({ since: "0.1.0", findings: [], bumps: {} })).toBe(
    "The spec says what it said in 0.1.0: nothing to release.",
  );
});
