export { defaultAccount } from "./m800/accounts.ts";
export { type MockWorker, setupMockWorker } from "./setup-mock-worker.ts";
