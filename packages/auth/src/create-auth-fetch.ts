import { type Authenticator, createAuthenticator } from "./authenticator.ts";
import type { AuthOptions } from "./options.ts";

/**
 * Creates a `fetch` that sends the API's access token, for any other HTTP client. It takes absolute URLs of the API's
 * origin and follows no redirect, so that the token goes nowhere else.
 *
 * @throws ConfigurationError if an option is missing or unusable. The `fetch` itself rejects with an AuthError if there
 * is no token to be had.
 * @example
 * const fetch = createAuthFetch({ baseUrl, credentials });
 * const response = await fetch(`${baseUrl}/countries`);
 */
export function createAuthFetch(options: AuthOptions = {}): typeof globalThis.fetch {
  const authenticator = createAuthenticator(options);
  return async (input, init) =>
    sendAuthenticated(authenticator, new Request(input, init), init?.body instanceof ReadableStream);
}

/** Sends a copy of a request that carries the token and follows no redirect; the caller's own shows no token. */
export async function sendAuthenticated(
  authenticator: Authenticator,
  original: Request,
  isOneShot: boolean,
): Promise<Response> {
  const { fetch } = authenticator;
  const request = new Request(original, { redirect: "manual" });
  const spare = isOneShot ? undefined : spareOf(request);
  await authenticator.authorize(request);
  return authenticator.settle(await fetch(request), request, spare, (replay) => fetch(replay));
}

/** What to send again after a 401. A request without a body can be sent any number of times; others need a clone. */
export function spareOf(request: Request): Request {
  return request.method === "GET" || request.method === "HEAD" ? request : request.clone();
}
