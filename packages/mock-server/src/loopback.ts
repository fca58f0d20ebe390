import type { IncomingMessage } from "node:http";

const COMMON_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/;
/** Addresses and names of this machine's own. */
export const LOOPBACK: RegExp = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Refuses pages of other sites that resolve their name to this machine (DNS rebinding). */
export function isLoopbackHost({ headers: { host = "" } }: IncomingMessage): boolean {
  if (COMMON_HOST.test(host)) return true;
  return LOOPBACK.test(host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"));
}
