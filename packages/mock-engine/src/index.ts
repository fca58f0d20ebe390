export type {
  ApiDescription,
  FindValidator,
  MockSpec,
  OperationDescription,
  ResponseDescription,
  Validators,
} from "./engine/api-description.ts";
export { type AuthenticatedCall, type Behaviour, noBehaviour, type Outcome } from "./engine/behaviour.ts";
export { createClock, type MockClock } from "./engine/clock.ts";
export { createFetch, type EngineFetch } from "./engine/create-fetch.ts";
export type { OverrideOptions } from "./engine/create-overrides.ts";
export { createEngine, type Engine } from "./engine/engine.ts";
export type { Fault, MockFaults, Trouble } from "./engine/faults.ts";
export { essenceOf, isJson } from "./engine/media-type.ts";
export type { EngineReply, EngineRequest, ReplyInit } from "./engine/messages.ts";
export { RequestError } from "./engine/request-error.ts";
export type { RecordedRequest, RequestLimits } from "./engine/request-log.ts";
export { sendWebhook, type WebhookMessage } from "./engine/send-webhook.ts";
