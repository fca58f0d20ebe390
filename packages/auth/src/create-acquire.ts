import { systemClock } from "./clock.ts";
import { TokenTimeoutError } from "./errors.ts";
import type { ResolvedOptions } from "./options.ts";
import { parseTokenResponse } from "./parse-token-response.ts";
import { ACQUISITION_TIMEOUT_MS } from "./token-rule.ts";
import type { TokenSourceOptions } from "./token-source.ts";
import type { StoredToken } from "./token-store.ts";

/** Creates what a token source asks for a token: `getToken`, the token endpoint, or a store in front of it. */
export function createAcquire(options: ResolvedOptions): TokenSourceOptions["acquire"] {
  const { baseUrl, source, fetch, tokenStore } = options;

  async function attempt(signal: AbortSignal): Promise<StoredToken> {
    const requestedAt = systemClock.now();
    const response =
      "getToken" in source
        ? // A turn later, so that a `getToken` that calls this client waits for itself instead of starting another.
          Promise.resolve().then(source.getToken)
        : source.exchange(baseUrl, source.credentials, fetch, signal);
    return { ...parseTokenResponse(await response), requestedAt };
  }

  if (!tokenStore || "getToken" in source) return (_replaces, signal) => attempt(signal);

  /** Others may wait for what the store acquires, so it ends by its own deadline only. */
  async function detached(): Promise<StoredToken> {
    const controller = new AbortController();
    const timer = setTimeout(
      () => controller.abort(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS)),
      ACQUISITION_TIMEOUT_MS,
    );
    try {
      return await attempt(controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  return async (replaces) => {
    const { token, lifetimeMs, requestedAt } = await tokenStore.obtain(
      { baseUrl, credentials: source.credentials },
      replaces,
      detached,
    );
    return { ...parseTokenResponse({ access_token: token, expires_in: lifetimeMs / 1000 }), requestedAt };
  };
}
