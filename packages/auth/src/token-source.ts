import type { Acquire } from "./acquire-from.ts";
import type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
import type { CallEnd } from "./call-end.ts";
import type { Clock } from "./clock.ts";
import { AuthError, InvalidTokenResponseError, TokenTimeoutError, TokenUnavailableError } from "./errors.ts";
import type { TimedToken } from "./timed-token.ts";
import {
  ACQUISITION_TIMEOUT_MS,
  backoffMs,
  type Instant,
  leadTimeMs,
  leftMsOf,
  type Pause,
  pauseLeftMs,
  REJECTION_COOL_DOWN_MS,
  SETTLING_MS,
  stateOf,
  type TokenRecord,
} from "./token-rule.ts";
import { within } from "./within.ts";

/** Keeps one token alive, by the rule of `token-rule.ts`. */
export interface TokenSource {
  /**
   * A token that no clock calls dead: at once if there is one, otherwise when the one acquisition in flight ends.
   *
   * @param replaces The token that the caller wants replaced, which is no answer to it.
   * @throws AuthError; the call's reason, if it ends before.
   */
  get(call: CallEnd, replaces?: string): TokenRecord | Promise<TokenRecord>;
  /** How long a remembered failure still forbids to ask for a token. */
  pauseMs(): number;
  /** Whether calls are sent with this token. */
  isCurrent(token: string): boolean;
  /** Drops the token that the API rejected, unless another has taken its place already. */
  reject(token: string): void;
  /** Starts to acquire a token for later calls, unless there is a fresh one, or that is under way or forbidden. */
  refresh(): void;
}

export interface TokenSourceOptions {
  readonly acquire: Acquire;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onEvent: (event: AuthEvent) => void;
  /** How often one acquisition asks, if it gets the very token that the API rejected. */
  readonly maxAsks: number;
}

/** One acquisition, and the time it has. */
interface Flight extends Pause {
  readonly token: Promise<TokenRecord>;
  /** Ends it, as a failure, unless it has ended. */
  end(): AuthError;
}

/** A failure that is remembered, so that callers do not repeat it. */
interface Failure extends Pause {
  readonly error: AuthError;
  /** Failures in a row. */
  readonly count: number;
}

export function createTokenSource({ acquire, clock, random, onEvent, maxAsks }: TokenSourceOptions): TokenSource {
  let current: TokenRecord | undefined;
  /** Follows the current one when that is dead, or when its own pause is over. */
  let reserve: (TokenRecord & Pause) | undefined;
  /** The last that the API rejected. */
  let rejected: string | undefined;
  let flight: Flight | undefined;
  let failure: Failure | undefined;

  function start(): Flight {
    const controller = new AbortController();
    const begunAt = clock.now();
    const reason = reasonAt(begunAt);
    let ended: AuthError | undefined;
    const land = () => {
      clearTimeout(timer);
      flight = undefined;
    };
    const end = (cause: unknown = new TokenTimeoutError(ACQUISITION_TIMEOUT_MS)) => {
      if (ended) return ended;
      ended = cause instanceof AuthError ? cause : new TokenUnavailableError("Getting a token failed.", { cause });
      land();
      remember(ended, reason, begunAt);
      try {
        controller.abort(ended);
      } catch {
        // A runtime that keeps requests apart does not let one abort what another has begun.
      }
      return ended;
    };
    const token = ask(reason, controller.signal)
      .then((stored) => {
        if (ended) throw ended;
        const record = take(stored, reason, begunAt);
        land();
        return record;
      })
      .catch((cause) => {
        throw end(cause);
      });
    // Nobody may be waiting for it.
    token.catch(() => {});
    const timer = setTimeout(end, ACQUISITION_TIMEOUT_MS);
    // Whoever waits keeps the process alive by a timer of its own.
    (timer as { unref?(): unknown }).unref?.();
    flight = { token, end, at: begunAt.monotonic, waitMs: ACQUISITION_TIMEOUT_MS };
    return flight;
  }

  async function ask(reason: AcquisitionReason, signal: AbortSignal): Promise<TimedToken> {
    let stored = await acquire(current?.token ?? rejected, signal, reason);
    // What hands back the rejected token has not renewed it: it may have been asked before the rejection, or cache.
    for (let asks = 1; stored.token === rejected && asks < maxAsks && !signal.aborted; asks++) {
      stored = await acquire(rejected, signal, "rejected");
    }
    return stored;
  }

  function take(
    { token, lifetimeMs, requestedAt }: TimedToken,
    reason: AcquisitionReason,
    begunAt: Instant,
  ): TokenRecord {
    const record = { token, lifetimeMs, leadMs: leadTimeMs(lifetimeMs, random()), requestedAt };
    const now = clock.now();
    if (stateOf(record, now) === "dead") throw new InvalidTokenResponseError("The token was dead on arrival.");
    failure = undefined;
    // There is no other: it may still serve calls that are not like the one which was rejected.
    if (token === rejected) rejected = undefined;
    if (!current || current.token === token || stateOf(current, now) === "dead") current = record;
    else reserve = { ...record, at: now.monotonic, waitMs: SETTLING_MS };
    onEvent({ type: "token-acquired", reason, durationMs: now.monotonic - begunAt.monotonic, lifetimeMs });
    return record;
  }

  function reasonAt(now: Instant): AcquisitionReason {
    if (!current) return rejected === undefined ? "none" : "rejected";
    return stateOf(current, now) === "dead" ? "dead" : "due";
  }

  function remember(error: AuthError, reason: AcquisitionReason, begunAt: Instant): void {
    const now = clock.now();
    const at = now.monotonic;
    const count = (failure?.count ?? 0) + 1;
    const backoff = backoffMs(count, random());
    // A refresh that failed, even by a refusal, is tried again at the latest when the living token dies.
    const restMs =
      reason === "due"
        ? Math.min(backoff, current ? Math.max(0, leftMsOf(current, now)) : 0)
        : error.code === "ERR_CREDENTIALS_REJECTED"
          ? REJECTION_COOL_DOWN_MS
          : backoff;
    const waitMs = Math.max(restMs, error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0);
    failure = { error, at, waitMs, count };
    onEvent({ type: "token-failed", reason, durationMs: at - begunAt.monotonic, error, waitMs });
  }

  function pauseMs(): number {
    return failure ? pauseLeftMs(failure, clock.now()) : 0;
  }

  function refresh(): void {
    if (!flight && !reserve && !pauseMs() && stateOf(current, clock.now()) !== "fresh") start();
  }

  return {
    get(call, replaces) {
      const now = clock.now();
      if (reserve && (stateOf(current, now) === "dead" || current?.token === replaces || !pauseLeftMs(reserve, now))) {
        current = reserve;
        reserve = undefined;
      }
      const state = stateOf(current, now);
      if (current && state !== "dead" && current.token !== replaces) {
        if (state === "due") {
          if (failure) onEvent({ type: "token-reused", leftMs: leftMsOf(current, now) });
          refresh();
        }
        return current;
      }
      if (call.signal?.aborted || (!flight && pauseMs())) return within(call, Promise.reject(failure?.error));
      const joined = flight ?? start();
      // Where a runtime has ended whoever began the flight, nothing of it happens any more: the next call begins another.
      return within(call, joined.token, pauseLeftMs(joined, clock.now()), () => Promise.reject(joined.end()));
    },
    pauseMs,
    isCurrent: (token) => current?.token === token,
    reject(token) {
      if (token !== current?.token && token !== reserve?.token) return;
      // Both: whatever ended the one may have ended the other, and a call is not sent a third time. A store has the newer.
      rejected = reserve?.token ?? token;
      current = reserve = undefined;
    },
    refresh,
  };
}
