import { _ as OverrideOptions, a as OffSpecReply, b as MockAccount, c as RespondOffSpecArguments, d as MockTokens, g as Trouble, h as MockFaults, i as AnyOperations, l as RespondWithArguments, m as Fault, n as MockApiLimits, o as OperationId, r as MockApiOptions, s as Replies, t as MockApiControls, u as IssuedToken, v as RecordedRequest, x as defaultAccount, y as MockClock } from "./mock-engine-BUag6u3d.js";
import { t as MockSpec } from "./api-description-UnSNMOj0.js";
import { n as createMockApi, t as MockApi } from "./create-mock-api-BSZkegWY.js";
/** Version of the OpenAPI description, its `info.version`. */
export declare const specVersion: string;
/** SHA-256 of the bundled OpenAPI description, in hex: equal in packages that were made from the same one. */
export declare const specHash: string;
export { type AnyOperations, type Fault, type IssuedToken, type MockAccount, type MockApi, type MockApiControls, type MockApiLimits, type MockApiOptions, type MockClock, type MockFaults, type MockSpec, type MockTokens, type OffSpecReply, type OperationId, type OverrideOptions, type RecordedRequest, type Replies, type RespondOffSpecArguments, type RespondWithArguments, type Trouble, createMockApi, defaultAccount };