import type { AuthOptions, CallOptions } from "./auth-options.ts";
import { type CallEnd, createCallEnd, type SignalHolder } from "./call-end.ts";
import { systemClock } from "./clock.ts";
import { AuthError, ConfigurationError } from "./errors.ts";
import { isPromise } from "./is-promise.ts";
import { type Limits, limitsOf, resolveOptions } from "./options.ts";
import { createRejections } from "./rejections.ts";
import { isRepeatable, isTransient, mayPass, PATIENCE_MS, retryAfterMs } from "./retry-rule.ts";
import { backoffMs, MAX_ASKS, stateOf, type TokenRecord } from "./token-rule.ts";
import { createTokenSource, type TokenSource } from "./token-source.ts";
import { pause, within } from "./within.ts";

/** What the doors of this package share: it gets a token for each call, and repeats those that another attempt may help. */
export interface Authenticator {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  /**
   * Prepares a call's first attempt. At once, if there is a token.
   *
   * @param caller What the caller's signal came with.
   * @param isOneShot The body is a stream that is not to be buffered.
   * @param options The call's own, over those of the client.
   * @throws ConfigurationError at once if an option is none. It rejects with one if the request goes to another origin; with
   * an AuthError if there is no token to be had.
   */
  begin(request: Request, caller: SignalHolder, isOneShot: boolean, options: CallOptions): Call | Promise<Call>;
  /**
   * Ends as the first attempt does, or as the last of those that had to follow.
   *
   * @param outcome The first attempt's, if it has been made.
   */
  settle(call: Call, send: Send, outcome?: Promise<Response>): Promise<Response>;
}

/** Makes one attempt, with this `Authorization`, which nobody but `fetch` is to see. */
export type Send = (authorization: string, signal: AbortSignal | undefined) => Promise<Response>;

/** A call under way. */
export interface Call extends Limits {
  readonly end: CallEnd;
  /** A middleware may put another in its place. */
  request: Request;
  readonly isOneShot: boolean;
  token: TokenRecord | undefined;
  readonly startedAt: number;
  /** For a token that was not to be had, and between attempts, in all. */
  waitedMs: number;
  retries: number;
  isReplayed: boolean;
}

export function createAuthenticator(authOptions: AuthOptions): Authenticator {
  const { baseUrl, origin, acquire, fetch, onEvent, limits: defaults, rejectionStatuses } = resolveOptions(authOptions);
  const random = Math.random;
  const tokens = createTokenSource({ acquire, clock: systemClock, random, onEvent, maxAsks: MAX_ASKS });
  const rejections = createRejections(systemClock, random);

  function begin(
    request: Request,
    caller: SignalHolder,
    isOneShot: boolean,
    options: CallOptions,
  ): Call | Promise<Call> {
    if (!request.url.startsWith(`${origin}/`)) {
      return Promise.reject(
        new ConfigurationError(`The token is for ${origin} only. Call other origins with another fetch.`),
      );
    }
    const limits = limitsOf(options, defaults);
    return authorize({
      ...limits,
      end: createCallEnd(caller, limits.timeoutMs, request.url),
      request,
      isOneShot,
      token: undefined,
      startedAt: performance.now(),
      waitedMs: 0,
      retries: 0,
      isReplayed: false,
    });
  }

  function authorize(call: Call): Call | Promise<Call> {
    const token = tokens.get(call.end);
    if (isPromise(token)) return awaitToken(call, token);
    call.token = token;
    return call;
  }

  /** Waits for a token, and if need be until it may be asked for again. Any call can: nothing of it has been sent. */
  async function awaitToken(call: Call, token: Promise<TokenRecord>): Promise<Call> {
    const askedAt = performance.now();
    try {
      call.token = await token;
      return call;
    } catch (error) {
      call.waitedMs += performance.now() - askedAt;
      if (call.end.signal?.aborted || !(error instanceof AuthError) || !mayPass(error)) throw error;
      // A timer may fire up to a millisecond early.
      const waitMs = planRetry(call, Math.ceil(tokens.pauseMs()) + 1);
      if (waitMs === undefined) throw error;
      await pause(call.end, waitMs);
      return authorize(call);
    }
  }

  async function settle(call: Call, send: Send, outcome?: Promise<Response>): Promise<Response> {
    for (let first = outcome; ; first = undefined) {
      let response: Response | undefined;
      let error: unknown;
      try {
        const sent = first ?? send(`Bearer ${call.token?.token}`, call.end.signal);
        response = await (call.end.signal ? within(call.end, sent) : sent);
      } catch (thrown) {
        error = thrown;
      }
      if (response && !rejectionStatuses.includes(response.status))
        rejections.note(call.request, true, call.isReplayed);
      const isOver = call.end.signal?.aborted || call.request.signal?.aborted;
      const waitMs = isOver ? undefined : planRepeat(call, response);
      if (waitMs === undefined) {
        if (response) return response;
        throw error;
      }
      // What is no body of this platform may not have it.
      response?.body?.cancel?.().catch(() => {});
      if (waitMs) await pause(call.end, waitMs);
      await authorize(call);
    }
  }

  /** How long to wait before a call is sent again; undefined if it is not. */
  function planRepeat(call: Call, response: Response | undefined): number | undefined {
    const status = response?.status;
    if (response && rejectionStatuses.includes(response.status)) {
      const { request, token } = call;
      // One that died on its way was rejected for its age, which says nothing of the operation, nor of other tokens.
      const living = token && stateOf(token, systemClock.now()) !== "dead" && token.token;
      if (call.isReplayed || (living && tokens.isCurrent(living) && !rejections.mayRenew(request))) {
        if (living) rejections.note(request, false, call.isReplayed);
        return call.isReplayed ? undefined : giveUp(call, status, "renewals");
      }
      if (living) tokens.reject(living);
      if (call.isOneShot) {
        tokens.refresh();
        return giveUp(call, status, "body");
      }
      call.isReplayed = true;
      onEvent({ type: "call-replayed", durationMs: durationOf(call) });
      return 0;
    }
    if (!isRepeatable(call.request) || (response && !isTransient(response.status))) return undefined;
    if (call.isOneShot) return giveUp(call, status, "body");
    const restMs = (response && retryAfterMs(response.headers)) || 0;
    return planRetry(call, restMs + backoffMs(call.retries + 1, random()), status);
  }

  function planRetry(call: Call, waitMs: number, status?: number): number | undefined {
    const durationMs = durationOf(call);
    if (call.retries >= call.maxRetries) return giveUp(call, status, "attempts");
    if (waitMs >= (call.timeoutMs === undefined ? PATIENCE_MS - call.waitedMs : call.timeoutMs - durationMs)) {
      return giveUp(call, status, "time");
    }
    call.retries++;
    call.waitedMs += waitMs;
    onEvent({ type: "call-retried", durationMs, status, waitMs });
    return waitMs;
  }

  function giveUp(
    call: Call,
    status: number | undefined,
    reason: "attempts" | "time" | "body" | "renewals",
  ): undefined {
    onEvent({ type: "call-gave-up", durationMs: durationOf(call), status, reason });
  }

  return { baseUrl, fetch, tokens, begin, settle };
}

function durationOf(call: Call): number {
  return performance.now() - call.startedAt;
}
