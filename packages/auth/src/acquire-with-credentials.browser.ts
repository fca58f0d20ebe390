import { ConfigurationError } from "./errors.ts";

/** Takes the place of `acquire-with-credentials.ts` in what bundlers put into a browser or an app. @throws ConfigurationError always */
export function acquireWithCredentials(): never {
  throw new ConfigurationError(
    "Credentials must not reach a browser or an app: pass getToken, with createTokenHandler behind it. On a server, import " +
      "@m800/phone-number-auth/with-credentials. At your own risk, in a browser: that, and dangerouslyAllowBrowser: true.",
  );
}
