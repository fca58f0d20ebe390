import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";

const DOCS = join(import.meta.dirname, "../../../docs");
const SITE = join(DOCS, ".vitepress/dist");
const files = globSync("**/*.html", { cwd: SITE }).map((file) => file.replaceAll("\\", "/"));
const paths = files.filter((file) => file !== "404.html").map((file) => `/${file.replace(/(index)?\.html$/, "")}`);

test("the site has every guide, and the reference of every package", () => {
  const pages = globSync(["*.md", "{auth,testing}/*.md"], { cwd: DOCS });
  expect(files).toEqual(expect.arrayContaining(pages.map((page) => page.replace(/\.md$/, ".html"))));
  for (const symbol of [
    "createPhoneNumberClient",
    "createRawClient",
    "setupMockWorker",
    "serveMockApi",
    "compileSpec",
  ]) {
    const isShown = files.some((file) => read(file).includes(`id="${symbol.toLowerCase()}"`));
    expect(isShown, symbol).toBe(true);
  }
});

test("every link and every file that a page of the site names is there", () => {
  let links = 0;
  const dead = files.flatMap((file) =>
    [...read(file).matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, target = ""]) => {
      const { origin, pathname, hash } = new URL(target, `http://site.example/${file}`);
      if (origin !== "http://site.example") return [];
      links++;
      const place = decodeURIComponent(pathname).slice(1);
      const found = [place, `${place}.html`, join(place, "index.html")].find(
        (name) => /\.\w+$/.test(name) && existsSync(join(SITE, name)),
      );
      const anchor = decodeURIComponent(hash).slice(1);
      const isAlive = found && (!anchor || read(found).includes(`id="${anchor}"`));
      return isAlive ? [] : [`${file}: ${target}`];
    }),
  );
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(500);
});

function read(file: string): string {
  return readFileSync(join(SITE, file), "utf8");
}

const executablePath = requireProgram("chromium");

describe.runIf(executablePath)("in Chromium", () => {
  let server: ChildProcess;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    const args = ["preview", "--outDir", ".vitepress/dist", "--host", "127.0.0.1", "--port", "4180"];
    server = spawn(join(DOCS, "node_modules/.bin/vite"), args, {
      cwd: DOCS,
      env: { PATH: process.env.PATH, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (!server.stdout) throw new Error("No output to read the address from.");
    for await (const line of createInterface(server.stdout)) {
      [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (address) break;
    }
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  });

  /** A page, and all that goes wrong in it. The mock's own address is the only other one it may call. */
  async function open(options: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const isKnown =
        origin === address || origin === "https://gateway.m800.invalid" || /^(data|blob):$/.test(protocol);
      if (!isKnown) troubles.push(`It calls ${request.url()}.`);
    });
    return { page, troubles };
  }

  test("every page fits a wide and a narrow window, light and dark, and calls nobody", async () => {
    expect(paths.length).toBeGreaterThan(20);
    const { page, troubles } = await open({});
    for (const path of paths) {
      await page.goto(address + path);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const excess = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (excess > 0) troubles.push(`${path} is ${excess} pixels wider than ${width}.`);
        }
      }
    }
    expect(troubles).toEqual([]);
  });

  test("the search finds what a guide says", async () => {
    const { page, troubles } = await open({});
    await page.goto(address);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("searchbox").fill("ERR_TOKEN_TIMEOUT");
    await page.getByRole("option").getByText("Find out why a call failed").first().click();
    await page.waitForURL(/\/errors/);
    expect(troubles).toEqual([]);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`the API's operations can be tried out against the mock in the page, in ${colorScheme}`, async () => {
      const { page, troubles } = await open({ colorScheme });
      await page.goto(`${address}/api#tag/countries/GET/countries`);
      await page.getByRole("button", { name: "Test Request (get /countries)" }).click();
      await page.getByRole("button", { name: /^Send (get|post) request to/ }).click();
      await page.getByText('"Afghanistan"').first().waitFor();
      expect(troubles).toEqual([]);
    });
  }

  test("a token can be had there too", async () => {
    const { page, troubles } = await open({});
    await page.goto(`${address}/api#tag/authentication/POST/token`);
    await page.getByRole("button", { name: "Test Request (post /token)" }).click();
    await page.getByRole("button", { name: /^Send (get|post) request to/ }).click();
    await page
      .getByText(/"mock\.\d+\./)
      .first()
      .waitFor();
    expect(troubles).toEqual([]);
  });
});
