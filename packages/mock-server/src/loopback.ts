import type { IncomingMessage } from "node:http";

/** Addresses and names of this machine's own. */
export const LOOPBACK: RegExp = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Refuses pages of other sites that resolve their name to this machine (DNS rebinding). */
export function isLoopbackHost({ headers: { host = "" } }: IncomingMessage): boolean {
  return LOOPBACK_HOST.test(host);
}
