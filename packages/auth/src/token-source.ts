import type { Acquire } from "./acquire-from.ts";
import type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
import type { Clock } from "./clock.ts";
import { AuthError, InvalidTokenResponseError, TokenTimeoutError, TokenUnavailableError } from "./errors.ts";
import { waitUntil } from "./sleep.ts";
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

/** Keeps one token alive, by the rule of `token-rule.ts`. */
export interface TokenSource {
  /**
   * A token that no clock calls dead: at once if there is one, otherwise when the one acquisition in flight ends.
   *
   * @param replaces The token that the caller wants replaced, which is no answer to it.
   * @throws AuthError; the signal's reason, if the caller leaves.
   */
  get(signal: AbortSignal | undefined, replaces?: string): TokenRecord | Promise<TokenRecord>;
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
  end(): void;
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
    const end = () => controller.abort(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS));
    const timer = setTimeout(end, ACQUISITION_TIMEOUT_MS);
    // Whoever waits keeps the process alive by a timer of its own.
    (timer as { unref?(): unknown }).unref?.();
    const at = clock.now().monotonic;
    const started: Flight = { token: run(controller.signal), end, at, waitMs: ACQUISITION_TIMEOUT_MS };
    const land = () => {
      clearTimeout(timer);
      if (flight === started) flight = undefined;
    };
    started.token.then(land, land);
    flight = started;
    return started;
  }

  async function run(signal: AbortSignal): Promise<TokenRecord> {
    const begunAt = clock.now();
    const reason = reasonAt(begunAt);
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    const ask = (replaces: string | undefined, why: AcquisitionReason) =>
      Promise.race([acquire(replaces, signal, why), ended]);
    try {
      let stored = await ask(current?.token ?? rejected, reason);
      // What hands back the rejected token has not renewed it: it may have been asked before the rejection, or cache.
      for (let asks = 1; stored.token === rejected && asks < maxAsks; asks++) stored = await ask(rejected, "rejected");
      const { token, lifetimeMs, requestedAt } = stored;
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
    } catch (cause) {
      const error =
        cause instanceof AuthError ? cause : new TokenUnavailableError("Getting a token failed.", { cause });
      remember(error, reason, begunAt.monotonic);
      throw error;
    }
  }

  function reasonAt(now: Instant): AcquisitionReason {
    if (!current) return rejected === undefined ? "none" : "rejected";
    return stateOf(current, now) === "dead" ? "dead" : "due";
  }

  function remember(error: AuthError, reason: AcquisitionReason, startedAt: number): void {
    const now = clock.now();
    const at = now.monotonic;
    const count = (failure?.count ?? 0) + 1;
    const retryAfterMs = error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0;
    const backoff = backoffMs(count, random());
    // A refresh that failed, even by a refusal, is tried again at the latest when the living token dies.
    const restMs =
      reason === "due"
        ? Math.min(backoff, current ? Math.max(0, leftMsOf(current, now)) : 0)
        : error.code === "ERR_CREDENTIALS_REJECTED"
          ? REJECTION_COOL_DOWN_MS
          : backoff;
    const waitMs = Math.max(restMs, retryAfterMs);
    failure = { error, at, waitMs, count };
    onEvent({ type: "token-failed", reason, durationMs: at - startedAt, error, waitMs });
  }

  /** Waits for the flight until it ends or the caller leaves, which is nobody else's affair. */
  function join(joined: Flight, signal: AbortSignal | undefined): Promise<TokenRecord> {
    return new Promise((resolve, reject) => {
      const end = () => {
        // Where a runtime has ended whoever began the flight, nothing of it happens any more: the next call begins another.
        setTimeout(() => {
          if (flight !== joined) return;
          flight = undefined;
          reject(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS));
        });
        joined.end();
      };
      const cancel = waitUntil(pauseLeftMs(joined, clock.now()), signal, end, reject);
      joined.token.then(resolve, reject).finally(cancel);
    });
  }

  function pauseMs(): number {
    return failure ? pauseLeftMs(failure, clock.now()) : 0;
  }

  function refresh(): void {
    if (!flight && !reserve && !pauseMs() && stateOf(current, clock.now()) !== "fresh") start();
  }

  return {
    get(signal, replaces) {
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
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (!flight && failure && pauseMs()) return Promise.reject(failure.error);
      return join(flight ?? start(), signal);
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
