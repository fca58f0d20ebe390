import { afterAll, expect, test, vi } from "vitest";
import { setupMockWorker } from "../src/setup-mock-worker.ts";
import { describeConformance } from "./conformance.ts";
import { referenceApi } from "./reference-api.ts";

const worker = setupMockWorker({ spec: referenceApi });
await worker.start({ quiet: true });
afterAll(() => worker.stop());

describeConformance("MSW's service worker in Chromium", () => ({
  baseUrl: worker.api.baseUrl,
  fetch: (...call) => fetch(...call),
  api: worker.api,
  stop: () => worker.api.reset(),
}));

test("says where it looked for the worker script, and how to put it there", async () => {
  vi.stubGlobal(
    "fetch",
    async () => new Response("<title>An app</title>", { headers: { "Content-Type": "text/html" } }),
  );
  const { origin } = location;
  await expect(setupMockWorker().start()).rejects.toThrow(
    new RegExp(`^MSW's worker script is not at ${origin}/.*mockServiceWorker.js.* Run \`npx msw init FOLDER --save\``),
  );
});
