import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { writeSnippets } from "../src/write-snippets.ts";

const DOCS = join(import.meta.dirname, "../../../docs");

/** A project made of a guide's snippets, beside the dependencies that the guide tells to install. */
function projectOf(guide: string): { folder: string; page: string } {
  const page = join(DOCS, "testing", guide);
  mkdirSync(join(DOCS, ".snippets"), { recursive: true });
  const folder = mkdtempSync(join(DOCS, ".snippets/run-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeSnippets(page, folder);
  return { folder, page: readFileSync(page, "utf8") };
}

/** Runs one of the guides' own programs in a project. */
function run(folder: string, program: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { PATH = "", HOME = "" } = process.env;
  const { stdout, stderr } = spawnSync(join(DOCS, "node_modules/.bin", program), args, {
    cwd: folder,
    encoding: "utf8",
    env: { PATH, HOME, NO_COLOR: "1", ...env },
  });
  return stdout + stderr;
}

test("the tests of the guide to Vitest pass in Vitest", () => {
  const { folder } = projectOf("vitest.md");
  expect(run(folder, "vitest", ["run", "--root", folder])).toMatch(/^ +Tests +4 passed \(4\)$/m);
});

test("the tests of the guide to Jest pass in Jest, with the settings that it shows", () => {
  const { folder, page } = projectOf("jest.md");
  const [, settings = ""] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
  writeFileSync(join(folder, "package.json"), settings);
  const [variable = "", program = ""] = JSON.parse(settings).scripts.test.split(" ");
  const [name = "", value = ""] = variable.split(/=(.*)/);
  expect(run(folder, program, [], { [name]: value })).toMatch(/^Tests: +2 passed, 2 total$/m);
});

const executablePath = requireProgram("chromium");

test.runIf(executablePath)("the tests of the guide to Playwright pass in Chromium", () => {
  const { folder } = projectOf("playwright.md");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  // In place of the guide's settings, which start an app that it does not show.
  const config = { workers: 1, outputDir: join(folder, "results"), use: { launchOptions: { executablePath, args } } };
  writeFileSync(join(folder, "playwright.config.ts"), `export default ${JSON.stringify(config)};`);
  expect(run(folder, "playwright", ["test", "--reporter", "list"])).toMatch(/^ +2 passed/m);
});
