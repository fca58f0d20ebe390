import { join } from "node:path";
import axe from "axe-core";
import { Builder, By, Key, until, type WebDriver } from "selenium-webdriver";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWebKit } from "../../../scripts/start-webkit.ts";

let webkit: Awaited<ReturnType<typeof startWebKit>>;
let browser: WebDriver;
let vite: ViteDevServer;

beforeAll(async () => {
  webkit = await startWebKit();
  browser = await new Builder().usingServer(webkit.url).withCapabilities({ browserName: "MiniBrowser" }).build();
  vite = await createServer({ root: join(import.meta.dirname, ".."), server: { host: "127.0.0.1", port: 0 } });
  await vite.listen();
});

afterAll(async () => {
  await browser?.quit();
  await webkit?.stop();
  await vite?.close();
});

const find = (css: string) => browser.wait(until.elementLocated(By.css(css)), 30_000);
const told = (words: string) => browser.wait(until.elementLocated(By.xpath(`//*[contains(., "${words}")]`)), 30_000);
const press = async (name: string) => (await browser.findElement(By.xpath(`//button[. = "${name}"]`))).click();

async function open() {
  await browser.get(new URL("demo.html", vite.resolvedUrls?.local[0]).href);
  const field = await find("[role=combobox]");
  await (await browser.findElement(By.xpath('//label[contains(., "Call every")]/input'))).click();
  return field;
}

test("the picker takes a single match on Enter", async () => {
  await (await open()).sendKeys("germany", Key.ENTER);
  await told("Numbers in Germany start with +49.");
});

test("the picker ranks the main country of a calling code first", async () => {
  await (await open()).sendKeys("+1");
  const first = By.xpath('(//*[@role="option"])[1][contains(., "United States of America")]');
  await browser.wait(until.elementLocated(first), 30_000);
});

test("the demo shows that a revoked token is replaced, and the app shows nothing of it", async () => {
  await open();
  await press("Revoke the token");
  await press("Refresh");
  await find("[aria-label*='sent again, with token']");
  await told("Failures that the app noticed: 0.");
});

test("the demo keeps nobody out", async () => {
  await open();
  await browser.executeScript(axe.source);
  const found = await browser.executeAsyncScript(
    "const done = arguments[0]; axe.run().then(({ violations }) => done(violations.map(({ id }) => id)));",
  );
  expect(found).toEqual([]);
});
