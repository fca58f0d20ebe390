import { once } from "node:events";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { chromium } from "playwright";
import { createServer } from "vite";
import { requireProgram } from "../../scripts/require-program.ts";
import { recordDemo } from "./record-demo.ts";
import { createBackend } from "./server/create-backend.ts";

// Takes the pictures in docs/images: the built app's main states as a phone shows them, and the demo on a wide screen,
// still and in motion.

const PICTURES = join(import.meta.dirname, "../../docs/images");
const HOST = "127.0.0.1";

const api = await serveMockApi();
const backend = createAdaptorServer(createBackend(api.baseUrl, defaultAccount)).listen(0, HOST);
await once(backend, "listening");
const vite = await createServer({ root: import.meta.dirname, server: { host: HOST, port: 0 } });
await vite.listen();
const [app, demo] = [backend, vite.httpServer].map((server) => {
  const address = server?.address();
  return `http://${HOST}:${typeof address === "object" ? address?.port : ""}`;
});
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: requireProgram("chromium") ?? "", args });

for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ colorScheme });
  const picker = page.getByRole("combobox");

  /** Takes a picture of a window, after a few steps in it. */
  async function take(name: string, width: number, height: number, address: string, steps: () => Promise<unknown>) {
    await page.setViewportSize({ width, height });
    await page.goto(address);
    await steps();
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
  }

  await take("list", 390, 540, `${app}/`, async () => {
    await picker.fill("united");
    await page.keyboard.press("ArrowDown");
    await page.waitForLoadState("networkidle"); // Each flag is a file.
  });
  api.respondWith("listCountries", { status: 200, example: "none" }, { times: 1 });
  await take("empty", 390, 260, `${app}/`, () => page.getByText("no countries yet").waitFor());
  api.respondWith("listCountries", { status: 500 }, { times: 1 });
  await take("error", 390, 260, `${app}/`, () => page.getByRole("alert").waitFor());
  const endTrouble = api.faults.add({ kind: "timeout", operation: "listCountries" });
  await take("loading", 390, 260, `${app}/`, () => page.getByText("This takes longer than usual.").waitFor());
  endTrouble();

  await take("demo", 1280, 800, `${demo}/demo.html`, async () => {
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const told = (words: RegExp) => page.getByRole("button", { name: words }).waitFor();
    await picker.fill("hkg");
    await page.keyboard.press("Enter");
    await told(/^Token 2, got in the background/);
    await press("Revoke the token");
    await told(/^Token 3, got because the API refused token 2/);
    await press("Fail the next call");
    await told(/: 503 after \d+ ms\. Sent again/);
    await page.waitForLoadState("networkidle"); // Each flag is a file.
  });
  await recordDemo(page, join(PICTURES, `demo-${colorScheme}.gif`));
  await page.close();
}

await browser.close();
await vite.close();
backend.close();
await api.close();
