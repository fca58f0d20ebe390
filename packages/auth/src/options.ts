import { contract } from "@m800/phone-number-client";
import { type Acquire, acquireFrom } from "./acquire-from.ts";
import { acquireWithCredentials } from "./acquire-with-credentials.ts";
import type { AuthEvent } from "./auth-event.ts";
import type { AuthOptions, CallOptions } from "./auth-options.ts";
import { checkBaseUrl } from "./check-base-url.ts";
import { ConfigurationError } from "./errors.ts";

export interface ResolvedOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly acquire: Acquire;
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
  readonly limits: Limits;
  readonly rejectionStatuses: readonly number[];
  readonly onEvent: (event: AuthEvent) => void;
}

/** How much a call may take. */
export interface Limits {
  readonly timeoutMs: number | undefined;
  readonly maxRetries: number;
}

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Fills in defaults and checks everything that can be checked before the first call. @throws ConfigurationError */
export function resolveOptions(options: AuthOptions): ResolvedOptions {
  const { credentials, getToken, tokenStore, onEvent, rejectionStatuses = contract.rejections } = options;
  for (const name of ["getToken", "fetch", "onEvent"] as const) {
    if (typeof (options[name] ?? String) !== "function") throw new ConfigurationError(`${name} must be a function.`);
  }
  if (!Array.isArray(rejectionStatuses) || !rejectionStatuses.every(Number.isInteger)) {
    throw new ConfigurationError("rejectionStatuses must be a list of numbers, such as [401].");
  }
  if (getToken && (credentials || tokenStore)) {
    throw new ConfigurationError("Pass either getToken, or credentials, which tokenStore is for: not both.");
  }
  const { baseUrl, origin } = checkBaseUrl(
    options.baseUrl ?? globalThis.process?.env?.M800_BASE_URL,
    options.dangerouslyAllowHttpTo,
  );
  const fetch = options.fetch ?? ((...call) => globalThis.fetch(...call));
  return {
    baseUrl,
    origin,
    acquire: getToken
      ? (replaces, _signal, reason) =>
          acquireFrom(() => getToken({ rejected: reason === "rejected" ? replaces : undefined }))
      : acquireWithCredentials(options, baseUrl, fetch),
    fetch,
    rejectionStatuses,
    limits: limitsOf(options, { timeoutMs: undefined, maxRetries: 2 }),
    // As with an EventTarget, a listener's mistake fails no call, but does not go unseen either.
    async onEvent(event) {
      await onEvent?.(event);
    },
  };
}

/** The limits of a call, or of a client's calls, and what holds for those that it does not set. @throws ConfigurationError */
export function limitsOf({ timeoutMs, retry }: CallOptions, { timeoutMs: time, maxRetries: retries }: Limits): Limits {
  const limits = { timeoutMs: timeoutMs ?? time, maxRetries: Number(retry ?? retries) };
  if (limits.timeoutMs !== undefined && !(limits.timeoutMs > 0 && limits.timeoutMs <= MAX_TIMER_MS)) {
    throw new ConfigurationError(`timeoutMs must be a number from 1 to ${MAX_TIMER_MS}.`);
  }
  if (!(limits.maxRetries >= 0)) throw new ConfigurationError("retry must be false or a number from 0 up.");
  return limits;
}
