import { type AuthOptions, createPhoneNumberClient } from "@m800/phone-number-auth";
import createClient from "openapi-react-query";
import { askBackend } from "./ask-backend.ts";

/** The API as React hooks, typed by its spec. Calls go through the app's own backend, which forwards them. */
export function createApi(options: Pick<AuthOptions, "fetch" | "onEvent"> = {}) {
  const getToken = askBackend("/api/token");
  return createClient(createPhoneNumberClient({ baseUrl: `${location.origin}/gateway`, getToken, ...options }));
}

export type Api = ReturnType<typeof createApi>;
