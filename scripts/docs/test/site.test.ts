import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import axe, { type AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { type Description, operationsOf } from "../src/description.ts";
import { samplesOf } from "../src/samples-of.ts";
import { checkLinks } from "./check-links.ts";
import { serveSite } from "./serve-site.ts";

const DOCS = join(import.meta.dirname, "../../../docs");
const SITE = join(DOCS, ".vitepress/dist");
const files = globSync("**/*.html", { cwd: SITE }).map((file) => file.replaceAll("\\", "/"));
const paths = files.filter(isPage).map((file) => `/${file.replace(/(index)?\.html$/, "")}`);

test("the site has every guide, and the reference of every package's every entry", () => {
  const pages = globSync(["*.md", "{auth,testing}/*.md"], { cwd: DOCS });
  expect(files).toEqual(expect.arrayContaining(pages.map((page) => page.replace(/\.md$/, ".html"))));
  for (const symbol of [
    "createPhoneNumberClient",
    "createRawClient",
    "setupMockWorker",
    "serveMockApi",
    "compileSpec",
    "createSharedTokenStore",
    "tokenStoreConformance",
    "createRedisTokenStore",
  ]) {
    const isShown = files.some((file) => read(file).includes(`id="${symbol.toLowerCase()}"`));
    expect(isShown, symbol).toBe(true);
  }
});

test("every link and every file that the site names is there", () => {
  const { links, dead } = checkLinks(SITE, "https://docs.m800.invalid/");
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(1_000);
});

test("the reference explains each symbol, in pages that can be read", () => {
  const pages = globSync("reference/**/*.md", { cwd: SITE });
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((page) => /\| - \|/.test(read(page)))).toEqual([]);
  expect(pages.filter((page) => read(page).length > 50_000)).toEqual([]);
  expect(pages.filter((page) => /index-\d/.test(page) || /index-\d\.md/.test(read(page)))).toEqual([]);
});

test("the site tells the version of each package, and where its changes are", () => {
  for (const file of globSync("packages/*/package.json", { cwd: join(DOCS, "..") })) {
    const manifest = JSON.parse(readFileSync(join(DOCS, "..", file), "utf8"));
    if (manifest.private) continue;
    expect(read("reference/index.md")).toMatch(new RegExp(`${manifest.name}\\S+ ${manifest.version}`));
    expect(read("index.html")).toContain(`/blob/main/${file.replace("package.json", "CHANGELOG.md")}`);
  }
});

test("a link to the repository names a file that is there", () => {
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/ href="https:\/\/github\.com\/[^/"]+\/[^/"]+\/(?:edit|blob|tree)\/main\/([^"#]*)/g)].map(
      ([, target = ""]) => target,
    ),
  );
  expect(new Set(named).size).toBeGreaterThan(25);
  expect([...new Set(named)].filter((target) => !isInRepository(target))).toEqual([]);
});

test("each page tells machines what it is: in its head, in Markdown, in the map of the site", () => {
  const map = read("sitemap.xml");
  const list = read("llms.txt");
  const descriptions = new Set<string>();
  for (const file of files.filter(isPage)) {
    const html = read(file);
    const [, description = ""] = /<meta name="description" content="([^"]+)">/.exec(html) ?? [];
    descriptions.add(description);
    for (const part of ["og:title", "og:description", "og:url", "og:image"]) {
      expect(html, file).toMatch(new RegExp(`<meta property="${part}" content="[^"]+">`));
    }
    const markdown = file.replace(/\.html$/, ".md");
    expect(read(markdown), file).toMatch(/^# \S/m);
    expect(list).toContain(`/${markdown})`);
    expect(map).toContain(`/${file.replace(/(index)?\.html$/, "")}</loc>`);
  }
  expect(descriptions.size).toBeGreaterThan(25);
  expect(read("api.md")).toContain(listOperation.path);
});

const description: Description = JSON.parse(read("openapi.json"));
const api = read("api.html").replace(/<[^>]*>/g, "");

test.for(operationsOf(description))(
  "the reference shows $operation.operationId before any script runs",
  ({ operation, path }) => {
    expect(api).toContain(path);
    expect(read("api.html")).toContain(`id="${operation.operationId}"`);
    const [first, ...others] = samplesOf(description, { operation, path, item: {}, method: "GET" });
    expect(first?.source).toContain("createPhoneNumberClient");
    expect(others.map(({ lang }) => lang)).toEqual(["sh", "python", "java", "go"]);
  },
);

test("each assumption of the description is told in the reference, with its reason", () => {
  const reasons = new Set<string>();
  JSON.stringify(description, (name, value) => {
    if (name === "x-assumed") reasons.add(value);
    return value;
  });
  expect(reasons.size).toBeGreaterThan(5);
  const words = api.replaceAll("&#39;", "'").replaceAll("’", "'");
  expect([...reasons].filter((reason) => !words.includes(reason))).toEqual([]);
});

/** A package's list of changes is made when it is released. */
function isInRepository(target: string): boolean {
  return /^packages\/[\w-]+\/CHANGELOG\.md$/.test(target) || existsSync(join(DOCS, "..", target));
}

/** A page that VitePress made, not the demo. */
function isPage(file: string): boolean {
  return file !== "404.html" && !file.startsWith("demo/");
}

function read(file: string): string {
  return readFileSync(join(SITE, file), "utf8");
}

const executablePath = requireProgram("chromium");

describe.runIf(executablePath)("in Chromium", () => {
  let server: Awaited<ReturnType<typeof serveSite>>;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveSite();
    ({ address } = server);
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
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

  test("every page fits a wide and a narrow window, has no fault that axe finds, light or dark, and calls nobody", {
    timeout: 300_000,
  }, async () => {
    expect(paths.length).toBeGreaterThan(20);
    const { page, troubles } = await open({ reducedMotion: "reduce" });
    for (const path of paths) {
      await page.goto(address + path);
      for (const [width, colorScheme] of [
        [320, "light"],
        [1280, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (excess > 0) troubles.push(`${path} is ${excess} pixels wider than ${width}.`);
        // Of all that axe knows, only contrast depends on the theme.
        const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
        if (width > 320)
          troubles.push(...(await faults(page, rules)).map((fault) => `${path}, ${colorScheme}: ${fault}`));
      }
    }
    expect(troubles).toEqual([]);
  });

  test("what is not there is a 404, with the site's own page for it", async () => {
    const answer = await fetch(`${address}/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("404");
    for (const path of ["/", "/api", "/reference/", "/demo/"])
      expect((await fetch(address + path)).status, path).toBe(200);
  });

  test.for(["Find out why a call failed", "Every operation of the API"])("the search finds %s", async (wanted) => {
    const [term, place] = wanted.startsWith("Every")
      ? [operationsOf(description)[0]?.operation.summary ?? "", /\/api/]
      : ["ERR_TOKEN_TIMEOUT", /\/errors/];
    const { page, troubles } = await open({});
    await page.goto(address);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("searchbox").fill(term);
    await page
      .locator(".result", { hasText: wanted.startsWith("Every") ? term : wanted })
      .first()
      .click();
    await page.waitForURL(place);
    expect(troubles).toEqual([]);
  });

  test("the reference of the API is read without JavaScript, and weighs little with it", async () => {
    const { page: plain } = await open({ javaScriptEnabled: false });
    await plain.goto(`${address}/api`);
    await plain.getByText("list_countries()").last().waitFor();
    const { page, troubles } = await open({});
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
    await page.goto(`${address}/api`, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(400_000);
    expect(troubles).toEqual([]);
  });

  test("an operation is tried out on the page: its token comes by itself, can be cleared, and serves the next", async () => {
    const { page, troubles } = await open({});
    await page.goto(`${address}/api`);
    const [issue, list] = [tokenOperation, listOperation].map(({ operationId }) =>
      page.locator("details", { has: page.locator(`[id="${operationId}-token"]`) }),
    );
    if (!issue || !list) throw new Error("No operation to try out.");
    const field = list.getByRole("textbox", { name: /^Access token/ });
    const [ok, refused] = statusesOf(listOperation.operationId);

    await list.getByText("Try it here").click();
    await list.getByRole("button", { name: "Send" }).click();
    await list.getByText(`Answer: ${ok}`).waitFor();
    const first = await field.inputValue();
    expect(first).not.toBe("");
    await list.getByText(/lives for another \d+ s/).waitFor();

    await list.getByRole("button", { name: "Clear" }).click();
    await list.getByRole("button", { name: "Send" }).click();
    await list.getByText(`Answer: ${refused}`).waitFor();
    expect(await field.inputValue()).toBe("");

    await issue.getByText("Try it here").click();
    await issue.getByRole("button", { name: "Send" }).click();
    await issue.getByText(`Answer: ${ok}`).waitFor();
    expect(await field.inputValue()).not.toBe(first);
    await list.getByRole("button", { name: "Send" }).click();
    await list.getByText(`Answer: ${ok}`).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
    }
    expect(troubles.filter((trouble) => !trouble.includes(String(refused)))).toEqual([]);
  });

  test("a token that has died is replaced before the next call", async () => {
    const { page, troubles } = await open({});
    await page.clock.install();
    await page.goto(`${address}/api`);
    const list = page.locator("details", { has: page.locator(`[id="${listOperation.operationId}-token"]`) });
    const field = list.getByRole("textbox", { name: /^Access token/ });
    await list.getByText("Try it here").click();
    await list.getByRole("button", { name: "Send" }).click();
    await list.getByRole("status").getByText("Answer").waitFor();
    const first = await field.inputValue();
    await page.clock.fastForward(3_600_000);
    await list.getByText("another is asked for when you send").waitFor();
    await list.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => field.inputValue()).not.toBe(first);
    expect(troubles).toEqual([]);
  });

  test("the theme switch changes the reference too, and the demo runs on the site", async () => {
    const { page, troubles } = await open({ colorScheme: "light", viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}/api`);
    const sample = page.locator(".vp-code-group [class*='language-']").first();
    const colour = () => sample.evaluate((element) => getComputedStyle(element).backgroundColor);
    const before = await colour();
    await page.getByRole("switch").first().click();
    await expect.poll(colour).not.toBe(before);
    await page.goto(`${address}/demo/`);
    await page.getByRole("region", { name: "Timeline of tokens and calls" }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });

  async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
    if (!(await page.evaluate("Boolean(globalThis.axe)"))) await page.evaluate(axe.source);
    const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  /** The status of success, and that of an access token which is missing, as the description has them. */
  function statusesOf(operationId: string): [success: string, refusal: string] {
    const found = operationsOf(description).find(({ operation }) => operation.operationId === operationId);
    const entries = Object.entries(found?.operation.responses ?? {});
    const refusal = entries.find(([, answer]) => Object.keys(answer.headers ?? {}).includes("WWW-Authenticate"));
    return [entries[0]?.[0] ?? "", refusal?.[0] ?? ""];
  }
});
