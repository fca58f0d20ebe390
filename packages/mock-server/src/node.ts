export { defaultAccount } from "./m800/accounts.ts";
export { type MockServer, setupMockServer } from "./setup-mock-server.ts";
