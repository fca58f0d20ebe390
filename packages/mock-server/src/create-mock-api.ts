import { http, type RequestHandler } from "msw";
import type { EngineReply, EngineRequest } from "./engine/messages.ts";
import type { paths } from "./generated/schema.gen.ts";
import { defaultAccount, type MockAccount } from "./m800/accounts.ts";
import { createMockEngine, type MockApiControls, type MockApiOptions } from "./mock-engine.ts";

/** A mock of the M800 Phone Number API. */
export interface MockApi extends MockApiControls {
  /** Where the API seems to be: without a slash at the end. */
  readonly baseUrl: string;
  /** Serves a request below `baseUrl`. Pass it to a client as its `fetch`, and nothing needs to be intercepted. */
  readonly fetch: typeof globalThis.fetch;
  /** Handlers for MSW's `setupServer` and `setupWorker`. */
  readonly handlers: readonly RequestHandler[];
}

/**
 * Creates a mock of the whole API, isolated from every other.
 *
 * @throws TypeError if an option is invalid.
 * @example
 * const api = createMockApi({ tokenLifetimeSeconds: 5 });
 * const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
 */
export function createMockApi(options: MockApiOptions = {}): MockApi {
  const { tokenEndpoint, accounts: [account = defaultAccount] = [] } = options;
  const { baseUrl, handle, signature, controls } = createMockEngine(options);

  async function serve(request: Request): Promise<Response> {
    const reply = await handle(toEngineRequest(request, baseUrl));
    if (reply.isUnknown) console.warn(`${request.method} ${request.url}: ${reply.refusal}`);
    await reply.heldUntil;
    return reply.lost === "network-error" ? Response.error() : toResponse(reply, request.method, signature);
  }

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await untilAborted(serve(request), request.signal);
    if (response.type === "error") throw new TypeError(BROKEN);
    return response;
  };

  /** As `createTokenHandler` of the auth package does. */
  async function giveToken(): Promise<Response> {
    const answer = await serve(tokenRequest(baseUrl, account));
    return answer.ok ? answer : new Response(answer.body, { status: 503, headers: answer.headers });
  }

  const handlers = [http.all(`${baseUrl}/*`, ({ request }) => serve(request))];
  if (tokenEndpoint) handlers.unshift(http.get(tokenEndpoint, giveToken), http.post(tokenEndpoint, giveToken));
  return { baseUrl, fetch, handlers, ...controls };
}

const TOKEN_PATH: keyof paths = "/token";

function tokenRequest(baseUrl: string, { username, password, securityToken }: MockAccount): Request {
  return new Request(baseUrl + TOKEN_PATH, {
    method: "POST",
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
}

const BROKEN = "The mock API broke the connection, as it was told to.";

function toResponse(
  { status, headers, body, lost }: EngineReply,
  method: string,
  signature: Readonly<Record<string, string>>,
): Response {
  return new Response(method === "HEAD" || body === undefined ? null : lost ? brokenOff(body) : body, {
    status,
    headers: { ...headers, ...signature },
  });
}

/** The first half of a body, and then an error. */
function brokenOff(body: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, body.length / 2)));
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
    readText: () => request.text(),
  };
}
