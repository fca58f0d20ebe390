import { AuthError, CredentialsRejectedError, TokenUnavailableError } from "../errors.ts";
import { pauseAfter } from "./share-rule.ts";

/** A token request's failure, as it stands in place of the lock, sealed, for as long as nobody is to repeat it. */
export interface SharedFailure {
  readonly isRefusal: boolean;
  readonly message: string;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly pauseMs: number;
}

export function failureOf(error: unknown): SharedFailure {
  const pauseMs = pauseAfter(error);
  const { status, retryAfterMs }: Pick<SharedFailure, "status" | "retryAfterMs"> =
    error instanceof CredentialsRejectedError || error instanceof TokenUnavailableError ? error : {};
  // Others' errors may quote anything.
  const message = error instanceof AuthError ? error.message : "Another process failed to get a token.";
  return { isRefusal: error instanceof CredentialsRejectedError, message, status, retryAfterMs, pauseMs };
}

/** The error that a process throws to which this much of another's pause is left. */
export function errorOf(
  { isRefusal, message, status, retryAfterMs, pauseMs }: SharedFailure,
  leftMs: number,
): AuthError {
  if (isRefusal && status) return new CredentialsRejectedError(status);
  return new TokenUnavailableError(message, {
    ...(status && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs: Math.max(0, retryAfterMs - (pauseMs - leftMs)) }),
  });
}
