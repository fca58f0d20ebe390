import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findSpec } from "./find-spec.ts";

function rootWith(...names: string[]): string {
  const root = mkdtempSync(join(tmpdir(), "m800 find "));
  mkdirSync(join(root, "openapi"));
  for (const name of names) writeFileSync(join(root, "openapi", name), "");
  return root;
}

test.each(["phone-number.yaml", "phone-number.yml", "phone-number.json"])("finds %s", (name) => {
  expect(findSpec(rootWith(name, "other.yaml"))).toBe(`openapi/${name}`);
});

test("names what it looked for where there is nothing, and both where there are two", () => {
  expect(() => findSpec(rootWith("other.yaml"))).toThrow(
    "There is no openapi/phone-number.yaml, nor openapi/phone-number.yml, nor openapi/phone-number.json.",
  );
  expect(() => findSpec(rootWith("phone-number.json", "phone-number.yaml"))).toThrow(
    "There are both openapi/phone-number.yaml and openapi/phone-number.json: delete one.",
  );
});
