export { defaultAccount } from "./m800/accounts.ts";
export { type Exchange, type ServedMockApi, type ServeOptions, serveMockApi } from "./serve-mock-api.ts";
