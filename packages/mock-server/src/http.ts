export type { Exchange } from "./create-api-server.ts";
export { defaultAccount } from "./m800/accounts.ts";
export {
  type ControlAddress,
  type ControlOptions,
  type ServedMockApi,
  type ServeOptions,
  serveMockApi,
} from "./serve-mock-api.ts";
