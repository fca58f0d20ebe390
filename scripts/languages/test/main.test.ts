import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "./run.ts";

const SOURCES = join(import.meta.dirname, "../src");

const work = mkdtempSync(join(tmpdir(), "m800-languages-test-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A PATH on which there is nothing. */
const NOTHING = { PATH: work };

test("without Java it says what to install, and makes nothing", async () => {
  const generating = run(process.execPath, [join(SOURCES, "main.ts"), "--output", work], { env: NOTHING });
  await expect(generating).rejects.toThrow(
    /ended with 1:\nopenapi-generator needs Java 11 or newer, .*apt-get install default-jre-headless/,
  );
  expect(readdirSync(work)).toEqual([]);
});

test("without Java the second opinion on the spec is skipped, aloud, and fails in CI only", async () => {
  const validate = (CI: string) =>
    run(process.execPath, [join(SOURCES, "validate.ts")], { cwd: work, env: { ...NOTHING, CI } });
  expect(await validate("")).toMatch(
    /^SKIPPED: openapi-generator.s validation of the spec\. openapi-generator needs Java 11/m,
  );
  await expect(validate("true")).rejects.toThrow(
    /ended with 1:\njava is not installed\. Install it \(on Debian: apt-get install default-jre-headless\)\.\s*$/,
  );
});

test("names a spec that cannot be read", async () => {
  const missing = join(work, "none.yaml");
  await expect(run(process.execPath, [join(SOURCES, "main.ts"), "--output", work, "--spec", missing])).rejects.toThrow(
    missing,
  );
});

test.each([
  { language: "python", program: "python/list_countries.py" },
  { language: "java", program: "java/ListCountries.java" },
  { language: "go", program: "go/main.go" },
])("the page on other languages shows the $language program that the tests run", ({ language, program }) => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/other-languages.md"), "utf8");
  const [, shown = ""] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m").exec(page) ?? [];
  const lines = (text: string) => text.split("\n").map((line) => line.trim());
  expect(lines(readFileSync(join(import.meta.dirname, "../examples", program), "utf8"))).toEqual(
    expect.arrayContaining(lines(shown.trim())),
  );
  expect(shown).toContain("ountries");
});
