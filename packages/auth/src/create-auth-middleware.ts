import type { Middleware } from "openapi-fetch";
import type { AuthOptions, CallOptions } from "./auth-options.ts";
import { type Call, createAuthenticator } from "./authenticator.ts";
import { isBodiless } from "./send-authenticated.ts";

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
  const calls = new WeakMap<object, { readonly call: Call; readonly spare: Request | undefined }>();

  return {
    async onRequest({ request, options }) {
      // openapi-fetch puts options that it does not know on the request.
      const { timeoutMs, retry }: CallOptions = Object(request);
      const call = await begin(request, request, false, { timeoutMs, retry });
      const sent = copyOf(request, request, call.end.signal);
      calls.set(options, { call, spare: isBodiless(sent) ? undefined : sent.clone() });
      sent.headers.set("Authorization", `Bearer ${call.token?.token}`);
      return sent;
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
    const begun = calls.get(options);
    // Without one, this middleware's own onRequest has failed, or another has answered before it.
    if (!begun) return outcome;
    const { call, spare } = begun;
    // A middleware after this one may have put another in its place.
    call.request = request;
    request.headers.delete("Authorization");
    const send = (authorization: string, signal: AbortSignal | undefined) => {
      const repeat = copyOf(spare?.clone() ?? request, request, signal);
      repeat.headers.set("Authorization", authorization);
      // Held while its answer is read: a request that is collected takes the way to its signal along.
      call.request = repeat;
      return options.fetch(repeat);
    };
    return settle(call, send, outcome);
  }
}

/** A copy that follows no redirect, and has the headers and the platform's and frameworks' options of another. */
function copyOf(request: Request, other: Request, signal: AbortSignal | undefined): Request {
  const { headers, referrer, referrerPolicy } = other;
  // Of its own class, which the client's `fetch` may insist on.
  const OwnRequest: typeof Request = Object(request).constructor;
  const copy = new OwnRequest(request, {
    headers,
    // A copy loses these, unless they are named.
    ...(referrer && { referrer }),
    ...(referrerPolicy && { referrerPolicy }),
    redirect: "manual",
    ...(signal && { signal }),
  });
  for (const [key, value] of Object.entries(other)) if (!(key in copy)) Object.assign(copy, { [key]: value });
  return copy;
}
