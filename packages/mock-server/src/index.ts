export type {
  Fault,
  MockClock,
  MockFaults,
  MockSpec,
  OverrideOptions,
  RecordedRequest,
  Trouble,
} from "@m800/mock-engine";
export { createMockApi, type MockApi } from "./create-mock-api.ts";
export { specHash, specVersion } from "./generated/spec.gen.ts";
export { defaultAccount, type MockAccount } from "./m800/accounts.ts";
export type { IssuedToken, MockTokens } from "./m800/tokens.ts";
export type { MockApiControls, MockApiLimits, MockApiOptions } from "./mock-engine.ts";
export type {
  AnyOperations,
  OffSpecReply,
  OperationId,
  Replies,
  RespondOffSpecArguments,
  RespondWithArguments,
} from "./reply.ts";
