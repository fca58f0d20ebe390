import { ConfigurationError } from "./errors.ts";

/** Takes the place of `acquire-with-credentials.ts` in what bundlers put into a browser or an app. @throws ConfigurationError always */
export function acquireWithCredentials(): never {
  throw new ConfigurationError(
    "Credentials must not reach a browser or an app: pass getToken, such as askBackend. On a server, import " +
      "@m800/phone-number-auth/with-credentials; at your own risk, in a browser, with dangerouslyAllowBrowser: true.",
  );
}
