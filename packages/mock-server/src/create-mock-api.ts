import { createFetch, type MockSpec, type OperationDescription } from "@m800/mock-engine";
import { http, type RequestHandler } from "msw";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import { defaultAccount, type MockAccount } from "./m800/accounts.ts";
import { createMockEngine, type MockApiControls, type MockApiOptions } from "./mock-engine.ts";
import type { AnyOperations } from "./reply.ts";

/** A mock of the M800 Phone Number API, or of another whose operations are given. */
export interface MockApi<Operations extends object = operations, Sent extends object = sentOperations>
  extends MockApiControls<Operations, Sent> {
  /** Where the API seems to be: without a slash at the end. */
  readonly baseUrl: string;
  /** Serves a request below `baseUrl`. Pass it to a client as its `fetch`, and nothing needs to be intercepted. */
  readonly fetch: typeof globalThis.fetch;
  /** Handlers for MSW's `setupServer` and `setupWorker`. */
  readonly handlers: readonly RequestHandler[];
}

/**
 * Creates a mock of the whole API, isolated from every other. With a `spec`, its type argument are the `operations` that
 * openapi-typescript makes of the same document; by default, any are taken.
 *
 * @throws TypeError if an option is invalid.
 * @example
 * const api = createMockApi({ tokenLifetimeSeconds: 5 });
 * const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
 */
export function createMockApi<Operations extends object = AnyOperations>(
  options: MockApiOptions & { readonly spec: MockSpec },
): MockApi<Operations, Operations>;
export function createMockApi(options?: MockApiOptions): MockApi;
export function createMockApi(options: MockApiOptions = {}): MockApi<AnyOperations, AnyOperations> {
  const { tokenEndpoint, accounts: [account = defaultAccount] = [] } = options;
  const { baseUrl, handle, signature, controls, tokenOperation } = createMockEngine(options);

  const { serve, fetch } = createFetch(handle, baseUrl, signature);

  /** As `createTokenHandler` of the auth package does. */
  async function giveToken({ path, method }: OperationDescription): Promise<Response> {
    const answer = await serve(tokenRequest(baseUrl + path, method, account));
    return answer.ok ? answer : new Response(answer.body, { status: 503, headers: answer.headers });
  }

  const handlers = [http.all(`${baseUrl}/*`, ({ request }) => serve(request))];
  if (tokenEndpoint) {
    if (!tokenOperation)
      throw new TypeError("tokenEndpoint needs an API with an operation that the scheme M800Auth secures.");
    const answer = () => giveToken(tokenOperation);
    handlers.unshift(http.get(tokenEndpoint, answer), http.post(tokenEndpoint, answer));
  }
  return { baseUrl, fetch, handlers, ...controls };
}

function tokenRequest(url: string, method: string, { username, password, securityToken }: MockAccount): Request {
  return new Request(url, {
    method,
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
}
