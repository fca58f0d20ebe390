import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { requireProgram } from "../../../scripts/require-program.ts";

let browser: Browser;
let vite: ViteDevServer;
let page: Page;

beforeAll(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  browser = await chromium.launch({ executablePath: requireProgram("chromium") ?? "", args });
  vite = await createServer({ root: join(import.meta.dirname, ".."), server: { host: "127.0.0.1", port: 0 } });
  await vite.listen();
});

afterAll(async () => {
  await browser.close();
  await vite.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(new URL("demo.html", vite.resolvedUrls?.local[0]).href);
  await page.getByRole("combobox").waitFor();
});

afterEach(() => page.close());

const press = (name: string) => page.getByRole("button", { name, disabled: false }).click();
/** Of the requests that the panel shows, oldest first. */
const statuses = async () => (await page.locator("tbody td:first-child").allTextContents()).toReversed();

test.each([
  { trouble: "Expire the token", want: ["401", "200", "200"] },
  { trouble: "Revoke the token", want: ["401", "200", "200"] },
  { trouble: "Fail the next call", want: ["503", "200"] },
])("the demo shows the requests that '$trouble' costs, and the app shows nothing of it", async ({ trouble, want }) => {
  await press(trouble);
  await press("Refresh");
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(["200", "200", ...want]);
  expect(await page.getByRole("combobox").isVisible()).toBe(true);
  expect(await page.getByText("could not be refreshed").count()).toBe(0);
});

test.each(["light", "dark"] as const)(
  "the demo keeps nobody out and fits a narrow window, in %s",
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.evaluate(axe.source);
    expect(await page.evaluate("axe.run().then(({ violations }) => violations)")).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  },
);
