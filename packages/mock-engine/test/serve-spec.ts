import type { MockSpec } from "../src/engine/api-description.ts";
import { noBehaviour } from "../src/engine/behaviour.ts";
import { createFetch } from "../src/engine/create-fetch.ts";
import { createEngine, type Engine, type EngineOptions } from "../src/engine/engine.ts";

/** An engine at `https://api.invalid`, with all its controls. */
export function serveSpec(
  { api, findValidator }: MockSpec,
  options?: EngineOptions,
): Engine & { readonly baseUrl: string; readonly fetch: typeof globalThis.fetch } {
  const baseUrl = "https://api.invalid";
  const engine = createEngine(api, findValidator, noBehaviour, options);
  return { ...engine, baseUrl, fetch: createFetch(engine.handle, baseUrl).fetch };
}
