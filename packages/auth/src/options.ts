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
  readonly limits: CallOptions;
  readonly rejectionStatuses: readonly number[];
  readonly onEvent: (event: AuthEvent) => void;
}

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Fills in defaults and checks everything that can be checked before the first call. @throws ConfigurationError */
export function resolveOptions(options: AuthOptions): ResolvedOptions {
  const { credentials, getToken, tokenStore, timeoutMs, retry = 2, onEvent } = options;
  const { rejectionStatuses = contract.rejections } = options;
  for (const name of ["getToken", "fetch", "onEvent"] as const) {
    if (typeof (options[name] ?? String) !== "function") throw new ConfigurationError(`${name} must be a function.`);
  }
  if (!Array.isArray(rejectionStatuses) || !rejectionStatuses.every(Number.isInteger)) {
    throw new ConfigurationError("rejectionStatuses must be a list of numbers, such as [401].");
  }
  if (getToken && (credentials || tokenStore)) {
    throw new ConfigurationError(`Pass either ${credentials ? "credentials" : "tokenStore"} or getToken, not both.`);
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
    limits: checkCallOptions({ timeoutMs, retry }),
    // As with an EventTarget, a listener's mistake fails no call, but does not go unseen either.
    async onEvent(event) {
      await onEvent?.(event);
    },
  };
}

/** @throws ConfigurationError */
export function checkCallOptions(options: CallOptions): CallOptions {
  const { timeoutMs, retry } = options;
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS)) {
    throw new ConfigurationError(`timeoutMs must be a number from 1 to ${MAX_TIMER_MS}.`);
  }
  if (!(Number(retry) >= 0)) throw new ConfigurationError("retry must be false or a number from 0 up.");
  return options;
}
