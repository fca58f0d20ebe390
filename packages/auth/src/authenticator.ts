import { systemClock } from "./clock.ts";
import { AuthError, CallTimeoutError, ConfigurationError } from "./errors.ts";
import { type AuthOptions, resolveOptions } from "./options.ts";
import { createRejections } from "./rejections.ts";
import { isRepeatable, isTransient, mayPass, PATIENCE_MS, retryAfterMs } from "./retry-rule.ts";
import { sleep } from "./sleep.ts";
import { backoffMs, MAX_ASKS, type TokenRecord } from "./token-rule.ts";
import { createTokenSource, type TokenSource } from "./token-source.ts";

/** What the doors of this package share: it puts a token on calls, and repeats those that another attempt may help. */
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
   * @throws ConfigurationError if the request goes to another origin; AuthError if there is no token to be had.
   */
  begin(request: Request, caller: SignalHolder, isOneShot: boolean): Call | Promise<Call>;
  /**
   * Ends as the first attempt does, or as the last of those that had to follow.
   *
   * @param send Sends a request that is ready to go.
   * @param outcome The first attempt's, if it has been made.
   */
  settle(call: Call, send: Send, outcome?: Promise<Response>): Promise<Response>;
}

export type Send = (request: Request, init?: RequestInit) => Promise<Response>;

/** A request, or the options of one. */
export interface SignalHolder {
  readonly signal?: AbortSignal | null | undefined;
}

/** A call under way. */
export interface Call {
  /** Kept from the garbage collector: in Node, requests follow the signal they are made with only weakly. */
  readonly caller: SignalHolder;
  /** Ends the call, if anything does: the caller's own signal, not one that follows it, or the deadline too. */
  readonly signal: AbortSignal | undefined;
  /** Carries a token while it is being sent, and neither before nor after, so that nobody else sees it. */
  request: Request;
  /** The same request with its body unread; undefined if it cannot be sent again. */
  spare: Request | undefined;
  token: TokenRecord | undefined;
  readonly startedAt: number;
  /** For a token that was not to be had, and between attempts, in all. */
  waitedMs: number;
  retries: number;
  isReplayed: boolean;
}

export function createAuthenticator(authOptions: AuthOptions): Authenticator {
  const { baseUrl, acquire, fetch, timeoutMs, retries, onEvent } = resolveOptions(authOptions);
  const { origin } = new URL(baseUrl);
  const random = Math.random;
  const tokens = createTokenSource({ acquire, clock: systemClock, random, onEvent, maxAsks: MAX_ASKS });
  const rejections = createRejections(systemClock, random);

  function begin(original: Request, caller: SignalHolder, isOneShot: boolean): Call | Promise<Call> {
    if (!original.url.startsWith(`${origin}/`)) {
      throw new ConfigurationError(`The token is for ${origin} only. Call other origins with another fetch.`);
    }
    let signal = caller.signal ?? undefined;
    let request = original;
    if (timeoutMs !== undefined) {
      signal = deadlineSignal(caller, timeoutMs);
      request = new Request(original, { signal });
    }
    return authorize({
      caller,
      signal,
      request,
      spare: isOneShot ? undefined : spareOf(request),
      token: undefined,
      startedAt: performance.now(),
      waitedMs: 0,
      retries: 0,
      isReplayed: false,
    });
  }

  function authorize(call: Call): Call | Promise<Call> {
    const put = (token: TokenRecord) => {
      call.token = token;
      call.request.headers.set("Authorization", `Bearer ${token.token}`);
      return call;
    };
    const token = tokens.get(call.signal);
    if (!(token instanceof Promise)) return put(token);
    const askedAt = performance.now();
    return token.then(put, (error) => awaitToken(call, error, askedAt));
  }

  /** Waits until a token may be asked for again. Any call can: nothing of it has been sent. */
  async function awaitToken(call: Call, error: unknown, askedAt: number): Promise<Call> {
    call.waitedMs += performance.now() - askedAt;
    if (call.signal?.aborted || !(error instanceof AuthError) || !mayPass(error)) throw error;
    // A timer may fire up to a millisecond early.
    const waitMs = planRetry(call, Math.ceil(tokens.pauseMs()) + 1);
    if (waitMs === undefined) throw error;
    await sleep(waitMs, call.signal);
    return authorize(call);
  }

  async function settle(call: Call, send: Send, outcome?: Promise<Response>): Promise<Response> {
    const { signal } = call;
    const init = signal && { signal };
    for (let first = outcome; ; first = undefined) {
      const { request } = call;
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await (first ?? send(request, init));
      } catch (thrown) {
        error = thrown;
      }
      request.headers.delete("Authorization");
      if (response && response.status !== 401) rejections.note(request, true, call.isReplayed);
      const waitMs = response?.ok || signal?.aborted || request.signal.aborted ? undefined : planRepeat(call, response);
      if (waitMs === undefined || !call.spare) {
        if (response) return response;
        // Some runtimes throw a copy of the reason, which is no longer of its class.
        throw signal?.aborted ? signal.reason : error;
      }
      response?.body?.cancel().catch(() => {});
      if (waitMs) await sleep(waitMs, signal);
      // With the headers as they were sent: a middleware may have added some after the spare was made.
      if (call.spare !== request) call.request = new Request(call.spare, { headers: request.headers, ...init });
      call.spare = spareOf(call.request);
      await authorize(call);
    }
  }

  /** How long to wait before a call is sent again; undefined if it is not. */
  function planRepeat(call: Call, response: Response | undefined): number | undefined {
    const { status, headers } = response ?? {};
    if (status === 401) {
      const { request, token } = call;
      if (call.isReplayed || (token && tokens.isCurrent(token.token) && !rejections.mayRenew(request))) {
        rejections.note(request, false, call.isReplayed);
        return call.isReplayed ? undefined : giveUp(call, status, "renewals");
      }
      if (token) tokens.reject(token.token);
      if (!call.spare) {
        tokens.refresh();
        return giveUp(call, status, "body");
      }
      call.isReplayed = true;
      onEvent({ type: "call-replayed", durationMs: durationOf(call) });
      return 0;
    }
    if (!isRepeatable(call.request) || (status && !isTransient(status))) return undefined;
    if (!call.spare) return giveUp(call, status, "body");
    return planRetry(call, ((headers && retryAfterMs(headers)) || 0) + backoffMs(call.retries + 1, random()), status);
  }

  function planRetry(call: Call, waitMs: number, status?: number): number | undefined {
    const durationMs = durationOf(call);
    if (call.retries >= retries) return giveUp(call, status, "attempts");
    if (waitMs > (timeoutMs === undefined ? PATIENCE_MS - call.waitedMs : timeoutMs - durationMs)) {
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

/** What to send again. A request without a body can be sent any number of times; others need a clone. */
function spareOf(request: Request): Request {
  return request.method === "GET" || request.method === "HEAD" ? request : request.clone();
}

/** Ends a call when its time is up: also its answer's body, so the timer stays, but keeps no process alive. */
function deadlineSignal(caller: SignalHolder, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    if (!caller.signal?.aborted) controller.abort(new CallTimeoutError(timeoutMs));
  }, timeoutMs);
  (timer as { unref?(): unknown }).unref?.();
  return caller.signal ? AbortSignal.any([caller.signal, controller.signal]) : controller.signal;
}
