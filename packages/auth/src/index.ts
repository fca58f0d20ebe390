// What a user's own declarations may have to name.

export type { components, operations, paths, webhooks } from "@m800/phone-number-client";
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
export { askBackend } from "./ask-backend.ts";
export type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
export type { AuthOptions, CallOptions, TokenNeed } from "./auth-options.ts";
export { type AuthFetch, createAuthFetch } from "./create-auth-fetch.ts";
export { createAuthMiddleware } from "./create-auth-middleware.ts";
export { createMemoryTokenStore } from "./create-memory-token-store.ts";
export { createPhoneNumberClient, type PhoneNumberClient } from "./create-phone-number-client.ts";
export { createTokenHandler, type TokenHandlerOptions } from "./create-token-handler.ts";
export type { Credentials, CredentialsSource } from "./credentials.ts";
export {
  AuthError,
  type AuthErrorCode,
  type AuthErrorDetails,
  CallTimeoutError,
  ConfigurationError,
  CredentialsRejectedError,
  InvalidTokenResponseError,
  TokenTimeoutError,
  TokenUnavailableError,
} from "./errors.ts";
export { identityOf } from "./identity-of.ts";
export type { TokenResponse } from "./parse-token-response.ts";
export type { CallInit } from "./send-authenticated.ts";
export { type Instant, leftMsOf } from "./token-rule.ts";
export type { StoredToken, TokenOwner, TokenStore } from "./token-store.ts";
