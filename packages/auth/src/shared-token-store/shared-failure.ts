import { AuthError, type AuthErrorDetails, CredentialsRejectedError, TokenUnavailableError } from "../errors.ts";
import { pauseAfter } from "./share-rule.ts";

/** A token request's failure, as it stands in place of the lock, sealed, for as long as nobody is to repeat it. */
export interface SharedFailure {
  readonly isRefusal: boolean;
  readonly message: string;
  readonly details: Omit<AuthErrorDetails, "cause">;
  readonly pauseMs: number;
}

export function failureOf(error: unknown): SharedFailure {
  const isRefusal = error instanceof CredentialsRejectedError;
  const pauseMs = pauseAfter(error);
  // Others' errors may quote anything.
  if (!(error instanceof AuthError))
    return { isRefusal, message: "Another process failed to get a token.", details: {}, pauseMs };
  const { message, url, requestId, status, retryAfterMs }: AuthError & AuthErrorDetails = error;
  return { isRefusal, message, details: { url, requestId, status, retryAfterMs }, pauseMs };
}

/** The error that a process throws to which this much of another's pause is left. */
export function errorOf({ isRefusal, message, details, pauseMs }: SharedFailure, leftMs: number): AuthError {
  if (isRefusal && details.status) return new CredentialsRejectedError(details.status, details);
  const { retryAfterMs } = details;
  const ofItLeft = retryAfterMs === undefined ? {} : { retryAfterMs: Math.max(0, retryAfterMs - (pauseMs - leftMs)) };
  return new TokenUnavailableError(message, { ...details, ...ofItLeft });
}
