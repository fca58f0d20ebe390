import type { Credentials } from "./credentials.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "./errors.ts";
import { retryAfterMs } from "./retry-rule.ts";

/** A token response has some 100 characters; what is longer than this is something else. */
const MAX_RESPONSE_LENGTH = 65_536;
const FINAL_STATUSES = [400, 401, 403];

/**
 * Exchanges credentials for a token response, as the API's `createToken` operation does. Never follows a redirect.
 *
 * @throws CredentialsRejectedError | InvalidTokenResponseError | TokenUnavailableError
 */
export async function exchangeCredentials(
  baseUrl: string,
  { securityToken, username, password }: Credentials,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`${baseUrl}/token`, {
      method: "POST",
      headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
      body: JSON.stringify({ username, password }),
      redirect: "manual",
      signal,
    });
  } catch (error) {
    throw unreachable(error);
  }
  if (response.ok) return parseJson(await readText(response));
  // Not awaited: a cloned body waits for its twin, and a broken one rejects.
  response.body?.cancel?.().catch(() => {});
  const { status } = response;
  if (FINAL_STATUSES.includes(status)) throw new CredentialsRejectedError(status);
  const hint = status === 429 || status >= 500 ? "" : " Check baseUrl.";
  throw new TokenUnavailableError(`The token endpoint answered ${status || "with a redirect"}.${hint}`, {
    status,
    retryAfterMs: retryAfterMs(response.headers),
  });
}

/** Without the error as its cause: a foreign error may hold the request, and so the secret. */
function unreachable(error: unknown): TokenUnavailableError {
  return new TokenUnavailableError(`The token endpoint could not be reached${systemCode(error)}.`);
}

/** The system's name for a network failure, such as ECONNREFUSED. Nothing else of a foreign error is safe to quote. */
function systemCode(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : "";
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    const reader = response.body?.getReader?.();
    // React Native has no streams, and others' fetch has another kind.
    if (!reader) return await response.text();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      text += decoder.decode(chunk.value, { stream: true });
      if (text.length > MAX_RESPONSE_LENGTH) {
        reader.cancel().catch(() => {});
        break;
      }
    }
  } catch (error) {
    throw unreachable(error);
  }
  if (text.length > MAX_RESPONSE_LENGTH) throw new InvalidTokenResponseError("The token response is too large.");
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidTokenResponseError("The token response is not JSON.");
  }
}
