import type { AuthEvent } from "../src/auth-event.ts";
import { createTokenSource, type TokenSource } from "../src/token-source.ts";
import type { StoredToken } from "../src/token-store.ts";

/** One acquisition that a test settles when it likes. */
export interface Acquisition {
  readonly replaces: string | undefined;
  readonly signal: AbortSignal;
  succeed(token: string, lifetimeMs?: number, ageMs?: number): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** A token source under clocks and acquisitions of the test's own. */
export function setUp(): {
  readonly source: TokenSource;
  readonly now: { wall: number; monotonic: number };
  pass(ms: number): void;
  readonly acquisitions: Acquisition[];
  last(): Acquisition;
  readonly events: AuthEvent[];
} {
  const now = { wall: 1_000_000, monotonic: 0 };
  const acquisitions: Acquisition[] = [];
  const events: AuthEvent[] = [];
  const source = createTokenSource({
    acquire: (replaces, signal) =>
      new Promise<StoredToken>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        acquisitions.push({
          replaces,
          signal,
          succeed: (token, lifetimeMs = 100_000, ageMs = 0) => settled(() => resolve({ token, lifetimeMs, ageMs })),
          fail: (error) => settled(() => reject(error)),
        });
      }),
    clock: { now: () => ({ ...now }) },
    random: () => 0,
    onEvent: (event) => events.push(event),
  });
  const pass = (ms: number) => {
    now.wall += ms;
    now.monotonic += ms;
  };
  const last = () => {
    const acquisition = acquisitions.at(-1);
    if (!acquisition) throw new Error("nothing was acquired");
    return acquisition;
  };
  return { source, now, pass, acquisitions, last, events };
}

/** Settles something and lets all that follows from it happen. */
async function settled(settle: () => void): Promise<void> {
  settle();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
