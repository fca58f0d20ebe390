import { createAuthenticator } from "./authenticator.ts";
import type { AuthOptions } from "./options.ts";
import { sendAuthenticated } from "./send-authenticated.ts";

/**
 * Creates a `fetch` that sends the API's access token, for any other HTTP client. It takes absolute URLs of the API's
 * origin and follows no redirect, so that the token goes nowhere else.
 *
 * @throws ConfigurationError if an option is missing or unusable. The `fetch` itself rejects with an AuthError if there
 * is no token to be had, or no time left.
 * @example
 * const fetch = createAuthFetch({ baseUrl, credentials });
 * const response = await fetch(`${baseUrl}/countries`);
 */
export function createAuthFetch(options: AuthOptions = {}): typeof globalThis.fetch {
  const authenticator = createAuthenticator(options);
  return async (input, init) =>
    sendAuthenticated(
      authenticator,
      new Request(new Request(input, init), { redirect: "manual" }),
      init?.signal === undefined && input instanceof Request ? input : { signal: init?.signal },
      init?.body instanceof ReadableStream,
    );
}
