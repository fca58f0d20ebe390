import { shownUrl } from "./shown-url.ts";

/** Base of this package's own errors. None of them quotes a secret; what `getToken` or a store threw is kept as `cause`. */
export abstract class AuthError extends Error {
  /** That of the error's class. */
  abstract override readonly name: string;
  /** Stable, for programs. */
  abstract readonly code: AuthErrorCode;
  /** Where the request went that failed, without query; if there was one. */
  readonly url: string | undefined;
  /** What the answer called it in `X-Request-Id`, for the gateway's support; if it did. */
  readonly requestId: string | undefined;

  constructor(message: string, details?: AuthErrorDetails) {
    super(message, details);
    Object.assign(this, details);
  }
}

/** What an error tells beside its message. */
export interface AuthErrorDetails extends ErrorOptions {
  readonly url?: string | undefined;
  readonly requestId?: string | undefined;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly backendCode?: string | undefined;
}

export type AuthErrorCode =
  | "ERR_CALL_TIMEOUT"
  | "ERR_CONFIGURATION"
  | "ERR_CREDENTIALS_REJECTED"
  | "ERR_INVALID_TOKEN_RESPONSE"
  | "ERR_TOKEN_TIMEOUT"
  | "ERR_TOKEN_UNAVAILABLE";

/** An option or environment variable is missing or unusable. Thrown before any request is made. */
export class ConfigurationError extends AuthError {
  override readonly name = "ConfigurationError";
  readonly code = "ERR_CONFIGURATION";
}

/** The token endpoint refused the credentials, with a status that the API's description has for it. Asking again with the same ones is pointless. */
export class CredentialsRejectedError extends AuthError {
  override readonly name = "CredentialsRejectedError";
  readonly code = "ERR_CREDENTIALS_REJECTED";
  /** With which it refused. */
  declare readonly status: number;

  constructor(status: number, details?: AuthErrorDetails) {
    super(`The token endpoint refused the credentials (${status}). Check the security token, username and password.`, {
      ...details,
      status,
    });
  }
}

/** The token endpoint answered with something that is no access token, or with one that was dead on arrival. */
export class InvalidTokenResponseError extends AuthError {
  override readonly name = "InvalidTokenResponseError";
  readonly code = "ERR_INVALID_TOKEN_RESPONSE";
}

/** The token endpoint did not answer in time, headers and body together. */
export class TokenTimeoutError extends AuthError {
  override readonly name = "TokenTimeoutError";
  readonly code = "ERR_TOKEN_TIMEOUT";

  constructor(timeoutMs: number) {
    super(`The token endpoint did not answer within ${timeoutMs} ms.`);
  }
}

/** The token endpoint could not be reached, or answered with a status that may pass; or `getToken` or the store threw. */
export class TokenUnavailableError extends AuthError {
  override readonly name = "TokenUnavailableError";
  readonly code = "ERR_TOKEN_UNAVAILABLE";
  /** Undefined if there was no answer. */
  declare readonly status: number | undefined;
  /** How long the endpoint asked to be left alone, from its `Retry-After`. */
  declare readonly retryAfterMs: number | undefined;
  /** What {@link askBackend} was told: the `code` of its backend's answer, as {@link createTokenHandler} gives it. */
  declare readonly backendCode: string | undefined;

  constructor(message: string, details?: AuthErrorDetails) {
    super(message, { status: undefined, retryAfterMs: undefined, backendCode: undefined, ...details });
  }
}

/** A call did not end within `timeoutMs`, with all its attempts. */
export class CallTimeoutError extends AuthError {
  override readonly name = "CallTimeoutError";
  readonly code = "ERR_CALL_TIMEOUT";

  constructor(timeoutMs: number, url?: string) {
    super(`The call did not end within ${timeoutMs} ms.`, { url: url && shownUrl(url) });
  }
}
