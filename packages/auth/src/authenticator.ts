import { systemClock } from "./clock.ts";
import { ConfigurationError, TokenTimeoutError } from "./errors.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";
import { type AuthOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { parseTokenResponse } from "./parse-token-response.ts";
import { elapsedMs } from "./token-rule.ts";
import { createTokenSource, type TokenSourceOptions } from "./token-source.ts";
import type { StoredToken } from "./token-store.ts";

/** What the three doors of this package share: it puts a token on requests and deals with those that come back 401. */
export interface Authenticator {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /**
   * Sets the request's `Authorization`, waiting for a token if there is none alive.
   *
   * @throws ConfigurationError if the request goes to another origin; AuthError if there is no token to be had.
   */
  authorize(request: Request): Promise<void>;
  /**
   * Returns a response as it is, unless it is a 401: then renews the token and sends `spare` instead, once.
   *
   * @param spare The same request with its body unread; undefined if the body cannot be sent again.
   */
  settle(response: Response, request: Request, spare: Request | undefined, send: Send): Promise<Response>;
}

/** Sends a request that is ready to go. */
export type Send = (request: Request) => Promise<Response>;

const SCHEME = "Bearer ";

export function createAuthenticator(authOptions: AuthOptions): Authenticator {
  const options = resolveOptions(authOptions);
  const { baseUrl, fetch, onEvent } = options;
  const { origin } = new URL(baseUrl);
  const tokens = createTokenSource({
    acquire: createAcquire(options),
    clock: systemClock,
    random: Math.random,
    onEvent,
  });

  return {
    baseUrl,
    fetch,
    async authorize(request) {
      if (!request.url.startsWith(`${origin}/`)) {
        throw new ConfigurationError(`The token is for ${origin} only. Call other origins with another fetch.`);
      }
      const token = tokens.get(request.signal);
      request.headers.set("Authorization", SCHEME + (typeof token === "string" ? token : await token));
    },
    async settle(response, request, spare, send) {
      if (response.status !== 401) return response;
      tokens.drop((request.headers.get("Authorization") ?? "").slice(SCHEME.length));
      const renewed = tokens.get(request.signal);
      if (!spare) {
        Promise.resolve(renewed).catch(() => {});
        onEvent({ type: "replay-impossible" });
        return response;
      }
      response.body?.cancel().catch(() => {});
      const headers = new Headers(request.headers);
      headers.set("Authorization", SCHEME + (await renewed));
      const replayed = await send(new Request(spare, { headers }));
      onEvent({ type: "call-replayed", status: replayed.status });
      return replayed;
    },
  };
}

/** One attempt at a token takes no longer than this, headers and body together. */
const ACQUISITION_TIMEOUT_MS = 10_000;

function createAcquire({ baseUrl, source, fetch, tokenStore }: ResolvedOptions): TokenSourceOptions["acquire"] {
  async function attempt(signal: AbortSignal): Promise<StoredToken> {
    const startedAt = systemClock.now();
    const response = await withDeadline(signal, (ended) =>
      "getToken" in source ? source.getToken() : exchangeCredentials(baseUrl, source.credentials, fetch, ended),
    );
    return { ...parseTokenResponse(response), ageMs: elapsedMs(startedAt, systemClock.now()) };
  }

  if (!tokenStore || "getToken" in source) return (_replaces, signal) => attempt(signal);
  // Others may wait for what the store acquires, so this client's departure does not end it.
  const detached = () => attempt(new AbortController().signal);
  return (replaces) => tokenStore.obtain({ baseUrl, credentials: source.credentials }, replaces, detached);
}

/** Ends work when its time is up or its signal aborts, even if the work itself does not listen. */
async function withDeadline<T>(signal: AbortSignal, work: (ended: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason), { once: true });
  });
  const leave = () => controller.abort(signal.reason);
  const timer = setTimeout(
    () => controller.abort(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS)),
    ACQUISITION_TIMEOUT_MS,
  );
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", leave);
  }
}
