import type { Acquire } from "./acquire-from.ts";
import type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
import type { Clock } from "./clock.ts";
import {
  AuthError,
  CredentialsRejectedError,
  InvalidTokenResponseError,
  TokenTimeoutError,
  TokenUnavailableError,
} from "./errors.ts";
import { sleep } from "./sleep.ts";
import {
  ACQUISITION_TIMEOUT_MS,
  backoffMs,
  leadTimeMs,
  leftMsOf,
  REJECTION_COOL_DOWN_MS,
  stateOf,
  type TokenRecord,
} from "./token-rule.ts";

/** Keeps one token alive, by the rule of `token-rule.ts`. */
export interface TokenSource {
  /**
   * A token that no clock calls dead: at once if there is one, otherwise when the one acquisition in flight ends.
   *
   * @throws AuthError; the signal's reason, if the caller leaves.
   */
  get(signal: AbortSignal | undefined): TokenRecord | Promise<TokenRecord>;
  /** How long a remembered failure still forbids to ask for a token. */
  pauseMs(): number;
  /** Notes that the API did not reject the token in place of one that it had rejected. */
  accept(): void;
  /**
   * Drops the token that the API rejected, unless another has taken its place already. False if the API has lately
   * rejected one new token after the other: then the token stays, since a newer one would not help.
   */
  reject(record: TokenRecord): boolean;
  /** Starts to acquire a token for later calls, unless there is a fresh one, or that is under way or forbidden. */
  refresh(): void;
}

export interface TokenSourceOptions {
  readonly acquire: Acquire;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onEvent: (event: AuthEvent) => void;
}

/** Node's timers can let the process end; others are plain numbers. */
type Timer = ReturnType<typeof setTimeout> & { ref?(): unknown; unref?(): unknown };

/** One acquisition, and how many wait for it. */
interface Flight {
  readonly token: Promise<TokenRecord>;
  readonly controller: AbortController;
  /** A refresh for later calls, which no caller's leaving ends. */
  readonly isBackground: boolean;
  /** Its deadline. */
  readonly timer: Timer;
  waiting: number;
}

/** A failure that is remembered, so that callers do not repeat it. Its time is monotonic: set clocks cannot shorten it. */
interface Failure {
  readonly error: AuthError;
  readonly at: number;
  readonly waitMs: number;
  /** Failures in a row. */
  readonly count: number;
}

export function createTokenSource({ acquire, clock, random, onEvent }: TokenSourceOptions): TokenSource {
  let current: TokenRecord | undefined;
  let rejected: string | undefined;
  let flight: Flight | undefined;
  let failure: Failure | undefined;
  /** Acquisitions in a row that all callers left, and tokens in a row that the API rejected. */
  let abandoned = 0;
  let rejections = 0;
  let nextRejectionAt = 0;

  /** Rest after something that led nowhere n times in a row: the first repeat is free. */
  const restMs = (times: number) => (times > 1 ? backoffMs(times - 1, random()) : 0);

  function start(isBackground: boolean): Flight {
    const controller = new AbortController();
    const rest = restMs(abandoned);
    const timer: Timer = setTimeout(
      () => controller.abort(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS)),
      rest + ACQUISITION_TIMEOUT_MS,
    );
    if (isBackground) timer.unref?.();
    const started: Flight = { token: run(controller, rest), controller, isBackground, timer, waiting: 0 };
    const land = () => {
      clearTimeout(timer);
      if (flight === started) flight = undefined;
    };
    started.token.then(land, land);
    flight = started;
    return started;
  }

  async function run(controller: AbortController, rest: number): Promise<TokenRecord> {
    const { signal } = controller;
    const isDue = stateOf(current, clock.now()) === "due";
    const reason = isDue ? "due" : current ? "dead" : rejected === undefined ? "none" : "rejected";
    if (rest) await sleep(rest, signal);
    const startedAt = clock.now().monotonic;
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    try {
      const { token, lifetimeMs, requestedAt } = await Promise.race([
        acquire(rejected ?? current?.token, signal, reason),
        ended,
      ]);
      const record = { token, lifetimeMs, leadMs: leadTimeMs(lifetimeMs, random()), requestedAt };
      const now = clock.now();
      if (stateOf(record, now) === "dead") throw new InvalidTokenResponseError("The token was dead on arrival.");
      current = record;
      rejected = failure = undefined;
      abandoned = 0;
      onEvent({ type: "token-acquired", reason, durationMs: now.monotonic - startedAt, lifetimeMs });
      return record;
    } catch (cause) {
      const error =
        cause instanceof AuthError ? cause : new TokenUnavailableError("Getting a token failed.", { cause });
      if (flight?.controller === controller) remember(error, reason, startedAt);
      throw error;
    }
  }

  function remember(error: AuthError, reason: AcquisitionReason, startedAt: number): void {
    const at = clock.now().monotonic;
    const count = (failure?.count ?? 0) + 1;
    const retryAfterMs = error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0;
    const isFinal = error instanceof CredentialsRejectedError;
    const waitMs = isFinal ? REJECTION_COOL_DOWN_MS : Math.max(backoffMs(count, random()), retryAfterMs);
    failure = { error, at, waitMs, count };
    abandoned = 0;
    onEvent({ type: "token-failed", reason, durationMs: at - startedAt, error, waitMs });
  }

  /** Waits for the flight until it ends or the caller leaves; the last to leave ends it. */
  function join(joined: Flight, signal: AbortSignal | undefined): Promise<TokenRecord> {
    joined.waiting++;
    joined.timer.ref?.();
    if (!signal) return joined.token;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--joined.waiting > 0) return;
        joined.timer.unref?.();
        if (joined.isBackground || flight !== joined) return;
        flight = undefined;
        abandoned++;
        joined.controller.abort(signal.reason);
      };
      signal.addEventListener("abort", leave);
      joined.token.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  function pauseMs(): number {
    return failure ? Math.max(0, failure.waitMs - (clock.now().monotonic - failure.at)) : 0;
  }

  function refresh(): void {
    if (!flight && !pauseMs() && stateOf(current, clock.now()) !== "fresh") start(true);
  }

  return {
    get(signal) {
      const now = clock.now();
      const state = stateOf(current, now);
      if (current && state !== "dead") {
        if (state === "due") {
          if (failure) onEvent({ type: "token-reused", leftMs: leftMsOf(current, now) });
          refresh();
        }
        return current;
      }
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (!flight && failure && pauseMs()) return Promise.reject(failure.error);
      return join(flight ?? start(false), signal);
    },
    pauseMs,
    accept() {
      rejections = 0;
    },
    reject(record) {
      if (current !== record) return true;
      const now = clock.now().monotonic;
      if (rejections && now < nextRejectionAt) return false;
      nextRejectionAt = now + restMs(++rejections);
      current = undefined;
      rejected = record.token;
      return true;
    },
    refresh,
  };
}
