import { f as operations, i as AnyOperations, p as sentOperations, r as MockApiOptions, x as defaultAccount } from "./mock-engine-BUag6u3d.js";
import { t as MockSpec } from "./api-description-UnSNMOj0.js";
import { t as MockApi } from "./create-mock-api-BSZkegWY.js";
import { SetupServer } from "msw/node";
/** An MSW server whose handlers are the mock API. */
type MockServer<Operations extends object = operations, Sent extends object = sentOperations> = SetupServer & {
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
export declare function setupMockServer<Operations extends object = AnyOperations>(options: MockApiOptions & {
  readonly spec: MockSpec;
}): MockServer<Operations, Operations>;
export declare function setupMockServer(options?: MockApiOptions): MockServer;
export { type MockServer, defaultAccount };