import { contract } from "@m800/phone-number-client";
import type { Credentials } from "./credentials.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "./errors.ts";
import { isFreeOf } from "./is-free-of.ts";
import { parseTokenResponse } from "./parse-token-response.ts";
import { parseUrl } from "./parse-url.ts";
import { mayPass, retryAfterMs } from "./retry-rule.ts";
import { shownUrl } from "./shown-url.ts";
import { unreachable } from "./unreachable.ts";

/** A token response has some 100 characters; what is longer than this is something else. */
const MAX_RESPONSE_LENGTH = 65_536;

/**
 * Exchanges credentials for a token response, as the API's description has it. Never follows a redirect.
 *
 * @param url The token endpoint's.
 * @throws CredentialsRejectedError | InvalidTokenResponseError | TokenUnavailableError
 */
export async function exchangeCredentials(
  url: string,
  { securityToken, username, password }: Credentials,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<unknown> {
  // The query may be one too.
  const secrets = [securityToken, password, url.split("?")[1]].flatMap((secret) => secret || []);
  const details: { readonly url: string; requestId?: string | undefined } = { url: shownUrl(url) };
  let response: Response;
  try {
    response = await fetch(url, {
      method: contract.token.method,
      headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
      body: JSON.stringify({ username, password }),
      redirect: "manual",
      signal,
    });
    details.requestId = response.headers.get("X-Request-Id") ?? undefined;
    if (response.ok) {
      const body = parseJson(await readText(response));
      // What is wrong with it is told of this answer.
      parseTokenResponse(body);
      return body;
    }
  } catch (error) {
    if (error instanceof InvalidTokenResponseError) throw Object.assign(error, details);
    throw unreachable("token endpoint", url, error, (part) => isFreeOf(secrets, part));
  }
  // Not awaited: a cloned body waits for its twin, and a broken one rejects.
  response.body?.cancel?.().catch(() => {});
  const { status, headers } = response;
  if (contract.token.refusals.includes(status)) throw new CredentialsRejectedError(status, details);
  const told = status ? ` ${status}` : "";
  const redirect = status < 400 ? ` with a redirect${targetOf(headers, url, secrets)}` : "";
  const error = new TokenUnavailableError(`The token endpoint ${details.url} answered${told}${redirect}.`, {
    ...details,
    status,
    retryAfterMs: retryAfterMs(headers),
  });
  if (!mayPass(error)) error.message += " Check baseUrl and tokenPath.";
  throw error;
}

/** Without query and user, which may be secret. */
function targetOf(headers: Headers, url: string, secrets: readonly string[]): string {
  const location = headers.get("Location");
  const target = location && parseUrl(location, url);
  return target && isFreeOf(secrets, target.pathname) ? ` to ${target.origin}${target.pathname}` : "";
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const reader = response.body?.getReader?.();
  // React Native has no streams, and others' fetch has another kind.
  if (!reader) return await response.text();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    if (text.length > MAX_RESPONSE_LENGTH) {
      reader.cancel().catch(() => {});
      throw new InvalidTokenResponseError("The token response is too large.");
    }
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidTokenResponseError("The token response is not JSON.");
  }
}
