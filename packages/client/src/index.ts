// What a user's own declarations may have to name.
export type {
  Client,
  ClientForPath,
  ClientMethod,
  ClientOptions,
  ClientRequestMethod,
  FetchOptions,
  FetchResponse,
  MaybeOptionalInit,
  Middleware,
  ParamsOption,
  ParseAs,
  ParseAsResponse,
  RequestBodyOption,
  RequestOptions,
} from "openapi-fetch";
export { createRawClient, type RawClient, type RawClientOptions } from "./create-raw-client.ts";
export { createUncheckedClient, type UncheckedClientOptions } from "./create-unchecked-client.ts";
export { type Contract, contract } from "./generated/contract.gen.ts";
export type { components, operations, paths, webhooks } from "./generated/schema.gen.ts";
export { specHash, specVersion } from "./generated/spec.gen.ts";
