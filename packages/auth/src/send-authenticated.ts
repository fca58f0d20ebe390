import type { Authenticator, SignalHolder } from "./authenticator.ts";

/** Makes a whole call with a request that is the caller's to change. May throw at once. */
export function sendAuthenticated(
  { begin, settle, fetch }: Authenticator,
  request: Request,
  caller: SignalHolder,
  isOneShot: boolean,
): Promise<Response> {
  const call = begin(request, caller, isOneShot);
  return call instanceof Promise ? call.then((ready) => settle(ready, fetch)) : settle(call, fetch);
}
