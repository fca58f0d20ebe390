/** A moment by both clocks, in milliseconds. Neither alone can be trusted: one is set back, the other stops in sleep. */
export interface Instant {
  /** `Date.now()` */
  readonly wall: number;
  /** `performance.now()` */
  readonly monotonic: number;
}

/** All that the rule needs to know of a token. */
export interface TokenRecord {
  readonly token: string;
  readonly lifetimeMs: number;
  /** How long before its death the token is due for replacement. */
  readonly leadMs: number;
  /** When its request was started: the latest moment at which the server's count cannot have begun yet. */
  readonly requestedAt: Instant;
}

/** `fresh`: use it. `due`: use it, and replace it in the background. `dead`: wait for another. */
export type TokenState = "fresh" | "due" | "dead";

/** `dead` too if it was requested in the monotonic clock's future: by another clock, such as a test's, so that its age is unknown. */
export function stateOf(record: TokenRecord | undefined, now: Instant): TokenState {
  const leftMs = record && now.monotonic >= record.requestedAt.monotonic ? leftMsOf(record, now) : 0;
  return record && leftMs > record.leadMs ? "fresh" : leftMs > 0 ? "due" : "dead";
}

/** What is left of a token's life by the clock that leaves less of it, so that either can declare the token dead. */
export function leftMsOf(
  { lifetimeMs, requestedAt }: Pick<TokenRecord, "lifetimeMs" | "requestedAt">,
  { wall, monotonic }: Instant,
): number {
  return lifetimeMs - Math.max(wall - requestedAt.wall, monotonic - requestedAt.monotonic);
}

/** A time in which something is not done again, from a moment by the monotonic clock: set clocks cannot shorten it. */
export interface Pause {
  readonly at: number;
  readonly waitMs: number;
}

/** What is left of a pause. One that began in the future began by another clock, such as a test's: it is over. */
export function pauseLeftMs({ at, waitMs }: Pause, { monotonic }: Instant): number {
  return monotonic < at ? 0 : Math.max(0, at + waitMs - monotonic);
}

const MAX_LEAD_MS = 30_000;
const LEAD_SHARE = 0.2;

/**
 * Lead time of a lifetime: at most 30 s and at most a fifth of it, since a fixed lead makes every call of a short-lived
 * token ask for another. `random` in [0, 1) takes up to a fifth off, so that processes do not refresh in step.
 */
export function leadTimeMs(lifetimeMs: number, random: number): number {
  return Math.min(MAX_LEAD_MS, LEAD_SHARE * lifetimeMs) * (1 - 0.2 * random);
}

const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 30_000;

/** Wait after the nth failure in a row (from 1): doubles from 0.5 s to 30 s; `random` takes up to half off. */
export function backoffMs(failures: number, random: number): number {
  return Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1)) * (1 - 0.5 * random);
}

/**
 * How long a new token stays in reserve while the old one lives: not every node of the API may know it yet. Measured
 * in `test/torture/lag.test.ts`.
 */
export const SETTLING_MS = 1_000;
/** How often one acquisition asks, if it gets the very token that is to be replaced because the API rejected it. */
export const MAX_ASKS = 3;
/** How long refused credentials are not tried again. */
export const REJECTION_COOL_DOWN_MS = 60_000;
/** One attempt at a token takes no longer than this, headers and body together. */
export const ACQUISITION_TIMEOUT_MS = 10_000;
