import type { MockSpec } from "@m800/mock-engine";
import * as msw from "msw";
import { type SetupServer, setupServer } from "msw/node";
import { createMockApi, type MockApi } from "./create-mock-api.ts";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import { guardConnections } from "./guard-connections.ts";
import type { MockApiOptions } from "./mock-engine.ts";
import type { AnyOperations } from "./reply.ts";

/** An MSW server whose handlers are the mock API. */
export type MockServer<Operations extends object = operations, Sent extends object = sentOperations> = SetupServer & {
  /** The mock API behind the server. */
  readonly api: MockApi<Operations, Sent>;
};

/**
 * Creates an MSW server that intercepts this process's calls to the API. `server.use` and all else of MSW go on working.
 *
 * @example
 * const server = setupMockServer();
 * beforeAll(() => server.listen());
 * afterEach(() => server.api.reset());
 * afterAll(() => server.close());
 */
export function setupMockServer<Operations extends object = AnyOperations>(
  options: MockApiOptions & { readonly spec: MockSpec },
): MockServer<Operations, Operations>;
export function setupMockServer(options?: MockApiOptions): MockServer;
export function setupMockServer(options?: MockApiOptions): MockServer {
  const api = createMockApi(options);
  const server = setupServer(...api.handlers);
  if (!IS_MSW_3) return Object.assign(server, { api });
  const listen = server.listen.bind(server);
  const close = server.close.bind(server);
  let unguard = () => {};
  return Object.assign(server, {
    api,
    listen(...options: Parameters<typeof listen>) {
      unguard = guardConnections(new URL(api.baseUrl).origin);
      return listen(...options);
    },
    close() {
      unguard();
      return close();
    },
  });
}

/** Its handlers of GraphQL moved elsewhere. */
const IS_MSW_3 = !("graphql" in msw);
