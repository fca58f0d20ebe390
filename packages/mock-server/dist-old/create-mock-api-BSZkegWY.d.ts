import { t as MockSpec } from "./api-description-UnSNMOj0.js";
import { f as operations, i as AnyOperations, p as sentOperations, r as MockApiOptions, t as MockApiControls } from "./mock-engine-BUag6u3d.js";
import { RequestHandler } from "msw";
/** A mock of the M800 Phone Number API, or of another whose operations are given. */
interface MockApi<Operations extends object = operations, Sent extends object = sentOperations> extends MockApiControls<Operations, Sent> {
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
declare function createMockApi<Operations extends object = AnyOperations>(options: MockApiOptions & {
  readonly spec: MockSpec;
}): MockApi<Operations, Operations>;
declare function createMockApi(options?: MockApiOptions): MockApi;
export { createMockApi as n, MockApi as t };