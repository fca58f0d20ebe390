import { type Credentials, resolveCredentials } from "./credentials.ts";
import { credentialsSource as refuse } from "./credentials-source.browser.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";

/** Credentials, and what turns them into a token response. */
export interface CredentialsSource {
  readonly credentials: Credentials;
  readonly exchange: typeof exchangeCredentials;
}

/** @throws ConfigurationError if credentials are missing or unusable, or in a browser unless that is allowed */
export function credentialsSource(
  credentials: Credentials | undefined,
  dangerouslyAllowBrowser: boolean | undefined,
): CredentialsSource {
  if (!dangerouslyAllowBrowser && isBrowser()) refuse();
  return { credentials: resolveCredentials(credentials), exchange: exchangeCredentials };
}

/** Pages and workers alike: every browser calls itself Mozilla. So does jsdom, but in Node. */
function isBrowser(): boolean {
  return /^Mozilla/.test(globalThis.navigator?.userAgent) && !globalThis.process?.versions?.node;
}
