import { askBackend, createPhoneNumberClient, type PhoneNumberClient } from "@m800/phone-number-auth";

/** Such as `expo/fetch`, which takes an address and plain options, but no `Request`. */
type NativeFetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * An app on a phone is like a page: whoever has it can read it. So it has no credentials, and asks your backend for tokens.
 *
 * @param tokenUrl where your backend serves `createTokenHandler`
 * @param sessionToken what your backend knows its user by, asked for each time
 * @param nativeFetch if it is not to be React Native's own
 */
export function createAppClient(
  baseUrl: string,
  tokenUrl: string,
  sessionToken: () => string,
  nativeFetch: NativeFetch = fetch,
): PhoneNumberClient {
  return createPhoneNumberClient({
    baseUrl,
    getToken: askBackend(tokenUrl, () => ({ headers: { Authorization: `Bearer ${sessionToken()}` } })),
    fetch: (input, init) => nativeFetch(String(input), init),
  });
}
