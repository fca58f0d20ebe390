import type { AuthOptions } from "./auth-options.ts";
import { createAuthenticator } from "./authenticator.ts";
import { type CallInit, initOf, sendAuthenticated } from "./send-authenticated.ts";

/** A `fetch` that takes `timeoutMs` and `retry` for a call too. */
export type AuthFetch = (input: RequestInfo | URL, init?: CallInit) => Promise<Response>;

/**
 * Creates a `fetch` that sends the API's access token, for any other HTTP client. It takes absolute URLs of the API's
 * origin and follows no redirect, so that the token goes nowhere else.
 *
 * @throws ConfigurationError if an option is missing or unusable. The `fetch` itself rejects with an AuthError if there
 * is no token to be had, or no time left.
 * @example
 * const fetch = createAuthFetch({ baseUrl, credentials });
 * const response = await fetch(`${baseUrl}/countries`, { timeoutMs: 3_000 });
 */
export function createAuthFetch(options: AuthOptions = {}): AuthFetch {
  const authenticator = createAuthenticator(options);
  return async (input, init) =>
    sendAuthenticated(
      authenticator,
      new Request(input, init),
      { ...(isRequest(input) && initOf(input)), ...(isRequest(init) ? initOf(init) : init) },
      init?.signal === undefined && isRequest(input) ? input : { signal: init?.signal },
      isRequest(input) || isRequest(init),
    );
}

function isRequest(value: unknown): value is Request {
  return value instanceof Request;
}
