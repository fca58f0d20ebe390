import { createPhoneNumberClient } from "@m800/phone-number-auth";

/** What `expo/fetch` and other native ones take: an address and plain options, but no `Request`. */
type NativeFetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal },
) => Promise<Response>;

/**
 * An app on a phone is like a page: whoever has it can read it. So it has no credentials, and asks your backend for tokens.
 *
 * @param tokenUrl where your backend serves `createTokenHandler`
 * @param sessionToken what your backend knows its user by
 */
export function createAppClient(baseUrl: string, tokenUrl: string, sessionToken: string, nativeFetch: NativeFetch) {
  return createPhoneNumberClient({
    baseUrl,
    getToken: async (need) => {
      const headers = { Authorization: `Bearer ${sessionToken}` };
      const response = await fetch(tokenUrl, { method: "POST", headers, body: JSON.stringify(need) });
      if (!response.ok) throw new Error(`No token: ${response.status}`);
      return response.json();
    },
    fetch: async (input, init) => {
      const { url, method, headers, body, signal } = new Request(input, init);
      const options = { method, headers: Object.fromEntries(headers), signal };
      return nativeFetch(url, body ? { ...options, body: await new Response(body).text() } : options);
    },
  });
}
