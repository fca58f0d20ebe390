import { globSync } from "node:fs";
import { join } from "node:path";
import { listOperation } from "@m800/phone-number-openapi/operations";
import axe from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { serveSite } from "./serve-site.ts";

const SITE = join(import.meta.dirname, "../../../docs/.vitepress/dist");
/** What is written by hand. The references of the packages are laid out alike, and looked at in Chromium. */
const paths = globSync("**/*.html", { cwd: SITE, exclude: ["404.html", "demo/**", "reference/@m800/**"] }).map((file) =>
  file.replaceAll("\\", "/").replace(/(index)?\.html$/, ""),
);

const executablePath = requireProgram("firefox-esr");

describe.runIf(executablePath)("in Firefox", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    server = await serveSite();
    browser = await puppeteer.launch({ browser: "firefox", ...(executablePath && { executablePath }) });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    troubles = [];
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    return () => page.close();
  });

  test("every page fits a wide and a narrow window, and throws nothing", { timeout: 300_000 }, async () => {
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      await page.goto(`${server.address}/${path}`);
      for (const width of [320, 1280]) {
        await page.setViewport({ width, height: 800 });
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (excess > 0) troubles.push(`/${path} is ${excess} pixels wider than ${width}.`);
      }
    }
    expect(troubles).toEqual([]);
  });

  test("the front page, a guide and the API's keep nobody out", { timeout: 120_000 }, async () => {
    for (const path of ["", "auth/next", "api"]) {
      await page.goto(`${server.address}/${path}`);
      await page.evaluate(axe.source);
      const found = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
      expect(found, path).toEqual([]);
    }
  });

  test("the search finds a symbol, and leads to it", async () => {
    await page.goto(server.address);
    await page.locator(".DocSearch-Button").click();
    await page.locator("input[type=search]").fill("createPhoneNumberClient");
    await page.locator(".result").click();
    await page.waitForFunction(() => location.pathname.startsWith("/reference/"));
    expect(troubles).toEqual([]);
  });

  test("an operation is tried out on the page", async () => {
    await page.goto(`${server.address}/api`);
    const details = `details:has([id="${listOperation.operationId}-token"])`;
    await page.locator(`${details} summary`).click();
    await page.locator(`${details} .send`).click();
    await page.waitForSelector(`${details} ::-p-text(Answer: 200)`);
    expect(troubles).toEqual([]);
  });

  test("the theme switch changes the page, and the demo runs on the site", async () => {
    await page.goto(`${server.address}/api`);
    const colour = () => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
    const before = await colour();
    await page.locator(".VPNavBarAppearance .VPSwitch").click();
    await expect.poll(colour).not.toBe(before);
    await page.goto(`${server.address}/demo/`);
    await page.waitForSelector("[aria-label='Timeline of tokens and calls']");
    expect(troubles).toEqual([]);
  });
});
