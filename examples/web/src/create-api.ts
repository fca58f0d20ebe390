import { type AuthOptions, askBackend, createPhoneNumberClient } from "@m800/phone-number-auth";
import createClient from "openapi-react-query";

/**
 * The API as React hooks, typed by its spec. Calls go through the app's own backend, which forwards them. It has the
 * credentials; the browser gets no more than a token that soon expires.
 */
export function createApi(options: Pick<AuthOptions, "fetch" | "onEvent"> = {}) {
  const getToken = askBackend(`${location.origin}/api/token`);
  return createClient(createPhoneNumberClient({ baseUrl: `${location.origin}/gateway`, getToken, ...options }));
}

export type Api = ReturnType<typeof createApi>;
