import type { TokenNeed } from "./auth-options.ts";
import { TokenUnavailableError } from "./errors.ts";
import type { TokenResponse } from "./parse-token-response.ts";
import { retryAfterMs } from "./retry-rule.ts";
import { shownUrl } from "./shown-url.ts";
import { unreachable } from "./unreachable.ts";

/**
 * Creates a `getToken` for pages and apps that asks your own backend, where {@link createTokenHandler} answers.
 *
 * It throws a TokenUnavailableError with the answer's `status` and `Retry-After`, and its `code` as `backendCode`.
 *
 * @param url Where it answers: in a page, a path will do.
 * @param init What `fetch` gets beside: a session's header, for example; or a function that is asked for it each time.
 * @example createPhoneNumberClient({ baseUrl, getToken: askBackend("/api/token") });
 */
export function askBackend(
  url: string,
  init?: RequestInit | (() => RequestInit | Promise<RequestInit>),
): (need: TokenNeed) => Promise<TokenResponse> {
  return async (need) => {
    const own = typeof init === "function" ? await init() : init;
    const response = await fetch(url, { ...own, method: "POST", body: JSON.stringify(need) }).catch(
      (error: unknown) => {
        // Of an address that it refuses, fetch quotes all.
        throw unreachable("backend", url, error, (part) => shownUrl(url) === url || !String(part).includes(url));
      },
    );
    if (response.ok) return response.json();
    const { status, headers } = response;
    const { code, message } = Object(await response.json().catch(() => undefined));
    const told = [status, code, message].filter(Boolean).join(" ");
    throw new TokenUnavailableError(`The backend gave no token: ${told}`, {
      url: shownUrl(url),
      requestId: headers.get("X-Request-Id") ?? undefined,
      status,
      retryAfterMs: retryAfterMs(headers),
      backendCode: typeof code === "string" ? code : undefined,
    });
  };
}
