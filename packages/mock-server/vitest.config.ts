import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from "vitest/config";
import { requireProgram } from "../../scripts/require-program.ts";
import { inOneProcess } from "../../vitest.shared.ts";

const MSW_3 = { alias: [{ find: /^msw(?=$|\/)/, replacement: "msw-3" }] };
const chromium = requireProgram("chromium");

/** Suites that run in a page, with MSW's own worker script beside them. */
function inChromium(name: string, msw: "msw" | "msw-3", executablePath: string): TestProjectInlineConfiguration {
  const publicDir = `.vitest/${msw}`;
  cpSync(createRequire(import.meta.url).resolve(`${msw}/mockServiceWorker.js`), `${publicDir}/mockServiceWorker.js`);
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  return {
    extends: true,
    publicDir,
    ...(msw === "msw-3" && { resolve: MSW_3 }),
    // Found only while the tests load, they would be bundled then, and the page reloaded under the tests.
    optimizeDeps: { include: [msw, `${msw}/browser`] },
    test: {
      name,
      include: ["test/*.browser.test.ts"],
      typecheck: { enabled: false },
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

/** All suites run on MSW 2; those that go through MSW run on MSW 3 once more. */
const config: ViteUserConfig = mergeConfig(
  inOneProcess,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: { name: "msw 2", env: { MSW_MAJOR: "2" }, exclude: ["**/*.browser.test.ts", "**/node_modules/**"] },
        },
        {
          extends: true,
          resolve: MSW_3,
          test: {
            name: "msw 3",
            env: { MSW_MAJOR: "3" },
            include: ["test/transports.test.ts", "src/setup-mock-server.test.ts"],
            typecheck: { enabled: false },
          },
        },
        ...(chromium
          ? [inChromium("msw 2 in Chromium", "msw", chromium), inChromium("msw 3 in Chromium", "msw-3", chromium)]
          : []),
      ],
    },
  }),
);

export default config;
