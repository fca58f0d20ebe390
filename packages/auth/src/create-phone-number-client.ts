import { createRawClient, type RawClient } from "@m800/phone-number-client";
import { createAuthenticator } from "./authenticator.ts";
import type { AuthOptions } from "./options.ts";
import { sendAuthenticated } from "./send-authenticated.ts";

/**
 * Creates a typed client of the M800 Phone Number API that gets, shares and renews its access token by itself.
 *
 * The token is put on below all middlewares: they see each call once, without a 401 that expiry or revocation caused.
 *
 * @throws ConfigurationError if an option is missing or unusable. Calls reject with an AuthError if there is no token to
 * be had, or no time left.
 * @example
 * const client = createPhoneNumberClient({ baseUrl, credentials: { securityToken, username } });
 * const { data, error } = await client.GET("/countries");
 */
export function createPhoneNumberClient(options: AuthOptions = {}): RawClient {
  const authenticator = createAuthenticator(options);

  /** Follows no redirect, and keeps the signal and what its body was made of, so that most calls need no copy. */
  class ApiRequest extends Request {
    readonly #caller: RequestInit;

    constructor(input: RequestInfo | URL, init: RequestInit = {}) {
      super(input, { ...init, redirect: "manual" });
      this.#caller = init;
    }

    /** openapi-fetch asks this of what a middleware returns, where any request will do. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Request;
    }

    /** Undefined for a request that a middleware made. */
    static callerOf(request: Request): RequestInit | undefined {
      return #caller in request ? request.#caller : undefined;
    }
  }

  return createRawClient({
    baseUrl: authenticator.baseUrl,
    Request: ApiRequest,
    fetch(request) {
      const caller = ApiRequest.callerOf(request);
      return caller
        ? sendAuthenticated(authenticator, request, caller, caller.body instanceof ReadableStream)
        : sendAuthenticated(authenticator, new Request(request, { redirect: "manual" }), request, false);
    },
  });
}
