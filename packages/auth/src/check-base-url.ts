import { ConfigurationError } from "./errors.ts";
import { parseUrl } from "./parse-url.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Scheme and host; path. Taken apart here, since React Native's `URL` takes anything. */
const ADDRESS = /^(https?:\/\/[^\s/?#\\@]+)(\/[^\s?#\\]*)?$/i;

export interface BaseUrl {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly origin: string;
}

/** @param httpHost Host that may be called over plain http. @throws ConfigurationError */
export function checkBaseUrl(given: string | undefined, httpHost: string | undefined): BaseUrl {
  const [, authority = "", path = ""] = ADDRESS.exec(String(given).trim()) ?? [];
  const url = authority && parseUrl(authority.toLowerCase());
  if (!url) {
    throw new ConfigurationError(
      "baseUrl, or M800_BASE_URL, must be the gateway's https URL, from M800's welcome e-mail, without user name, query and fragment.",
    );
  }
  const { protocol, hostname, origin } = url;
  if (protocol === "http:" && !LOOPBACK.test(hostname) && hostname !== httpHost) {
    throw new ConfigurationError(
      "baseUrl must be https, or http on this machine itself. At your own risk, name its host in dangerouslyAllowHttpTo.",
    );
  }
  return { baseUrl: origin + path.replace(/\/+$/, ""), origin };
}
