import type { AuthEvent } from "./auth-event.ts";
import type { CredentialsSource } from "./credentials.ts";
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

/**
 * What holds for all calls of a client, and what a single call may set for itself, beside its options of `fetch`. A middleware
 * that returns a request of its own hands a call's on: `Object.assign(own, { ...request })`.
 */
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
