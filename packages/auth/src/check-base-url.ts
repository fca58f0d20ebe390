import { ConfigurationError } from "./errors.ts";
import { parseUrl } from "./parse-url.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Scheme and host; path; what no base URL has. Taken apart here, since React Native's `URL` takes anything. */
const ADDRESS = /^([a-z][a-z\d+.-]*:\/\/[^\s/?#\\]+)([^\s?#\\]*)(.*)$/i;

export interface BaseUrl {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly origin: string;
}

/** @param httpHost Host that may be called over plain http. @throws ConfigurationError */
export function checkBaseUrl(given: string | undefined, httpHost: string | undefined): BaseUrl {
  const [, authority = "", path = "", rest] = ADDRESS.exec(String(given).trim()) ?? [];
  // On its own, since React Native finds another host in "http://host/@localhost".
  const host = parseUrl(authority.toLowerCase());
  const url = parseUrl(authority.toLowerCase() + path);
  if (!authority || !host || !url) {
    throw new ConfigurationError("baseUrl, or M800_BASE_URL, must be the gateway's URL, from M800's welcome e-mail.");
  }
  const { protocol, hostname, origin } = host;
  if (protocol !== "https:" && !(protocol === "http:" && (LOOPBACK.test(hostname) || hostname === httpHost))) {
    throw new ConfigurationError(
      "baseUrl must be https, or http on this machine itself. At your own risk, name its host in dangerouslyAllowHttpTo.",
    );
  }
  if (rest || authority.includes("@")) {
    throw new ConfigurationError("baseUrl must be without user name, query and fragment.");
  }
  return { baseUrl: origin + url.pathname.replace(/\/+$/, ""), origin };
}
