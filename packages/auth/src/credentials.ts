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
function resolveCredentials(given: Credentials | undefined): Credentials {
  const read = (field: keyof Credentials, variable: string): string => {
    const value: unknown = (given ? given[field] : globalThis.process?.env?.[variable]) ?? "";
    if (typeof value !== "string") throw new ConfigurationError(`credentials.${field} must be a string.`);
    if (value || field === "password") return value;
    const advice = given ? `${variable} is read only if no credentials are passed` : `pass it or set ${variable}`;
    throw new ConfigurationError(`credentials.${field} is missing: ${advice}.`);
  };
  const securityToken = read("securityToken", "M800_SECURITY_TOKEN");
  const username = read("username", "M800_USERNAME");
  const password = read("password", "M800_PASSWORD") || undefined;
  if (!HEADER_SAFE.test(securityToken)) {
    throw new ConfigurationError(
      "credentials.securityToken, or M800_SECURITY_TOKEN, does not fit into a header: remove spaces and line breaks around it.",
    );
  }
  return { securityToken, username, password };
}
