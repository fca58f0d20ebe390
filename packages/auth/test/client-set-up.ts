import type { RawClient } from "@m800/phone-number-client";
import { createMockApi, defaultAccount, type MockApi, type MockApiOptions } from "@m800/phone-number-mock-server";
import { listOperation } from "@m800/phone-number-openapi/operations";
import type { AuthEvent } from "../src/auth-event.ts";
import type { AuthOptions } from "../src/auth-options.ts";
import { createPhoneNumberClient } from "../src/create-phone-number-client.ts";

/** A client of a mock API of its own, and what happened to its token. */
export function setUp(
  mockOptions?: MockApiOptions,
  options?: AuthOptions,
): {
  readonly api: MockApi;
  readonly client: RawClient;
  readonly events: AuthEvent[];
  readonly gateway: { isDown: boolean; tokenRequests: number };
  statusOf(): Promise<number>;
} {
  const api = createMockApi(mockOptions);
  const events: AuthEvent[] = [];
  const gateway = { isDown: false, tokenRequests: 0 };
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    credentials: defaultAccount,
    fetch: async (input, init) => {
      const isTokenRequest = init?.method === "POST";
      if (isTokenRequest) gateway.tokenRequests++;
      return isTokenRequest && gateway.isDown ? new Response(null, { status: 503 }) : api.fetch(input, init);
    },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const statusOf = async () => (await client.GET(listOperation.path)).response.status;
  return { api, client, events, gateway, statusOf };
}
