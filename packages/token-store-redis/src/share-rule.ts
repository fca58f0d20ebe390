import {
  type AcquisitionReason,
  CredentialsRejectedError,
  type Instant,
  leftMsOf,
  TokenUnavailableError,
} from "@m800/phone-number-auth";
import type { TimedToken } from "./timed-token.ts";

/** A lock that its holder stopped renewing ends after this: how long a killed or paused process can hold up the fleet. */
export const LOCK_MS = 3_000;
/** How often a living holder renews its lock while it waits for its token. */
export const RENEWAL_MS = 1_000;
/** Waiting for another process's token ends after this, before the auth layer's own deadline of 10 s. */
export const PATIENCE_MS = 9_000;
/** Redis answers within a millisecond or so. What takes this long counts as a failure. */
export const COMMAND_TIMEOUT_MS = 1_000;
/** After trouble with Redis, it is left alone for this long. */
export const TROUBLE_PAUSE_MS = 1_000;

/** What a process does about the token that it found in Redis. */
export type Plan = "use" | "replace" | "drop";

/**
 * `use`: hand it out. `replace`: get another; meanwhile it serves the others. `drop`: take it from them too, since the
 * API has rejected it.
 *
 * @param shared The token in Redis; undefined if there is none that is alive and can be read.
 * @param replaces The token that the client wants replaced.
 */
export function planFor(shared: string | undefined, replaces: string | undefined, reason: AcquisitionReason): Plan {
  if (shared !== undefined && shared !== replaces) return "use";
  return shared !== undefined && reason === "rejected" ? "drop" : "replace";
}

const FIRST_POLL_MS = 50;
const MAX_POLL_MS = 500;

/** Wait before the nth look (from 1) at a lock that another holds: doubles to 0.5 s; `random` in [0, 1) takes up to half off. */
export function pollMs(looks: number, random: number): number {
  return Math.min(MAX_POLL_MS, FIRST_POLL_MS * 2 ** (looks - 1)) * (1 - 0.5 * random);
}

const FAILURE_PAUSE_MS = 500;
const MAX_FAILURE_PAUSE_MS = 30_000;

/**
 * How long nobody repeats a failed token request, so that a fleet asks no more often than one process: 0.5 s, or the
 * `Retry-After` up to 30 s. Not at all after refused credentials: each process is to be told so, and then rests by itself.
 */
export function pauseAfter(error: unknown): number {
  if (error instanceof CredentialsRejectedError) return 0;
  const retryAfterMs = error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0;
  return Math.min(MAX_FAILURE_PAUSE_MS, Math.max(FAILURE_PAUSE_MS, retryAfterMs));
}

const MAX_MARGIN_MS = 1_000;
const MARGIN_SHARE = 0.05;

/** Whether enough is left of a token to hand it out: more than a twentieth of its life, or than a second. */
export function isUsable(stored: TimedToken, now: Instant): boolean {
  return leftMsOf(stored, now) > Math.min(MAX_MARGIN_MS, MARGIN_SHARE * stored.lifetimeMs);
}
