import type { Authenticator } from "./authenticator.ts";
import type { SignalHolder } from "./call-end.ts";
import type { CallOptions } from "./options.ts";

/** What `fetch` takes beside the address; platforms and frameworks have more. */
export interface CallInit extends RequestInit, CallOptions {}

export interface CallSource {
  /** What is to be sent, and is not used for anything else. */
  readonly request: Request;
  /** What it was made with. */
  readonly init: CallInit;
  /** It was made with another request too. */
  readonly isCopy: boolean;
  /** What the caller's signal came with. */
  readonly caller: SignalHolder;
}

/**
 * Makes a whole call. What `fetch` gets is an address and plain options, which every implementation takes, while none
 * knows another's `Request`. May throw at once.
 */
export function sendAuthenticated({ begin, settle, fetch }: Authenticator, source: CallSource): Promise<Response> {
  const { request, init, isCopy, caller } = source;
  const { method, url, headers } = request;
  const { timeoutMs, retry, ...options }: CallInit = { ...(isCopy && readableOf(request)), ...init, ...request };
  // A copy holds what only the platform's own fetch can read; others take it for its address.
  const target = isCopy ? Object.assign(request, { toString: () => url }) : url;
  const call = begin({ request, caller, isOneShot: isStream(init.body), options: { timeoutMs, retry } });

  let body: ReturnType<typeof bodyOf>;
  const send = async (authorization: string, signal: AbortSignal | undefined) => {
    body ??= bodyOf(source);
    return fetch(target, {
      ...options,
      method,
      headers: { ...Object.fromEntries(headers), authorization },
      body: (await body) ?? null,
      redirect: "manual",
      ...(signal && { signal }),
    });
  };
  return call instanceof Promise ? call.then((ready) => settle(ready, send)) : settle(call, send);
}

/** Something that can be sent any number of times, unless it is a stream. */
function bodyOf({ request, init: { body }, isCopy }: CallSource): BodyInit | undefined | null | Promise<Blob> {
  // A form is written out as it stands in the request, whose Content-Type names the boundary.
  const isWritten = /boundary=/.test(request.headers.get("Content-Type") ?? "") && body instanceof FormData;
  const isHeld = isCopy && !body && !/^(GET|HEAD)$/.test(request.method);
  return isWritten || isHeld ? request.blob() : body;
}

/** In runtimes without streams too, of which there are two kinds. */
function isStream(body: unknown): boolean {
  return "getReader" in Object(body) || Symbol.asyncIterator in Object(body);
}

/** What a request tells of itself, beside its headers and body. */
function readableOf(request: Request): RequestInit {
  const { cache, credentials, integrity, keepalive, referrer, referrerPolicy } = request;
  const options = { cache, credentials, integrity, keepalive, referrer, referrerPolicy };
  // Some runtimes lack some, and refuse even undefined.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
