import { vi } from "vitest";
import { type Need, shareToken } from "../src/shared-token-store/share-token.ts";
import type { TimedToken } from "../src/timed-token.ts";
import type { Instant } from "../src/token-rule.ts";
import { createModelBackend, glassSeals } from "./model-shared-token.ts";

export const LIFETIME_MS = 60_000;
const now = (): Instant => ({ wall: Date.now(), monotonic: performance.now() });
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** For each test, a clock that only the test moves. */
export function standStill(): () => void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  return () => {
    vi.useRealTimers();
  };
}

/** Processes of one fleet, and what they do. */
interface Fleet {
  readonly backend: ReturnType<typeof createModelBackend>;
  /** Tokens in order, and when each was asked for, by the monotonic clock. */
  readonly issued: readonly { readonly token: string; readonly at: number }[];
  /** What its processes tell of the store. */
  readonly told: readonly string[];
  /** A token request that takes this long. */
  readonly acquireIn: (ms: number) => () => Promise<TimedToken>;
  /** What a process's need is, if nothing else is said: it has no token. */
  readonly share: (need?: Partial<Need>) => ReturnType<typeof shareToken>;
}

export function setUp(): Fleet {
  const backend = createModelBackend();
  const issued: { token: string; at: number }[] = [];
  let locks = 0;
  const told: string[] = [];
  const acquireIn = (ms: number) => async (): Promise<TimedToken> => {
    const requestedAt = now();
    const token = `token${issued.push({ token: `token${issued.length + 1}`, at: requestedAt.monotonic })}`;
    await sleep(ms);
    return { token, lifetimeMs: LIFETIME_MS, requestedAt };
  };
  const share = (need: Partial<Need> = {}) =>
    shareToken({
      replaces: undefined,
      reason: "none",
      acquire: acquireIn(100),
      shared: backend.connect(),
      ...glassSeals,
      now,
      random: () => 0.5,
      sleep,
      newLock: () => `lock${++locks}`,
      onUnreadable: () => told.push("unreadable"),
      onTrouble: (error) => told.push(String(error)),
      ...need,
    });
  return { backend, issued, told, acquireIn, share };
}

/** What has come of a promise. */
export function isDone<T>(promise: Promise<T>): { value?: T; error?: unknown } {
  const state: { value?: T; error?: unknown } = {};
  promise.then(
    (value) => {
      state.value = value;
    },
    (error) => {
      state.error = error;
    },
  );
  return state;
}
