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
  await page.clock.install();
  await page.goto(new URL("demo.html", vite.resolvedUrls?.local[0]).href);
  await page.getByLabel("Call every 1.5 s").uncheck();
  await page.getByRole("combobox").waitFor();
  await page.getByText("The same as a table").click();
});

afterEach(() => page.close());

const press = (name: string) => page.getByRole("button", { name, disabled: false, exact: true }).click();
const summary = (text: string) => page.getByText(text).waitFor();
const mark = (name: RegExp) => page.getByLabel("Timeline").getByRole("button", { name });

/** Of the table's calls, oldest first: which, with which token, and the answer's status. */
async function calls() {
  const rows = await page.getByRole("row", { name: /Call \d/ }).allInnerTexts();
  return rows.toReversed().map((row) => {
    const [, what = "", token = "", outcome = ""] = row.split("\t");
    return `${what}, token ${token}: ${outcome.slice(0, 3)}`;
  });
}

test.each([
  { trouble: "Expire the token", want: ["Call 2, token 1: 401", "Call 3, repeats 2, token 2: 200"] },
  { trouble: "Revoke the token", want: ["Call 2, token 1: 401", "Call 3, repeats 2, token 2: 200"] },
  { trouble: "Fail the next call", want: ["Call 2, token 1: 503", "Call 3, repeats 2, token 1: 200"] },
])("the demo shows the calls that '$trouble' costs, and the app shows nothing of it", async ({ trouble, want }) => {
  await press(trouble);
  await press("Refresh");
  await expect.poll(calls, { timeout: 10_000 }).toEqual(["Call 1, token 1: 200", ...want]);
  await summary("Calls: 3, of which 1 failed. Failures that the app noticed: 0.");
  expect(await page.getByRole("combobox").isVisible()).toBe(true);
  expect(await page.getByText("could not be refreshed").count()).toBe(0);
});

test("the demo links what was sent again to its cause, and tells it in words on focus", async () => {
  await press("Revoke the token");
  await press("Refresh");
  await mark(/^Call 3/).focus();
  const timeline = page.getByLabel("Timeline");
  await timeline.getByText(/^Call 3, which is call 2 sent again, with token 2: 200 after \d+ ms\.$/).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await timeline
    .getByText(/^Call 2, with token 1: 401 after \d+ ms, since you revoked token 1\. Sent again as/)
    .waitFor();
  expect(await timeline.locator("line").count()).toBe(2);
});

test("the demo shows a token that is replaced in the background, and what made the client do it", async () => {
  // However slow the machine is, the second call meets the token after it is due and before its death.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  const comes = (name: RegExp, stepMs: number) =>
    expect.poll(() => page.clock.runFor(stepMs).then(() => mark(name).count()), { timeout: 30_000 }).toBe(1);
  await comes(/^Token 1, .* It is about to expire, \d s left\.$/, 500);
  // A client takes up to a fifth off its lead, as not to renew when all others do.
  await page.clock.runFor(500);
  await press("Refresh");
  await comes(/^Token 2, got in the background, while token 1 still lived: no call waited\. It is fresh/, 20);
  await summary("Tokens: 2. Calls: 2, of which 0 failed. Failures that the app noticed: 0.");
  expect(await page.getByLabel("Timeline").locator("line").count()).toBe(1);
});

test("the demo shows that a call waits only for a token after the last one's death", async () => {
  await page.clock.fastForward(13_000);
  await mark(/^Token 1, .* It is dead: it expired\.$/).waitFor();
  await press("Refresh");
  await mark(/^Token 2, got after token 1 had died: the call waited for it\./).waitFor();
});

test("the demo calls by itself, and shows each call", async () => {
  await page.getByLabel("Call every 1.5 s").check();
  for (const want of [2, 3]) {
    await page.clock.fastForward(1_500);
    await expect.poll(calls).toHaveLength(want);
  }
});

test("a call in flight is a mark already", async () => {
  await page.getByLabel("3 s slower").check();
  await press("Refresh");
  await mark(/^Call 2, with token 1: in flight\.$/).waitFor();
  await page.clock.fastForward(3_000);
  await mark(/^Call 2, with token 1: 200/).waitFor();
});

test("trouble to come is one chip, however often it is asked for, and can be taken back", async () => {
  await press("Fail the next call");
  await press("Fail the next call");
  const chip = page.getByRole("button", { name: "The next call fails with 503 : take it back" });
  await chip.click();
  await chip.waitFor({ state: "detached" });
  await press("Refresh");
  await expect.poll(calls).toEqual(["Call 1, token 1: 200", "Call 2, token 1: 200"]);
});

test("the demo tells what a person did, and starts over", async () => {
  await press("Expire the token");
  await press("Refresh");
  await page.getByRole("row", { name: "You expired the token" }).waitFor();
  await page.getByRole("row", { name: "You pressed Refresh" }).waitFor();
  await press("Start over");
  await summary("Tokens: 1. Calls: 1, of which 0 failed.");
  expect(await page.getByText("You expired the token").count()).toBe(0);
});

test("the demo's app is beside its panel where there is room, and never below an open list", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const boxes = () =>
    Promise.all([page.getByRole("main"), page.getByRole("complementary")].map((part) => part.boundingBox()));
  const [app, panel] = await boxes();
  expect(panel?.y).toBe(app?.y);
  expect(panel?.x).toBeGreaterThanOrEqual((app?.x ?? 0) + (app?.width ?? 0));
  await page.getByRole("combobox").click();
  await page.getByRole("option").first().waitFor();
  expect((await boxes())[1]).toEqual(panel);
});

test("the timeline stands still for a second at a time for people who want less motion", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await press("Start over");
  await summary("Tokens: 1. Calls: 1, of which 0 failed.");
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  const bar = mark(/^Token 1/);
  const places = [await bar.getAttribute("style")];
  for (let step = 0; step < 20; step++) {
    await page.clock.runFor(100);
    places.push(await bar.getAttribute("style"));
  }
  expect(new Set(places).size).toBe(3);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("a token's states differ by more than colours, where a person's own replace them", async () => {
  await page.emulateMedia({ forcedColors: "active" });
  const edge = () => mark(/^Token 1/).evaluate((bar) => getComputedStyle(bar).borderStyle);
  const edges: string[] = [];
  for (const state of [/It is fresh/, /It is about to expire/, /It is dead/]) {
    await expect.poll(() => page.clock.fastForward(500).then(() => mark(state).count()), { timeout: 30_000 }).toBe(1);
    edges.push(await edge());
  }
  expect(edges).toEqual(["solid", "dashed", "dotted"]);
});

test.each([
  { colorScheme: "light", width: 320 },
  { colorScheme: "dark", width: 320 },
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
] as const)("the demo keeps nobody out and fits $width px, in $colorScheme", async ({ colorScheme, width }) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  await press("Expire the token");
  await press("Refresh");
  await summary("Calls: 3, of which 1 failed.");
  await press("Fail the next call");
  await page.evaluate(axe.source);
  expect(await page.evaluate("axe.run().then(({ violations }) => violations)")).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
});
