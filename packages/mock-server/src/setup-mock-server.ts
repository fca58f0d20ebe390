import { type SetupServer, setupServer } from "msw/node";
import { createMockApi, type MockApi } from "./create-mock-api.ts";
import type { MockApiOptions } from "./mock-engine.ts";

/** An MSW server whose handlers are the mock API. */
export type MockServer = SetupServer & {
  /** The mock API behind the server. */
  readonly api: MockApi;
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
export function setupMockServer(options?: MockApiOptions): MockServer {
  const api = createMockApi(options);
  return Object.assign(setupServer(...api.handlers), { api });
}
