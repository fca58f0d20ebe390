import { f as operations, i as AnyOperations, p as sentOperations, r as MockApiOptions, x as defaultAccount } from "./mock-engine-BUag6u3d.js";
import { t as MockSpec } from "./api-description-UnSNMOj0.js";
import { t as MockApi } from "./create-mock-api-BSZkegWY.js";
import { SetupWorker } from "msw/browser";
/** An MSW service worker whose handlers are the mock API. */
type MockWorker<Operations extends object = operations, Sent extends object = sentOperations> = SetupWorker & {
  /** The mock API behind the worker. */
  readonly api: MockApi<Operations, Sent>;
};
/**
 * Creates an MSW worker that intercepts this page's calls to the API. `worker.use` and all else of MSW go on working.
 *
 * The page's server must have MSW's worker script. Unless `start` is told its `serviceWorker.url`, it is looked for beside
 * the page and at the root; if it is at neither, `start` rejects and says how to put it there.
 *
 * @example
 * const worker = setupMockWorker();
 * await worker.start();
 */
export declare function setupMockWorker<Operations extends object = AnyOperations>(options: MockApiOptions & {
  readonly spec: MockSpec;
}): MockWorker<Operations, Operations>;
export declare function setupMockWorker(options?: MockApiOptions): MockWorker;
export { type MockWorker, defaultAccount };