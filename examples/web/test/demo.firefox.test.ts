import { join } from "node:path";
import axe from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requireProgram } from "../../../scripts/require-program.ts";

let browser: Browser;
let vite: ViteDevServer;
let page: Page;

beforeAll(async () => {
  const executablePath = requireProgram("firefox-esr") ?? "";
  browser = await puppeteer.launch({ browser: "firefox", executablePath });
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
  await page.locator("label ::-p-text(Call every)").click();
  await page.waitForSelector("[role=combobox]");
  return () => page.close();
});

const press = (name: string) => page.locator(`button ::-p-text(${name})`).click();
const told = (text: string) => page.waitForSelector(`::-p-text(${text})`);

test("the picker takes a single match on Enter, and tells it", async () => {
  await page.type("[role=combobox]", "germany");
  await page.keyboard.press("Enter");
  await told("Numbers in Germany start with +49.");
  expect(await page.$eval("[name=country]", (input) => input.getAttribute("value"))).toBe("DEU");
});

test("the demo shows that a revoked token is replaced, and the app shows nothing of it", async () => {
  await press("Revoke the token");
  await press("Refresh");
  await told("Tokens: 2. Calls: 3, of which 1 failed. Failures that the app noticed: 0.");
  await page.waitForSelector("[aria-label^='Call 3, which is call 2 sent again, with token 2']");
});

test.each([320, 1280])("the demo keeps nobody out and fits %i px", async (width) => {
  await page.setViewport({ width, height: 800 });
  await page.locator("[role=combobox]").click();
  await page.waitForSelector("[role=option]");
  await page.evaluate(axe.source);
  expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
});
