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

/**
 * RFC 9110, section 10.2.3: seconds, or a date, which is compared with the sender's own clock if it tells it. Of several,
 * which a proxy that adds its own makes, the longest.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const now = dateOf(headers.get("Date") ?? "") || Date.now();
  // The comma in a date has a day and a month after it.
  const waits = (headers.get("Retry-After") ?? "")
    .split(/,(?! *\d+[ -][a-z])/i)
    .map((value) => (/^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : dateOf(value) - now))
    .filter((ms) => !Number.isNaN(ms));
  return waits.length ? Math.min(Math.max(0, ...waits), MAX_RETRY_AFTER_MS) : undefined;
}

/** The three forms of RFC 9110, section 5.6.7, or NaN: with GMT, or without as `asctime` writes it, which means the same. */
function dateOf(text: string): number {
  const [, date] = /^[a-z]+,? ([\w -]+ \d\d:\d\d:\d\d( \d{4}$|(?= GMT$)))/i.exec(text.trim()) ?? [];
  return Date.parse(`${date} GMT`);
}

/** How long a call that sets no `timeoutMs` waits for a token endpoint that fails, and between attempts, in all. */
export const PATIENCE_MS = 10_000;
