import {
  AuthError,
  type AuthErrorCode,
  type AuthErrorDetails,
  CredentialsRejectedError,
  InvalidTokenResponseError,
  TokenUnavailableError,
} from "../errors.ts";
import { REJECTION_COOL_DOWN_MS } from "../token-rule.ts";

/** A token request's failure, as it stands in place of the lock, sealed, for as long as nobody is to repeat it. */
export interface SharedFailure {
  readonly code: AuthErrorCode;
  readonly message: string;
  readonly details: Omit<AuthErrorDetails, "cause">;
  readonly pauseMs: number;
}

export function failureOf(error: unknown): SharedFailure {
  const pauseMs = pauseAfter(error);
  // Others' errors may quote anything.
  if (!(error instanceof AuthError))
    return { code: "ERR_TOKEN_UNAVAILABLE", message: "Another process failed to get a token.", details: {}, pauseMs };
  const { code, message, url, requestId, status, retryAfterMs }: AuthError & AuthErrorDetails = error;
  return { code, message, details: { url, requestId, status, retryAfterMs }, pauseMs };
}

/** The error that a process throws to which this much of another's pause is left. */
export function errorOf({ code, message, details, pauseMs }: SharedFailure, leftMs: number): AuthError {
  if (code === "ERR_INVALID_TOKEN_RESPONSE") return new InvalidTokenResponseError(message, details);
  if (code === "ERR_CREDENTIALS_REJECTED" && details.status)
    return new CredentialsRejectedError(details.status, details);
  const { retryAfterMs } = details;
  const ofItLeft = retryAfterMs === undefined ? {} : { retryAfterMs: Math.max(0, retryAfterMs - (pauseMs - leftMs)) };
  return new TokenUnavailableError(message, { ...details, ...ofItLeft });
}

/** Of a failure that came without a `Retry-After`. Who comes in this time waits for its end: a failure that short is no news. */
export const FAILURE_PAUSE_MS = 500;
const MAX_FAILURE_PAUSE_MS = 30_000;

/**
 * How long nobody repeats a failed token request, so that a fleet asks no more often than one process: 0.5 s, or the
 * `Retry-After` up to 30 s. Refused credentials: as long as a process by itself rests.
 */
export function pauseAfter(error: unknown): number {
  if (error instanceof CredentialsRejectedError) return REJECTION_COOL_DOWN_MS;
  const retryAfterMs = error instanceof TokenUnavailableError ? (error.retryAfterMs ?? 0) : 0;
  return Math.floor(Math.min(MAX_FAILURE_PAUSE_MS, Math.max(FAILURE_PAUSE_MS, retryAfterMs)));
}
