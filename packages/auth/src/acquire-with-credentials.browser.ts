import { ConfigurationError } from "./errors.ts";

/** Takes the place of `acquire-with-credentials.ts` in what bundlers put into a browser. @throws ConfigurationError always */
export function acquireWithCredentials(): never {
  throw new ConfigurationError(
    "Credentials must not reach a browser: pass getToken, with createTokenHandler behind it. At your own risk, import " +
      "@m800/phone-number-auth/with-credentials and pass dangerouslyAllowBrowser: true.",
  );
}
