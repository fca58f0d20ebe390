import type { AcquisitionReason, AuthEvent } from "../src/auth-event.ts";
import { createCallEnd } from "../src/call-end.ts";
import type { TimedToken } from "../src/timed-token.ts";
import type { TokenRecord } from "../src/token-rule.ts";
import { createTokenSource, type TokenSource } from "../src/token-source.ts";

/** One acquisition that a test settles when it likes. */
export interface Acquisition {
  readonly replaces: string | undefined;
  readonly reason: AcquisitionReason | undefined;
  readonly signal: AbortSignal;
  succeed(token: string, lifetimeMs?: number, ageMs?: number): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** A token source that speaks of tokens instead of records. */
interface NamedTokenSource extends Pick<TokenSource, "pauseMs" | "refresh" | "isCurrent" | "reject"> {
  get(signal: AbortSignal | undefined, replaces?: string): string | Promise<string>;
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
  const nameOf = ({ token }: TokenRecord) => token;
  const plain = createTokenSource({
    acquire: (replaces, signal, reason) =>
      new Promise<TimedToken>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        acquisitions.push({
          replaces,
          reason,
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
    maxAsks: 3,
  });
  const source: NamedTokenSource = {
    ...plain,
    get(signal, replaces) {
      const record = plain.get(createCallEnd({ signal }), replaces);
      return record instanceof Promise ? record.then(nameOf) : nameOf(record);
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
