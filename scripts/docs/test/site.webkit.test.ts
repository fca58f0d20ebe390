import { listOperation } from "@m800/phone-number-openapi/operations";
import axe from "axe-core";
import { Builder, By, until, type WebDriver } from "selenium-webdriver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasWebKit, startWebKit } from "../../start-webkit.ts";
import { serveSite } from "./serve-site.ts";

describe.runIf(hasWebKit)("in WebKit", () => {
  let webkit: Awaited<ReturnType<typeof startWebKit>>;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: WebDriver;

  beforeAll(async () => {
    server = await serveSite();
    webkit = await startWebKit();
    browser = await new Builder().usingServer(webkit.url).withCapabilities({ browserName: "MiniBrowser" }).build();
  });

  afterAll(async () => {
    await browser?.quit();
    await webkit?.stop();
    await server?.stop();
  });

  const find = (css: string) => browser.wait(until.elementLocated(By.css(css)), 30_000);

  test("the front page keeps nobody out, and fits", async () => {
    await browser.get(server.address);
    await browser.executeScript(axe.source);
    const found = await browser.executeAsyncScript(
      "const done = arguments[0]; axe.run().then(({ violations }) => done(violations.map(({ id }) => id)));",
    );
    expect(found).toEqual([]);
    const excess = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await browser.executeScript(excess)).toBeLessThanOrEqual(0);
  });

  test("an operation is tried out on the page of the API", async () => {
    await browser.get(`${server.address}/api`);
    const details = `details:has([id="${listOperation.operationId}-token"])`;
    // By script, since a page that is still laid out moves from under the mouse.
    await find(`${details} summary`);
    await browser.executeScript(`document.querySelector(arguments[0]).click()`, `${details} summary`);
    await find(`${details}[open] .send`);
    await browser.executeScript(`document.querySelector(arguments[0]).click()`, `${details} .send`);
    await browser.wait(until.elementTextContains(await find(`${details} [role=status]`), "Answer: 200"), 30_000);
  });

  test("the demo runs on the site", async () => {
    await browser.get(`${server.address}/demo/`);
    await find("[aria-label='Timeline of tokens and calls']");
    await find("[aria-label^='Token 1']");
  });
});
