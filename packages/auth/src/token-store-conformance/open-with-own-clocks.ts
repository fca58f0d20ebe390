import { AsyncLocalStorage } from "node:async_hooks";
import type { TokenStore } from "../token-store.ts";

/** How far a process's clocks are ahead of this one's. */
interface Clocks {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** Of processes that have been up for so long when the first is started. */
const UPTIMES: readonly Clocks[] = [0, 14_000, 3_600_000].map((monotonicMs) => ({ monotonicMs, wallMs: 0 }));
/** Of processes on machines of which one is slow, and one in another time zone that was taken for its own. */
const MACHINES: readonly Clocks[] = UPTIMES.map(({ monotonicMs }, index) => ({
  monotonicMs,
  wallMs: [0, -14_000, 3_600_000][index] ?? 0,
}));

const clocks = new AsyncLocalStorage<Clocks>();

/**
 * Opens stores as processes that were started at different times would have them: what each of them runs sees a
 * `performance.now()` that counts from an origin of its own; and, on machines of their own, another time of day. A store that
 * is opened twice is one process's.
 */
export async function openWithOwnClocks(
  open: () => TokenStore | Promise<TokenStore>,
  areMachines: boolean,
): Promise<TokenStore[]> {
  shiftClocks();
  const processes = new Map<TokenStore, TokenStore>();
  const stores: TokenStore[] = [];
  for (const own of areMachines ? MACHINES : UPTIMES) {
    const store = await clocks.run(own, open);
    const known = processes.get(store);
    const wrapped: TokenStore = known ?? { obtain: (...wish) => clocks.run(own, () => store.obtain(...wish)) };
    processes.set(store, wrapped);
    stores.push(wrapped);
  }
  return stores;
}

/** Once, and for good: who is no opened store sees no difference. */
function shiftClocks(): void {
  if ("isShifted" in performance.now) return;
  const { timeOrigin } = performance;
  const now = performance.now.bind(performance);
  const aheadBy = (clock: keyof Clocks) => clocks.getStore()?.[clock] ?? 0;
  const value = Object.assign(() => now() + aheadBy("monotonicMs"), { isShifted: true });
  Object.defineProperty(performance, "now", { configurable: true, writable: true, value });
  const origin = () => timeOrigin + aheadBy("wallMs") - aheadBy("monotonicMs");
  Object.defineProperty(performance, "timeOrigin", { configurable: true, get: origin });
  const PlainDate = Date;
  const wall = () => PlainDate.now() + aheadBy("wallMs");
  globalThis.Date = new Proxy(PlainDate, {
    get: (target, name, receiver) => (name === "now" ? wall : Reflect.get(target, name, receiver)),
    construct: (target, words, self) => Reflect.construct(target, words.length === 0 ? [wall()] : words, self),
  });
}
