export type { AcquisitionReason, AuthEvent } from "./auth-event.ts";
export { createAuthFetch } from "./create-auth-fetch.ts";
export { createAuthMiddleware } from "./create-auth-middleware.ts";
export { createMemoryTokenStore } from "./create-memory-token-store.ts";
export { createPhoneNumberClient } from "./create-phone-number-client.ts";
export {
  AuthError,
  type AuthErrorCode,
  ConfigurationError,
  CredentialsRejectedError,
  InvalidTokenResponseError,
  TokenTimeoutError,
  TokenUnavailableError,
} from "./errors.ts";
export type { Credentials } from "./exchange-credentials.ts";
export { identityOf } from "./identity-of.ts";
export type { AuthOptions } from "./options.ts";
export type { TokenResponse } from "./parse-token-response.ts";
export type { StoredToken, TokenOwner, TokenStore } from "./token-store.ts";
