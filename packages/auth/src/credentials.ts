import { ConfigurationError } from "./errors.ts";

/** What M800's welcome e-mail contains. A secret that never expires: it belongs on servers. */
export interface Credentials {
  /** What a token is asked for with. */
  readonly securityToken: string;
  /** The API user ID. */
  readonly username: string;
  /** Optional for the API too. */
  readonly password?: string | undefined;
}

/** Printable Latin-1 without spaces at the ends: what a header can carry unchanged. */
const HEADER_SAFE = /^[!-~\u00a1-\u00ff]([ -~\u00a1-\u00ff]*[!-~\u00a1-\u00ff])?$/;

/** How to get at credentials: themselves, or a function that is asked before each token request, and after a refusal again. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** @throws ConfigurationError quoting none of them: at once, or from what is returned for a function */
export function credentialsFrom(source: CredentialsSource | undefined): () => Credentials | Promise<Credentials> {
  if (typeof source === "function") return async () => resolveCredentials(Object(await source()));
  const credentials = resolveCredentials(source);
  return () => credentials;
}

/** Checks credentials, or those of the environment. @throws ConfigurationError, which quotes none of them */
function resolveCredentials(credentials: Credentials | undefined): Credentials {
  const env = globalThis.process?.env ?? {};
  const { securityToken, username, password } = credentials ?? {
    securityToken: env.M800_SECURITY_TOKEN ?? "",
    username: env.M800_USERNAME ?? "",
    password: env.M800_PASSWORD || undefined,
  };
  if (!securityToken) throw missing("securityToken", "M800_SECURITY_TOKEN", !!credentials);
  if (!username) throw missing("username", "M800_USERNAME", !!credentials);
  if (typeof (password ?? "") !== "string") throw new ConfigurationError("credentials.password must be a string.");
  if (!HEADER_SAFE.test(securityToken)) {
    throw new ConfigurationError("credentials.securityToken does not fit into a header.");
  }
  return { securityToken, username, password };
}

function missing(field: string, variable: string, isPassed: boolean): ConfigurationError {
  const advice = isPassed ? `${variable} is read only if no credentials are passed` : `pass it or set ${variable}`;
  return new ConfigurationError(`credentials.${field} is missing: ${advice}.`);
}
