import { createUncheckedClient, type paths, type RawClient } from "@m800/phone-number-client";
import type { AuthOptions } from "./auth-options.ts";
import { createAuthenticator } from "./authenticator.ts";
import { type CallInit, initOf, sendAuthenticated } from "./send-authenticated.ts";

/** What a request was made of, with the options that it does not know. Not on those that a middleware made. */
const INIT = Symbol();

/** What {@link createPhoneNumberClient} returns: an openapi-fetch client, typed by the API's paths or by yours. */
export type PhoneNumberClient<Paths extends object = paths> = RawClient<Paths>;

/**
 * Creates a typed client of the M800 Phone Number API that gets, shares and renews its access token by itself.
 *
 * The token is put on below all middlewares: they see each call once, without a 401 that expiry or revocation caused.
 *
 * @typeParam Paths If your gateway differs from the API's description: its paths, as openapi-typescript writes them.
 * @throws ConfigurationError if an option is missing or unusable. Calls reject with an AuthError if there is no token to
 * be had, or no time left.
 * @example
 * const client = createPhoneNumberClient({ baseUrl, credentials: { securityToken, username } });
 * const { data, error } = await client.GET("/countries");
 */
export function createPhoneNumberClient<Paths extends object = paths>(
  options: AuthOptions = {},
): PhoneNumberClient<Paths> {
  const authenticator = createAuthenticator(options);

  return createUncheckedClient({
    baseUrl: authenticator.baseUrl,
    // Not a subclass: openapi-fetch asks of what a middleware returns if it is one, where any request will do.
    Request: new Proxy(Request, {
      construct(PlatformRequest, [input, init]) {
        const request = new PlatformRequest(input, init);
        Object.defineProperty(request, INIT, { value: init });
        return request;
      },
    }),
    fetch(request) {
      const init: CallInit | undefined = Reflect.get(request, INIT);
      return sendAuthenticated(authenticator, request, init ?? initOf(request), init ?? request, !init);
    },
  });
}
