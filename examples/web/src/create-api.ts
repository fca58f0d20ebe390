import { CredentialsRejectedError, createPhoneNumberClient, type TokenNeed } from "@m800/phone-number-auth";
import createClient from "openapi-react-query";

/** The API as React hooks, typed by its spec. Calls go through the app's own backend, which forwards them. */
export function createApi() {
  return createClient(createPhoneNumberClient({ baseUrl: `${location.origin}/gateway`, getToken }));
}

export type Api = ReturnType<typeof createApi>;

/** The backend has the credentials; the browser gets no more than a token that soon expires. */
async function getToken(need: TokenNeed) {
  const response = await fetch(`${location.origin}/api/token`, { method: "POST", body: JSON.stringify(need) });
  if (response.status === 403) throw new CredentialsRejectedError(403); // which is not tried again
  if (!response.ok) throw new Error(`The backend gave no token: ${response.status}.`);
  return response.json();
}
