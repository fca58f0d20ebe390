import { contract } from "@m800/phone-number-client";
import { type Acquire, acquireFrom } from "./acquire-from.ts";
import { acquireWithCredentials } from "./acquire-with-credentials.ts";
import type { AuthEvent } from "./auth-event.ts";
import { checkBaseUrl } from "./check-base-url.ts";
import type { CredentialsSource } from "./credentials.ts";
import { ConfigurationError } from "./errors.ts";
import type { TokenResponse } from "./parse-token-response.ts";
import type { TokenStore } from "./token-store.ts";

/**
 * Where tokens come from, and what they are for. With neither `credentials` nor `getToken`, the credentials are read
 * from `M800_SECURITY_TOKEN`, `M800_USERNAME` and `M800_PASSWORD`.
 */
export interface AuthOptions extends CallOptions {
  /** Address of the API gateway, from M800's welcome e-mail. Default: the environment's `M800_BASE_URL`. */
  readonly baseUrl?: string | undefined;
  /**
   * For servers: what to exchange for a token. A function is asked before each token request, and once more if they are
   * refused, so that replaced secrets are taken without a restart.
   */
  readonly credentials?: CredentialsSource | undefined;
  /** Path of the token endpoint below `baseUrl`. Default: the API description's. */
  readonly tokenPath?: string | undefined;
  /** Statuses with which the API says that it rejects the access token. Default: the API description's. */
  readonly rejectionStatuses?: readonly number[] | undefined;
  /** For browsers and any other source: returns a token, from the app's own backend for example, which is told the need. */
  readonly getToken?: ((need: TokenNeed) => Promise<TokenResponse>) | undefined;
  /** Shares the token with other clients of the same credentials. Default: the client keeps it to itself. */
  readonly tokenStore?: TokenStore | undefined;
  /** Given an address and plain options. Default: `globalThis.fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Called when something happens behind the caller's back. What it throws, or rejects with, fails no call, but is the
   * platform's to report as uncaught, which ends a Node process: catch in it what may fail.
   */
  readonly onEvent?: ((event: AuthEvent) => void) | undefined;
  /** Accepts `credentials` in a browser, where everyone who uses the app can read them. Default: refused there. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Host to which `baseUrl` may be plain http, such as `m800-mock`: whoever is on the way reads the credentials and the
   * tokens. For a mock in a container, or seen from an emulator. Default: http on this machine itself only.
   */
  readonly dangerouslyAllowHttpTo?: string | undefined;
}

/** What holds for all calls of a client, and what a single call may set for itself, beside its options of `fetch`. */
export interface CallOptions {
  /**
   * Time for a call in milliseconds: waiting for a token, all attempts, and reading the answer. Default: no limit, except
   * that no more than 10 s is spent on a token endpoint that fails, and between attempts.
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a call is tried again at most after a network error, 408, 429, 502, 503 or 504, if its method is idempotent
   * or it carries an `Idempotency-Key`; and any call if there is no token to be had. Default: 2. `false`: never.
   */
  readonly retry?: number | false | undefined;
}

/** Why `getToken` is asked. As JSON, it is what {@link createTokenHandler} reads in a POST. */
export interface TokenNeed {
  /** The token that the API rejected, which the source must not return again. Undefined if the need is another. */
  readonly rejected: string | undefined;
}

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
