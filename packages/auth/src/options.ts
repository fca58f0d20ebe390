import type { AuthEvent } from "./auth-event.ts";
import { ConfigurationError } from "./errors.ts";
import type { Credentials } from "./exchange-credentials.ts";
import type { TokenResponse } from "./parse-token-response.ts";
import type { TokenStore } from "./token-store.ts";

/**
 * Where tokens come from, and what they are for. With neither `credentials` nor `getToken`, the credentials are read
 * from `M800_SECURITY_TOKEN`, `M800_USERNAME` and `M800_PASSWORD`.
 */
export interface AuthOptions {
  /** Address of the API gateway, from M800's welcome e-mail. Default: the environment's `M800_BASE_URL`. */
  readonly baseUrl?: string | undefined;
  /** For servers: what to exchange for a token. */
  readonly credentials?: Credentials | undefined;
  /** For browsers and any other source: returns a token, from the app's own backend for example. */
  readonly getToken?: (() => Promise<TokenResponse>) | undefined;
  /** Shares the token with other clients of the same credentials. Default: the client keeps it to itself. */
  readonly tokenStore?: TokenStore | undefined;
  /** Default: `globalThis.fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Called when something happens to the token. What it throws fails no call: it is reported as an uncaught exception. */
  readonly onEvent?: ((event: AuthEvent) => void) | undefined;
}

export interface ResolvedOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly source: { readonly credentials: Credentials } | { readonly getToken: () => Promise<TokenResponse> };
  readonly tokenStore: TokenStore | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly onEvent: (event: AuthEvent) => void;
}

/** Fills in defaults and checks everything that can be checked before the first call. @throws ConfigurationError */
export function resolveOptions(options: AuthOptions): ResolvedOptions {
  const { credentials, getToken, tokenStore, fetch, onEvent } = options;
  const env = globalThis.process?.env ?? {};
  if (credentials && getToken) throw new ConfigurationError("Pass either credentials or getToken, not both.");
  if (getToken && tokenStore) {
    throw new ConfigurationError(
      "tokenStore goes with credentials: what getToken returns cannot be told apart by account.",
    );
  }
  return {
    baseUrl: checkBaseUrl(options.baseUrl ?? env.M800_BASE_URL),
    source: getToken
      ? { getToken }
      : {
          credentials: checkCredentials(
            credentials ?? {
              securityToken: env.M800_SECURITY_TOKEN ?? "",
              username: env.M800_USERNAME ?? "",
              password: env.M800_PASSWORD || undefined,
            },
          ),
        },
    tokenStore,
    fetch: fetch ?? ((...call) => globalThis.fetch(...call)),
    onEvent(event) {
      try {
        onEvent?.(event);
      } catch (error) {
        // As with an EventTarget, a listener's mistake fails no call, but does not go unseen either.
        queueMicrotask(() => {
          throw error;
        });
      }
    },
  };
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function checkBaseUrl(baseUrl: string | undefined): string {
  const hint = "It is in M800's welcome e-mail.";
  if (!baseUrl)
    throw new ConfigurationError(`The API gateway's address is missing: pass baseUrl or set M800_BASE_URL. ${hint}`);
  if (!URL.canParse(baseUrl)) throw new ConfigurationError(`baseUrl must be an absolute URL. ${hint}`);
  const { protocol, hostname, username, password, origin, pathname } = new URL(baseUrl);
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.test(hostname))) {
    throw new ConfigurationError("baseUrl must be https: tokens are not sent in clear, except to this machine itself.");
  }
  if (username || password || /[?#]/.test(baseUrl))
    throw new ConfigurationError("baseUrl must be without user name, query and fragment.");
  return origin + pathname.replace(/\/+$/, "");
}

/** Printable Latin-1 without spaces at the ends: what a header can carry unchanged. */
const HEADER_SAFE = /^[!-~\u00a1-\u00ff]([ -~\u00a1-\u00ff]*[!-~\u00a1-\u00ff])?$/;

function checkCredentials(credentials: Credentials): Credentials {
  const { securityToken, username, password } = credentials;
  if (!securityToken) throw missing("securityToken", "M800_SECURITY_TOKEN");
  if (!username) throw missing("username", "M800_USERNAME");
  if (!HEADER_SAFE.test(securityToken)) {
    throw new ConfigurationError(
      "credentials.securityToken has characters that a header cannot carry, such as a line break.",
    );
  }
  return { securityToken, username, password };
}

function missing(field: string, variable: string): ConfigurationError {
  return new ConfigurationError(
    `credentials.${field} is missing: pass it or set ${variable}. In a browser, pass getToken.`,
  );
}
