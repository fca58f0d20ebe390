import type { Credentials } from "./credentials.ts";

/** Where the gateway is and who asks. */
export interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads the `M800_*` variables. @throws Error naming what is missing or unusable, and never a value */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const {
    M800_BASE_URL: url,
    M800_SECURITY_TOKEN: securityToken,
    M800_USERNAME: username,
    M800_PASSWORD: password,
  } = env;
  if (!url || !securityToken || !username) {
    const missing = ["M800_BASE_URL", "M800_SECURITY_TOKEN", "M800_USERNAME"].filter((name) => !env[name]);
    throw new Error(
      `Set ${missing.join(", ")} to what M800's welcome e-mail says (M800_PASSWORD too, if there is one), then try again.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(securityToken)) {
    throw new Error(
      "M800_SECURITY_TOKEN has a character that no header can carry: is it copied whole, and nothing else?",
    );
  }
  if (!URL.canParse(url)) throw new Error("M800_BASE_URL must be an absolute URL.");
  const { protocol, hostname, origin, pathname, username: user, search } = new URL(url);
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.test(hostname))) {
    throw new Error("M800_BASE_URL must start with https://, since credentials are sent to it.");
  }
  if (user !== "" || search !== "") throw new Error("M800_BASE_URL must have neither credentials nor a query in it.");
  return {
    baseUrl: origin + pathname.replace(/\/+$/, ""),
    credentials: { securityToken, username, password: password || undefined },
  };
}
