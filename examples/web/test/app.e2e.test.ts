import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { type ServedMockApi, serveMockApi } from "@m800/phone-number-mock-server/http";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page, type Response } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { requireProgram } from "../../../scripts/require-program.ts";
import { createBackend } from "../server/create-backend.ts";

/** What no browser may ever see, in any of the forms in which it travels. */
const account = { ...defaultAccount, securityToken: "canary-of-the-account", password: "canary-of-its-user" };
const SECRETS = ["M800Auth", account.securityToken, account.password].flatMap((secret) => [secret, btoa(secret)]);

let browser: Browser;
let api: ServedMockApi;
let backend: ServerType;
let address = "";
let context: BrowserContext;
let page: Page;
let traffic: string[];
let recording: Promise<unknown>[];
let logged: string[];

beforeAll(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  browser = await chromium.launch({ executablePath: requireProgram("chromium") ?? "", args });
});

afterAll(() => browser.close());

beforeEach(async () => {
  api = await serveMockApi({ accounts: [account] });
  logged = [];
  const { fetch } = createBackend(api.baseUrl, account, (message) => logged.push(message));
  address = await new Promise((resolve) => {
    backend = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });
  context = await browser.newContext();
  page = await context.newPage();
  traffic = [];
  recording = [];
  page.on("response", (response) => recording.push(record(response)));
});

async function record(response: Response): Promise<void> {
  const request = response.request();
  const headers = [await request.allHeaders(), await response.allHeaders()].map((all) => JSON.stringify(all));
  traffic.push(request.url(), request.postData() ?? "", ...headers, await response.text().catch(() => ""));
}

afterEach(async () => {
  page.removeAllListeners("response");
  await Promise.all(recording);
  await context.close();
  backend.close();
  await api.close();
  expect(traffic.join("\n")).not.toMatch(new RegExp(SECRETS.join("|"), "i"));
});

const picker = () => page.getByRole("combobox", { name: "Country, code or calling code" });
const refresh = () => page.getByRole("button", { name: "Refresh" }).click();
const statuses = () => api.requests("listCountries").map(({ status }) => status);

/** Opens the app, and waits for its countries. */
async function open() {
  await page.goto(address);
  await picker().waitFor();
}

describe("in Chromium, with a backend and the mock over HTTP", () => {
  test("a first visit finds a country", async () => {
    await open();
    await picker().fill("hkg");
    await page.getByRole("option", { name: "Hong Kong" }).click();
    await page.getByText("Numbers in Hong Kong start with +852.").waitFor();
    expect(api.requests("createToken")).toHaveLength(1);
    await Promise.all(recording);
    expect(traffic.join("\n")).toContain("Bearer mock.");
  });

  test("a first visit weighs little, and loads the world's numbering plans only for whoever uses the picker", async () => {
    const scripts = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .filter(({ initiatorType, name }) => initiatorType === "script" || name.endsWith(".js"))
          .map(({ decodedBodySize }) => decodedBodySize),
      );
    await open();
    const [first, ...others] = await scripts();
    expect(others).toEqual([]);
    expect(first).toBeGreaterThan(100_000);
    expect(first).toBeLessThan(350_000);
    await picker().fill("+1");
    await expect.poll(() => page.getByRole("option").nth(1).textContent()).toContain("Canada");
    expect(await scripts()).toHaveLength(2);
  });

  test.each([
    { given: "expires", endToken: () => api.tokens.expireAll() },
    { given: "is revoked", endToken: () => api.tokens.revokeAll() },
  ])("nobody notices that the token $given while the page is open", async ({ endToken }) => {
    await open();
    for (const before of [1, 3]) {
      endToken();
      await refresh();
      await expect.poll(statuses).toHaveLength(before + 2);
      expect(statuses().slice(-2)).toEqual([401, 200]);
      expect(await page.getByText("could not be refreshed").count()).toBe(0);
    }
    expect(api.tokens.issued()).toHaveLength(3);
  });

  test("a token is replaced in the background before it dies", async () => {
    await page.clock.install();
    await open();
    await page.clock.fastForward(290_000);
    await refresh();
    await expect.poll(statuses).toEqual([200, 200]);
  });

  test("a 503 is waited out as long as the API says", async () => {
    api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "1" } }, { times: 1 });
    const startedAt = performance.now();
    await open();
    expect(statuses()).toEqual([503, 200]);
    expect(performance.now() - startedAt).toBeGreaterThan(1_000);
  });

  test("offline, the page keeps its list and says so; back online, it refreshes by itself", async () => {
    await open();
    await context.setOffline(true);
    await refresh();
    await page.getByText("You are offline: this list may be out of date.").waitFor();
    await picker().waitFor();
    expect(statuses()).toEqual([200]);
    await context.setOffline(false);
    await expect.poll(statuses).toEqual([200, 200]);
    await page.getByText("You are offline").waitFor({ state: "detached" });
  });

  test("a slow network is told", async () => {
    const told = Promise.withResolvers<void>();
    await page.route("**/gateway/**", async (route) => {
      await told.promise;
      await route.continue();
    });
    await page.goto(address);
    await page.getByText("This takes longer than usual.").waitFor();
    told.resolve();
    await picker().waitFor();
  });

  test("a visitor without a session is told so, and nothing is asked of the API", async () => {
    await page.goto(`${address}/index.html`); // which signs nobody in
    await page.getByText("You are signed out. Reload the page to sign in.").waitFor();
    expect(api.requests()).toEqual([]);
  });

  test.each([
    {
      given: "credentials that the gateway refuses",
      trouble: { status: 401 },
      want: "This app is set up wrongly. Trying again does not help: tell whoever runs it (ERR_CREDENTIALS_REJECTED).",
      wantLogged: /^No token: ERR_CREDENTIALS_REJECTED: .* Check the security token, username and password\.$/,
    },
    {
      given: "a gateway that asks for half a minute",
      trouble: { status: 503, headers: { "Retry-After": "30" } },
      want: "The service is busy. Try again in 30 s.",
      wantLogged: /^No token: ERR_TOKEN_UNAVAILABLE: The token endpoint http:\S+ answered 503\./,
    },
  ])("the page and the backend's log tell of $given", async ({ trouble, want, wantLogged }) => {
    api.faults.add({ kind: "status", operation: "createToken", ...trouble });
    await page.goto(address);
    await page.getByRole("alert").getByText(want).waitFor();
    expect(logged[0]).toMatch(wantLogged);
    expect(logged.join()).not.toContain(account.securityToken);
  });

  test("the page tells that its own server is gone", async () => {
    await page.route("**/api/token", (route) => route.abort());
    await page.goto(address);
    await page.getByText("The app's server cannot be reached. Check your connection.").waitFor({ timeout: 20_000 });
  });

  test("in forced colours, an outline tells which row is highlighted", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await open();
    await picker().press("ArrowDown");
    const outlineOf = (row: Element) => getComputedStyle(row).outlineStyle;
    expect(await page.getByRole("option").nth(0).evaluate(outlineOf)).toBe("solid");
    expect(await page.getByRole("option").nth(1).evaluate(outlineOf)).toBe("none");
  });

  test.each(["light", "dark"] as const)("nothing keeps anyone out, in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    await picker().click();
    await page.getByRole("option").first().waitFor();
    await page.evaluate(axe.source);
    expect(await page.evaluate("axe.run().then(({ violations }) => violations)")).toEqual([]);
  });
});

test("the gateway is shown no cookie of the app", async () => {
  await open();
  expect(JSON.stringify(api.requests().map(({ headers }) => Object.keys(headers)))).not.toMatch(/cookie/);
});

test("the built app holds neither secrets nor the code that exchanges them", () => {
  const dist = join(import.meta.dirname, "../dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|css|html)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(readFileSync(join(dist, file), "utf8"), file).not.toMatch(/M800Auth|test-security-token|mock-server/);
  }
});
