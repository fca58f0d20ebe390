import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";
import { requireProgram } from "../../scripts/require-program.ts";
import { hasWebKit } from "../../scripts/start-webkit.ts";
import { shared } from "../../vitest.shared.ts";
import app from "./vite.config.ts";

/** Component tests in a real page. */
function inChromium(executablePath: string): TestProjectInlineConfiguration {
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  return {
    extends: true,
    test: {
      name: "in Chromium",
      include: ["test/*.browser.test.tsx"],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args } }),
        instances: [{ browser: "chromium" }],
      },
    },
  };
}

/** The same components without a browser: quicker, but nothing is laid out, and `fetch` is Node's. */
const inJsdom: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: "in jsdom", include: ["test/*.jsdom.test.{ts,tsx}"], environment: "jsdom" },
};

/** The built app, its backend and the mock over HTTP. */
const endToEnd: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: "end to end", include: ["test/*.e2e.test.ts"] },
};

/** The demo in another browser. Puppeteer drives it, since Playwright does only a Firefox of its own. */
const inFirefox: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: "in Firefox", include: ["test/*.firefox.test.ts"] },
};

/** And in a third engine, Safari's, as GTK has it. */
const inWebKit: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: "in WebKit", include: ["test/*.webkit.test.ts"] },
};

const chromium = requireProgram("chromium");
const firefox = requireProgram("firefox-esr");

const config: ViteUserConfig = mergeConfig(
  mergeConfig(app, shared),
  defineConfig({
    // Found while tests run, they would make Vite reload the page.
    optimizeDeps: {
      include: [
        "axe-core",
        "vitest-browser-react",
        "msw",
        "msw/browser",
        "libphonenumber-js/core",
        "libphonenumber-js/metadata.min",
      ],
    },
    test: {
      typecheck: { enabled: false },
      projects: [
        inJsdom,
        ...(chromium ? [inChromium(chromium), endToEnd] : []),
        ...(firefox ? [inFirefox] : []),
        ...(hasWebKit ? [inWebKit] : []),
      ],
    },
  }),
);

export default config;
