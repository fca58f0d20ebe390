import type { Middleware } from "openapi-fetch";
import { type Call, createAuthenticator } from "./authenticator.ts";
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
  const { begin, settle } = createAuthenticator(options);
  /** By the options object, which openapi-fetch makes anew for each call and passes to all hooks. */
  const calls = new WeakMap<object, Call>();

  return {
    async onRequest({ request, options }) {
      const call = await begin(new Request(request, { redirect: "manual" }), request, false);
      calls.set(options, call);
      return call.request;
    },
    async onResponse({ request, response, options }) {
      const settled = await resume(request, options, Promise.resolve(response));
      return settled === response ? undefined : settled;
    },
    onError({ request, error, options }) {
      // Returned, where it can be, so that the other middlewares see it too.
      return resume(request, options, Promise.reject(error)).catch((final: unknown) => {
        if (final instanceof Error) return final;
        throw final;
      });
    },
  };

  async function resume(
    request: Request,
    options: { fetch: typeof fetch },
    outcome: Promise<Response>,
  ): Promise<Response | undefined> {
    const call = calls.get(options);
    // Without one, this middleware's own onRequest has failed, or another has answered before it.
    if (!call) return outcome;
    // A middleware after this one may have put another in its place.
    if (call.spare === call.request) call.spare = request;
    call.request = request;
    return settle(call, (repeat) => options.fetch(repeat), outcome);
  }
}
