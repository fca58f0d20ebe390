import type { SpecRoot } from "./document.ts";

/** A base URL, with the path that the description's server has below the gateway's address if it is not there already. */
export function withServerPath(baseUrl: string, { servers: [server] = [] }: SpecRoot): string {
  // The address itself is what the base URL tells.
  const path = (server?.url ?? "")
    .replace(/^\{[^}]*\}|^https?:\/\/[^/]*/, "")
    .replaceAll(/\{([^}]*)\}/g, (_, name: string) => server?.variables?.[name]?.default ?? "")
    .replace(/\/+$/, "");
  return baseUrl.endsWith(path) ? baseUrl : baseUrl + path;
}
