import type { MockSpec } from "@m800/mock-engine";
import { type SetupWorker, setupWorker } from "msw/browser";
import { createMockApi, type MockApi } from "./create-mock-api.ts";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import type { MockApiOptions } from "./mock-engine.ts";
import type { AnyOperations } from "./reply.ts";

/** An MSW service worker whose handlers are the mock API. */
export type MockWorker<Operations extends object = operations, Sent extends object = sentOperations> = SetupWorker & {
  /** The mock API behind the worker. */
  readonly api: MockApi<Operations, Sent>;
};

/**
 * Creates an MSW worker that intercepts this page's calls to the API. `worker.use` and all else of MSW go on working.
 *
 * The page's server must have MSW's worker script. Unless `start` is told its `serviceWorker.url`, it is looked for beside
 * the page and at the root; if it is at neither, `start` rejects and says how to put it there.
 *
 * @example
 * const worker = setupMockWorker();
 * await worker.start();
 */
export function setupMockWorker<Operations extends object = AnyOperations>(
  options: MockApiOptions & { readonly spec: MockSpec },
): MockWorker<Operations, Operations>;
export function setupMockWorker(options?: MockApiOptions): MockWorker;
export function setupMockWorker(options?: MockApiOptions): MockWorker {
  const api = createMockApi(options);
  const worker = setupWorker(...api.handlers);
  const start = worker.start.bind(worker);
  return Object.assign(worker, {
    api,
    start: async (...[startOptions]: Parameters<typeof start>) => {
      const url = startOptions?.serviceWorker?.url ?? (await findScript());
      return start({ ...startOptions, serviceWorker: { ...startOptions?.serviceWorker, url } });
    },
  });
}

const SCRIPT = "mockServiceWorker.js";

async function findScript(): Promise<string> {
  const places = new Set([SCRIPT, `/${SCRIPT}`].map((place) => new URL(place, document.baseURI).href));
  for (const place of places) if (await isScript(place)) return place;
  throw new Error(
    `MSW's worker script is not at ${[...places].join(" nor at ")}. Run \`npx msw init FOLDER --save\` with the folder ` +
      "whose files your page's server serves (public, with Vite), or pass its address as serviceWorker.url.",
  );
}

/** Servers of single-page apps answer unknown paths with a page, so the status alone does not tell. */
async function isScript(url: string): Promise<boolean> {
  const response = await fetch(url, { method: "HEAD" });
  return response.ok && /javascript/.test(response.headers.get("Content-Type") ?? "");
}
