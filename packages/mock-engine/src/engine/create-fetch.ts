import type { Engine } from "./engine.ts";
import type { EngineReply, EngineRequest } from "./messages.ts";

/** An engine behind the Fetch API. */
export interface EngineFetch {
  /** Answers a request; a broken connection is `Response.error()`. */
  readonly serve: (request: Request) => Promise<Response>;
  /** The same as a `fetch`, which heeds the request's signal and throws where a connection is broken. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Puts an engine behind `baseUrl`, whose path is taken off each request's.
 *
 * @param signature Headers of every reply.
 */
export function createFetch(
  handle: Engine["handle"],
  baseUrl: string,
  signature: Readonly<Record<string, string>> = {},
): EngineFetch {
  async function serve(request: Request): Promise<Response> {
    const reply = await handle(toEngineRequest(request, baseUrl));
    if (reply.isUnknown) console.warn(`${request.method} ${request.url.split("?", 1)[0]}: ${reply.refusal}`);
    await reply.heldUntil;
    return reply.lost === "network-error" ? Response.error() : toResponse(reply, request.method, signature);
  }

  return {
    serve,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const response = await untilAborted(serve(request), request.signal);
      if (response.type === "error") throw new TypeError(BROKEN);
      return response;
    },
  };
}

const BROKEN = "The mock API broke the connection, as it was told to.";

function toResponse(
  { status, headers, body, lost }: EngineReply,
  method: string,
  signature: Readonly<Record<string, string>>,
): Response {
  const whole = typeof body === "object" ? new Uint8Array(body) : body;
  return new Response(method === "HEAD" || whole === undefined ? null : lost ? brokenOff(whole) : whole, {
    status,
    headers: { ...headers, ...signature },
  });
}

/** The first half of a body, and then an error. */
function brokenOff(body: string | Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      const half = body.slice(0, body.length / 2);
      controller.enqueue(typeof half === "string" ? new TextEncoder().encode(half) : half);
    },
    pull(controller) {
      controller.error(new TypeError(BROKEN));
    },
  });
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener("abort", leave);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

function toEngineRequest(request: Request, baseUrl: string): EngineRequest {
  const base = new URL(baseUrl);
  const { origin, pathname, search } = new URL(request.url);
  const prefix = base.pathname === "/" ? "" : base.pathname;
  if (origin !== base.origin || !pathname.startsWith(`${prefix}/`)) {
    throw new TypeError(`This mock API is at ${baseUrl}: it does not serve ${origin}${pathname}.`);
  }
  return {
    method: request.method,
    pathname: pathname.slice(prefix.length),
    search,
    // Happy DOM's are not in lower case.
    headers: Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
    readBytes: async () => new Uint8Array(await request.arrayBuffer()),
  };
}
