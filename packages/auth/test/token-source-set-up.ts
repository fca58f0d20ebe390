import type { AuthEvent } from "../src/auth-event.ts";
import type { TimedToken } from "../src/timed-token.ts";
import type { TokenRecord } from "../src/token-rule.ts";
import { createTokenSource, type TokenSource } from "../src/token-source.ts";

/** One acquisition that a test settles when it likes. */
export interface Acquisition {
  readonly replaces: string | undefined;
  readonly signal: AbortSignal;
  succeed(token: string, lifetimeMs?: number, ageMs?: number): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** A token source that speaks of tokens instead of records. */
interface NamedTokenSource extends Pick<TokenSource, "pauseMs" | "accept" | "refresh"> {
  get(signal: AbortSignal | undefined): string | Promise<string>;
  drop(token: string): boolean;
}

/** A token source under clocks and acquisitions of the test's own. */
export function setUp(): {
  readonly source: NamedTokenSource;
  readonly now: { wall: number; monotonic: number };
  pass(ms: number): void;
  readonly acquisitions: Acquisition[];
  last(): Acquisition;
  readonly events: AuthEvent[];
} {
  const now = { wall: 1_000_000, monotonic: 0 };
  const acquisitions: Acquisition[] = [];
  const events: AuthEvent[] = [];
  const records = new Map<string, TokenRecord>();
  const nameOf = (record: TokenRecord) => {
    records.set(record.token, record);
    return record.token;
  };
  const plain = createTokenSource({
    acquire: (replaces, signal) =>
      new Promise<TimedToken>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        acquisitions.push({
          replaces,
          signal,
          succeed: (token, lifetimeMs = 100_000, ageMs = 0) => {
            const requestedAt = { wall: now.wall - ageMs, monotonic: now.monotonic - ageMs };
            return settled(() => resolve({ token, lifetimeMs, requestedAt }));
          },
          fail: (error) => settled(() => reject(error)),
        });
      }),
    clock: { now: () => ({ ...now }) },
    random: () => 0,
    onEvent: (event) => events.push(event),
  });
  const source: NamedTokenSource = {
    ...plain,
    get(signal) {
      const record = plain.get(signal);
      return record instanceof Promise ? record.then(nameOf) : nameOf(record);
    },
    drop(token) {
      const record = records.get(token);
      if (!record) throw new Error(`nobody got ${token}`);
      return plain.reject(record);
    },
  };
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
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
