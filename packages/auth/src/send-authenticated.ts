import type { CallOptions } from "./auth-options.ts";
import type { Authenticator } from "./authenticator.ts";
import type { SignalHolder } from "./call-end.ts";
import { isPromise } from "./is-promise.ts";

/** What `fetch` takes beside the address; platforms and frameworks have more. */
export interface CallInit extends RequestInit, CallOptions {}

/**
 * Makes a whole call. What `fetch` gets is an address and plain options, which every implementation takes, while none
 * knows another's `Request`. May throw at once.
 *
 * @param request What is to be sent, and is not used for anything else.
 * @param init What it was made with, including what other requests tell.
 * @param caller What the caller's signal came with.
 * @param isCopy It was made with another request too.
 */
export function sendAuthenticated(
  { begin, settle, fetch }: Authenticator,
  request: Request,
  init: CallInit,
  caller: SignalHolder,
  isCopy: boolean,
): Promise<Response> {
  const { url, headers } = request;
  const { timeoutMs, retry, ...options }: CallInit = { ...init, ...request };
  // A copy holds what only the platform's own fetch can read; others take it for its address.
  const target = isCopy ? Object.assign(request, { toString: () => url }) : url;
  const call = begin(request, caller, isStream(init.body), { timeoutMs, retry });

  let body: ReturnType<typeof bodyOf>;
  const send = async (authorization: string, signal: AbortSignal | undefined) => {
    body ??= bodyOf(request, init.body, isCopy);
    // No turn later than need be: the token was judged by the clocks of this one.
    if (isPromise(body)) body = await body;
    return fetch(target, {
      ...options,
      headers: { ...Object.fromEntries(headers), authorization },
      body: body ?? null,
      redirect: "manual",
      ...(signal && { signal }),
    });
  };
  return isPromise(call) ? call.then((ready) => settle(ready, send)) : settle(call, send);
}

/** Something that can be sent any number of times, unless it is a stream. */
function bodyOf(request: Request, given: CallInit["body"], isCopy: boolean): typeof given | Promise<Blob> {
  // A form is written out as it stands in the request, whose Content-Type names the boundary.
  const isWritten = given instanceof FormData && /boundary=/.test(request.headers.get("Content-Type") ?? "");
  const isHeld = isCopy && !given && !isBodiless(request);
  return isWritten || isHeld ? request.blob() : given;
}

/** Whether the Fetch standard allows it no body. */
export function isBodiless({ method }: Request): boolean {
  return /^(GET|HEAD)$/.test(method);
}

/** In runtimes without streams too, of which there are two kinds. */
function isStream(body: unknown): boolean {
  return "getReader" in Object(body) || Symbol.asyncIterator in Object(body);
}

/** All that a request tells of itself, which is more on some platforms. Its body is left in it. */
export function initOf(request: Request): CallInit {
  const init: Record<string, unknown> = {};
  for (const key in request) if (key !== "body") init[key] = Reflect.get(request, key);
  return init;
}
