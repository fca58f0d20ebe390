import { AsyncLocalStorage } from "node:async_hooks";
import type { TokenStore } from "../token-store.ts";

/** How long each process has been up when the first is started. */
const UPTIMES_MS = [0, 14_000, 3_600_000];

const uptimes = new AsyncLocalStorage<number>();

/**
 * Opens stores as processes that were started at different times would have them: what each of them runs sees a
 * `performance.now()` that counts from an origin of its own. A store that is opened twice is one process's.
 */
export async function openWithOwnTimeOrigins(open: () => TokenStore | Promise<TokenStore>): Promise<TokenStore[]> {
  shiftClock();
  const processes = new Map<TokenStore, TokenStore>();
  const stores: TokenStore[] = [];
  for (const uptimeMs of UPTIMES_MS) {
    const store = await uptimes.run(uptimeMs, open);
    const known = processes.get(store);
    const wrapped: TokenStore = known ?? { obtain: (...wish) => uptimes.run(uptimeMs, () => store.obtain(...wish)) };
    processes.set(store, wrapped);
    stores.push(wrapped);
  }
  return stores;
}

/** Once, and for good: who is no opened store sees no difference. */
function shiftClock(): void {
  if ("isShifted" in performance.now) return;
  const { timeOrigin } = performance;
  const now = performance.now.bind(performance);
  const uptimeMs = () => uptimes.getStore() ?? 0;
  const value = Object.assign(() => now() + uptimeMs(), { isShifted: true });
  Object.defineProperty(performance, "now", { configurable: true, writable: true, value });
  Object.defineProperty(performance, "timeOrigin", { configurable: true, get: () => timeOrigin - uptimeMs() });
}
