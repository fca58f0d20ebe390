import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { writeSnippets } from "../../write-snippets.ts";

const MOCK_SERVER = join(import.meta.dirname, "../../../packages/mock-server/dist/cli.js");
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
async function run(
  folder: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const { stdout, stderr } = spawn(join(DOCS, "node_modules/.bin", program), args, {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return (await Promise.all([text(stdout), text(stderr)])).join("");
}

test("the tests of the guide to Vitest pass in Vitest", async () => {
  const { folder } = projectOf("vitest.md");
  expect(await run(folder, "vitest", ["run", "--root", folder])).toMatch(/^ +Tests +4 passed \(4\)$/m);
});

test("the tests of the guide to Jest pass in Jest, with the settings that it shows", async () => {
  const { folder, page } = projectOf("jest.md");
  const [, settings = ""] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
  writeFileSync(join(folder, "package.json"), settings);
  const [variable = "", program = ""] = JSON.parse(settings).scripts.test.split(" ");
  const [name = "", value = ""] = variable.split(/=(.*)/);
  expect(await run(folder, program, [], { [name]: value })).toMatch(/^Tests: +3 passed, 3 total$/m);
});

const executablePath = requireProgram("chromium");

/** The project of the guide to components, with its settings changed. */
function componentsProject(settings: string, instead: string): string {
  const { folder } = projectOf("components.md");
  const config = join(folder, "vitest.config.ts");
  const shown = readFileSync(config, "utf8");
  expect(shown).toContain(settings);
  writeFileSync(config, shown.replace(settings, instead));
  return folder;
}

test.for(["jsdom", "happy-dom"])("the tests of the guide to components pass in %s", async (environment) => {
  const folder = componentsProject('environment: "jsdom"', `environment: "${environment}"`);
  expect(await run(folder, "vitest", ["run", "--root", folder, "--project", "simulated page"])).toMatch(
    /^ +Tests +2 passed \(2\)$/m,
  );
});

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

test.runIf(executablePath)("the tests of the guide to components pass in Chromium", async () => {
  const folder = componentsProject(
    "playwright()",
    `playwright(${JSON.stringify({ launchOptions: { executablePath, args } })})`,
  );
  cpSync(join(DOCS, "node_modules/msw/lib/mockServiceWorker.js"), join(folder, "public/mockServiceWorker.js"));
  expect(await run(folder, "vitest", ["run", "--root", folder, "--project", "real page*"])).toMatch(
    /^ +Tests +3 passed \(3\)$/m,
  );
});

test.runIf(executablePath)("the tests of the guide to Playwright pass in Chromium", async () => {
  const { folder } = projectOf("playwright.md");
  // In place of the guide's settings, which start an app that it does not show.
  const mock = spawn(process.execPath, [MOCK_SERVER, "--control", "--log", "json"]);
  onTestFinished(() => void mock.kill());
  const [line] = await once(createInterface(mock.stdout), "line");
  const { url, secret } = JSON.parse(line).control;
  const config = {
    workers: 2,
    fullyParallel: true,
    outputDir: join(folder, "results"),
    use: { launchOptions: { executablePath, args } },
  };
  writeFileSync(join(folder, "playwright.config.ts"), `export default ${JSON.stringify(config)};`);
  const env = { MOCK_CONTROL_URL: url, MOCK_CONTROL_SECRET: secret };
  expect(await run(folder, "playwright", ["test", "--reporter", "list"], env)).toMatch(/^ +2 passed/m);
});
