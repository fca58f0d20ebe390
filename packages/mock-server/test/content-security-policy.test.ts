import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tokenOperation } from "@m800/phone-number-openapi/operations";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../../scripts/require-program.ts";

const executablePath = requireProgram("chromium");

/** What a page does with the built package: it shows the statuses of a good and a bad token request, and whether the policy holds. */
const PROGRAM = `
import { createMockApi, defaultAccount } from ${JSON.stringify(join(import.meta.dirname, "../dist/index.js"))};
const api = createMockApi();
const ask = (body) => api.fetch(api.baseUrl + ${JSON.stringify(tokenOperation.path)}, {
  method: "POST",
  headers: { Authorization: "M800Auth " + defaultAccount.securityToken, "Content-Type": "application/json" },
  body: JSON.stringify(body),
});
const responses = [await ask({ username: defaultAccount.username }), await ask({ username: 7 })];
const canEval = () => {
  try {
    return Boolean(new Function("return true")());
  } catch {
    return false;
  }
};
document.title = responses.map(({ status }) => status).join(" ") + (canEval() ? "" : ", eval refused");
`;

async function bundle(): Promise<string> {
  const input = join(await mkdtemp(join(tmpdir(), "m800-csp-")), "page.js");
  await writeFile(input, PROGRAM);
  const build = await rolldown({ input, platform: "browser" });
  const { output } = await build.generate({ format: "esm" });
  return output[0].code;
}

test.skipIf(!executablePath)("works under a Content-Security-Policy without unsafe-eval", async () => {
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'");
    response.end(isScript ? script : '<script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect.poll(() => page.title()).toBe("200 400, eval refused");
  expect(problems).toEqual([]);
});
