import type { Middleware } from "openapi-fetch";
import { createAuthenticator } from "./authenticator.ts";
import { spareOf } from "./create-auth-fetch.ts";
import type { AuthOptions } from "./options.ts";

/**
 * Creates an openapi-fetch middleware that sends the API's access token, for a client that exists already.
 *
 * Register it last: then its 401 handling comes before the other middlewares see the response. The token is renewed
 * through `fetch` of the options; the call is sent again through the client's own.
 *
 * @throws ConfigurationError if an option is missing or unusable.
 * @example client.use(createAuthMiddleware({ baseUrl, credentials }));
 */
export function createAuthMiddleware(options: AuthOptions = {}): Middleware {
  const authenticator = createAuthenticator(options);
  /** By the options object, which openapi-fetch makes anew for each call and passes to both hooks. */
  const clones = new WeakMap<object, Request>();
  return {
    async onRequest({ request, options }) {
      const spare = spareOf(request);
      if (spare !== request) clones.set(options, spare);
      await authenticator.authorize(request);
      return undefined;
    },
    onResponse({ request, response, options }) {
      const { fetch } = options;
      return authenticator.settle(response, request, clones.get(options) ?? request, (replay) => fetch(replay));
    },
  };
}
