import { type AuthError, TokenUnavailableError } from "./errors.ts";

const IDEMPOTENT_METHODS = /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/;
const TRANSIENT_STATUSES = [408, 429, 502, 503, 504];

/** Whether a request may be executed twice: by its method (RFC 9110, section 9.2.2), or by its `Idempotency-Key`. */
export function isRepeatable({ method, headers }: Request): boolean {
  return IDEMPOTENT_METHODS.test(method) || headers.has("Idempotency-Key");
}

export function isTransient(status: number): boolean {
  return TRANSIENT_STATUSES.includes(status);
}

/** Whether waiting may help a call that got no token: not if its request was refused, or is a mistake. */
export function mayPass(error: AuthError): boolean {
  const status = error instanceof TokenUnavailableError ? (error.status ?? 500) : 500;
  return error.code !== "ERR_CREDENTIALS_REJECTED" && (status >= 500 || isTransient(status));
}

/** Longest `Retry-After` that is believed: a day, so that a mistake cannot silence a client for good. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** RFC 9110, section 10.2.3: seconds, or a date, which is compared with the sender's own clock if it tells it. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("Retry-After");
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds)
    ? Date.parse(value) - (Date.parse(headers.get("Date") ?? "") || Date.now())
    : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MAX_RETRY_AFTER_MS);
}

/** How long a call that sets no `timeoutMs` waits for a token endpoint that fails, and between attempts, in all. */
export const PATIENCE_MS = 10_000;
