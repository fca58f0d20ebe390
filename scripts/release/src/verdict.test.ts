import { expect, test } from "vitest";
import type { Finding, Level, PackageKey } from "./finding.ts";
import { bumpFor, verdict } from "./verdict.ts";

test.each<{ version: string; level: Level; want: string }>([
  { version: "0.3.1", level: "breaking", want: "minor" },
  { version: "0.3.1", level: "harmless", want: "patch" },
  { version: "0.3.1", level: "text", want: "patch" },
  { version: "1.0.0", level: "breaking", want: "major" },
  { version: "1.0.0", level: "harmless", want: "minor" },
  { version: "10.2.0", level: "text", want: "patch" },
])("a $level change of $version is a $want", ({ version, level, want }) => {
  expect(bumpFor(level, version)).toBe(want);
});

function finding(level: Level, ...packages: PackageKey[]): Finding {
  return { level, subject: "GET /countries", text: "it changed", statuses: [], packages };
}

test("each package gets the worst that was found for it", () => {
  const findings = [finding("harmless", "client", "mock-server"), finding("breaking", "mock-server")];
  const versions = { client: "1.2.3", auth: "1.0.0", "mock-server": "0.9.0" };
  expect(verdict(findings, versions)).toEqual({ client: "minor", "mock-server": "minor" });
});

test("auth is released to bring a client that its range does not allow", () => {
  const versions = { client: "2.0.0", auth: "2.0.0", "mock-server": "2.0.0" };
  expect(verdict([finding("breaking", "client")], versions)).toEqual({ client: "major", auth: "patch" });
  expect(verdict([finding("breaking", "client", "auth")], versions)).toEqual({ client: "major", auth: "major" });
});

test("what is not released yet needs no number", () => {
  const none = { client: undefined, auth: undefined, "mock-server": undefined };
  expect(verdict([finding("breaking", "client", "auth")], none)).toEqual({});
  expect(verdict([finding("breaking", "client")], { ...none, client: "2.0.0" })).toEqual({ client: "major" });
});
