import type { Authenticator } from "./authenticator.ts";

/** Makes a whole call with a request that is the caller's to change. */
export async function sendAuthenticated(
  { begin, settle, fetch }: Authenticator,
  request: Request,
  isOneShot: boolean,
): Promise<Response> {
  const call = begin(request, isOneShot);
  // Awaited only if need be, which most calls need not.
  return settle(call instanceof Promise ? await call : call, fetch);
}
