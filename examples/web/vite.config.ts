import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";

const WORKER = createRequire(import.meta.url).resolve("msw/mockServiceWorker.js");

/** Serves MSW's worker script to the demo and to tests, so that a built app never has it. */
export const serveWorkerScript: Plugin = {
  name: "serve-worker-script",
  configureServer: ({ middlewares }) => {
    middlewares.use("/mockServiceWorker.js", (_request, response) => {
      response.setHeader("Content-Type", "text/javascript").end(readFileSync(WORKER));
    });
  },
};

const config: UserConfig = defineConfig({
  plugins: [react(), serveWorkerScript],
  // Each flag is a file of its own, asked for when it is shown.
  build: { assetsInlineLimit: 0, rolldownOptions: { checks: { bundlerTimings: false } } },
});

export default config;
