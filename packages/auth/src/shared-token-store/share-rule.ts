import type { AcquisitionReason } from "../auth-event.ts";
import type { TimedToken } from "../timed-token.ts";
import { type Instant, leftMsOf } from "../token-rule.ts";
import type { SharedFailure } from "./shared-failure.ts";
import { type Cell, LOCK_MS } from "./shared-token.ts";

/** How often a living holder renews its lock while it waits for its token. */
export const RENEWAL_MS = 1_000;
/** Waiting for another process's token ends after this, and leaves time for one of its own: the auth layer's deadline is 10 s. */
export const PATIENCE_MS = 8_000;
/** After trouble with the backend, it is left alone for this long. */
export const TROUBLE_PAUSE_MS = 1_000;

/** What a process does about the token that it found. */
export type Plan = "use" | "replace" | "drop";

/**
 * `use`: hand it out. `replace`: get another; meanwhile it serves the others. `drop`: take it from them too, since the
 * API has rejected it.
 *
 * @param shared The token that is shared; undefined if there is none that is alive and can be read.
 * @param replaces The token that the client wants replaced.
 */
export function planFor(shared: string | undefined, replaces: string | undefined, reason: AcquisitionReason): Plan {
  if (shared !== undefined && shared !== replaces) return "use";
  return shared !== undefined && reason === "rejected" ? "drop" : "replace";
}

/** A clock that is set back by less breaks no lock. */
const LOCK_SLACK_MS = 500;

/**
 * `broken`: nobody's who keeps to the rule. It has no end, or one beyond the longest that a lock, or this failure's pause,
 * can have: another program's, or the backend's clock was set back.
 */
export function lockStateOf(lock: Cell, failure: SharedFailure | undefined): "free" | "held" | "failed" | "broken" {
  if (!lock.text) return "free";
  const longestMs = (failure?.pauseMs ?? LOCK_MS) + LOCK_SLACK_MS;
  if (lock.leftMs <= 0 || lock.leftMs > longestMs) return "broken";
  return failure ? "failed" : "held";
}

const FIRST_POLL_MS = 50;
const MAX_POLL_MS = 500;

/** Wait before the nth look (from 1) at a lock that another holds: doubles to 0.5 s; `random` in [0, 1) takes up to half off. */
export function pollMs(looks: number, random: number): number {
  return Math.min(MAX_POLL_MS, FIRST_POLL_MS * 2 ** (looks - 1)) * (1 - 0.5 * random);
}

const MAX_MARGIN_MS = 1_000;
const MARGIN_SHARE = 0.05;

/** Whether enough is left of a token to hand it out: more than a twentieth of its life, or than a second. */
export function isUsable(stored: TimedToken, now: Instant): boolean {
  return leftMsOf(stored, now) > Math.min(MAX_MARGIN_MS, MARGIN_SHARE * stored.lifetimeMs);
}
