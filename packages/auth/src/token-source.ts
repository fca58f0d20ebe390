import type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
import type { Clock } from "./clock.ts";
import { AuthError, CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "./errors.ts";
import {
  backoffMs,
  elapsedMs,
  type Instant,
  leadTimeMs,
  REJECTION_COOL_DOWN_MS,
  stateOf,
  type TokenRecord,
} from "./token-rule.ts";
import type { StoredToken } from "./token-store.ts";

/** Keeps one token alive, by the rule of `token-rule.ts`. */
export interface TokenSource {
  /**
   * A token that no clock calls dead: at once if there is one, otherwise when the one acquisition in flight ends.
   *
   * @throws AuthError; the signal's reason, if the caller leaves.
   */
  get(signal: AbortSignal | undefined): string | Promise<string>;
  /** Drops the token that the API rejected, unless another has taken its place already. */
  drop(token: string): void;
}

export interface TokenSourceOptions {
  /** Obtains a token other than `replaces`. Ends when the signal aborts. */
  readonly acquire: (replaces: string | undefined, signal: AbortSignal) => Promise<StoredToken>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onEvent: (event: AuthEvent) => void;
}

/** One acquisition, and how many wait for it. */
interface Flight {
  readonly token: Promise<string>;
  readonly controller: AbortController;
  waiting: number;
}

/** A failure that is remembered, so that callers do not repeat it. */
interface Failure {
  readonly error: AuthError;
  readonly at: Instant;
  readonly waitMs: number;
  /** Failures in a row. */
  readonly count: number;
}

export function createTokenSource({ acquire, clock, random, onEvent }: TokenSourceOptions): TokenSource {
  let current: TokenRecord | undefined;
  let rejected: string | undefined;
  let flight: Flight | undefined;
  let failure: Failure | undefined;

  function start(reason: AcquisitionReason): Flight {
    const controller = new AbortController();
    const started: Flight = { token: run(reason, controller.signal), controller, waiting: 0 };
    const land = () => {
      if (flight === started) flight = undefined;
    };
    started.token.then(land, land);
    flight = started;
    return started;
  }

  async function run(reason: AcquisitionReason, signal: AbortSignal): Promise<string> {
    const startedAt = clock.now();
    try {
      const { token, lifetimeMs, ageMs } = await acquire(rejected ?? current?.token, signal);
      const now = clock.now();
      const requestedAt = { wall: now.wall - ageMs, monotonic: now.monotonic - ageMs };
      const record = { token, lifetimeMs, leadMs: leadTimeMs(lifetimeMs, random()), requestedAt };
      if (stateOf(record, now) === "dead")
        throw new InvalidTokenResponseError("The token had expired before it arrived.");
      current = record;
      rejected = failure = undefined;
      onEvent({ type: "token-acquired", reason, durationMs: elapsedMs(startedAt, now), lifetimeMs });
      return token;
    } catch (cause) {
      signal.throwIfAborted();
      const error =
        cause instanceof AuthError ? cause : new TokenUnavailableError("Getting a token failed.", { cause });
      remember(error, reason, startedAt);
      throw error;
    }
  }

  function remember(error: AuthError, reason: AcquisitionReason, startedAt: Instant): void {
    const at = clock.now();
    const count = (failure?.count ?? 0) + 1;
    const retryAfterMs = error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0;
    const isFinal = error instanceof CredentialsRejectedError;
    const waitMs = isFinal ? REJECTION_COOL_DOWN_MS : Math.max(backoffMs(count, random()), retryAfterMs);
    failure = { error, at, waitMs, count };
    onEvent({ type: "token-failed", reason, durationMs: elapsedMs(startedAt, at), error, waitMs });
  }

  /** Waits for the flight until it ends or the caller leaves; the last to leave ends it. */
  function join(joined: Flight, signal: AbortSignal | undefined): Promise<string> {
    joined.waiting++;
    if (!signal) return joined.token;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--joined.waiting > 0) return;
        if (flight === joined) flight = undefined;
        joined.controller.abort();
      };
      signal.addEventListener("abort", leave, { once: true });
      joined.token.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  return {
    get(signal) {
      const now = clock.now();
      const state = stateOf(current, now);
      if (current && state === "fresh") return current.token;
      const mayAsk = !failure || now.monotonic - failure.at.monotonic >= failure.waitMs;
      if (current && state === "due") {
        if (!flight && mayAsk) start("due").waiting++;
        return current.token;
      }
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (flight) return join(flight, signal);
      if (failure && !mayAsk) return Promise.reject(failure.error);
      return join(start(current ? "dead" : rejected === undefined ? "none" : "rejected"), signal);
    },
    drop(token) {
      if (current?.token !== token) return;
      current = undefined;
      rejected = token;
    },
  };
}
