import {
  type AuthOptions,
  askBackend,
  CredentialsRejectedError,
  createPhoneNumberClient,
  type TokenNeed,
  TokenUnavailableError,
} from "@m800/phone-number-auth";
import createClient from "openapi-react-query";

/** The API as React hooks, typed by its spec. Calls go through the app's own backend, which forwards them. */
export function createApi(options: Pick<AuthOptions, "fetch" | "onEvent"> = {}) {
  return createClient(createPhoneNumberClient({ baseUrl: `${location.origin}/gateway`, getToken, ...options }));
}

export type Api = ReturnType<typeof createApi>;

const askForToken = askBackend(`${location.origin}/api/token`);

/** The backend has the credentials; the browser gets no more than a token that soon expires. */
async function getToken(need: TokenNeed) {
  try {
    return await askForToken(need);
  } catch (error) {
    const isSignedOut = error instanceof TokenUnavailableError && error.status === 403;
    throw isSignedOut ? new CredentialsRejectedError(403) : error; // which is not tried again
  }
}
