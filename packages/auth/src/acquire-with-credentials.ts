import { contract } from "@m800/phone-number-client";
import { type Acquire, acquireFrom } from "./acquire-from.ts";
import { acquireWithCredentials as refuse } from "./acquire-with-credentials.browser.ts";
import type { AuthOptions } from "./auth-options.ts";
import { systemClock } from "./clock.ts";
import { type Credentials, credentialsFrom } from "./credentials.ts";
import { ConfigurationError, CredentialsRejectedError, TokenTimeoutError } from "./errors.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";
import { parseTokenResponse } from "./parse-token-response.ts";
import { fromStored, toStored } from "./timed-token.ts";
import { ACQUISITION_TIMEOUT_MS } from "./token-rule.ts";
import type { StoredToken } from "./token-store.ts";

/**
 * Creates what exchanges credentials for a token, with the store in front, if there is one.
 *
 * @throws ConfigurationError if credentials are missing or unusable, or in a browser unless that is allowed
 */
export function acquireWithCredentials(options: AuthOptions, baseUrl: string, fetch: typeof globalThis.fetch): Acquire {
  const { tokenStore, tokenPath = contract.token.path, dangerouslyAllowBrowser } = options;
  if (!dangerouslyAllowBrowser && isBrowser()) refuse();
  if (!/^\/[^#\s]*$/.test(tokenPath)) throw new ConfigurationError('tokenPath must start with "/".');
  const read = credentialsFrom(options.credentials);

  async function acquireAs(credentials: Credentials, ...[replaces, signal, reason]: Parameters<Acquire>) {
    const exchange = (signal: AbortSignal) =>
      acquireFrom(() => exchangeCredentials(baseUrl + tokenPath, credentials, fetch, signal));
    if (!tokenStore) return exchange(signal);

    /** Others may wait for what the store acquires, so it ends by its own deadline only. */
    async function detached(): Promise<StoredToken> {
      const controller = new AbortController();
      const timer = setTimeout(
        () => controller.abort(new TokenTimeoutError(ACQUISITION_TIMEOUT_MS)),
        ACQUISITION_TIMEOUT_MS,
      );
      try {
        return toStored(await exchange(controller.signal), systemClock.now());
      } finally {
        clearTimeout(timer);
      }
    }

    const stored = await tokenStore.obtain({ baseUrl, credentials }, replaces, detached, reason);
    const now = systemClock.now();
    const checked = parseTokenResponse({ access_token: stored.token, expires_in: stored.lifetimeMs / 1000 });
    return fromStored({ ...checked, ageMs: Math.max(0, stored.ageMs) }, now);
  }

  return async (...need) => {
    // A turn later, so that credentials that call their own client wait for themselves instead of starting another.
    await undefined;
    const credentials = await read();
    try {
      return await acquireAs(credentials, ...need);
    } catch (error) {
      // They may have been replaced meanwhile, or come from a cache that another look refreshes.
      const others = error instanceof CredentialsRejectedError ? await read() : credentials;
      if (JSON.stringify(others) === JSON.stringify(credentials)) throw error;
      return acquireAs(others, ...need);
    }
  };
}

/** Pages, workers and apps: every browser calls itself Mozilla. So does jsdom, but in Node. */
function isBrowser(): boolean {
  const { userAgent, product } = globalThis.navigator ?? {};
  return (/^Mozilla/.test(userAgent) || product === "ReactNative") && !globalThis.process?.versions?.node;
}
