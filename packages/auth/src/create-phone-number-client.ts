import { createRawClient, type RawClient } from "@m800/phone-number-client";
import { createAuthenticator } from "./authenticator.ts";
import { sendAuthenticated } from "./create-auth-fetch.ts";
import type { AuthOptions } from "./options.ts";

/**
 * Creates a typed client of the M800 Phone Number API that gets, shares and renews its access token by itself.
 *
 * The token is put on below all middlewares: they see each call once, without a 401 that expiry or revocation caused.
 *
 * @throws ConfigurationError if an option is missing or unusable. Calls reject with an AuthError if there is no token to
 * be had.
 * @example
 * const client = createPhoneNumberClient({ baseUrl, credentials: { securityToken, username } });
 * const { data, error } = await client.GET("/countries");
 */
export function createPhoneNumberClient(options: AuthOptions = {}): RawClient {
  const authenticator = createAuthenticator(options);
  return createRawClient({
    baseUrl: authenticator.baseUrl,
    fetch: (request) => sendAuthenticated(authenticator, request, false),
  });
}
