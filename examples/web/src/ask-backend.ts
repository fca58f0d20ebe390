import { CredentialsRejectedError, type TokenNeed, TokenUnavailableError } from "@m800/phone-number-auth";

/** What the backend says of a token that it does not have. */
export class BackendError extends Error {
  /** Of the error that the backend met. */
  readonly code: string;

  constructor(code: string) {
    super(`The backend has no token to give: ${code}.`);
    this.code = code;
  }
}

/** A `getToken` that asks the app's own backend, and hands on what it says: the code, and how long to wait. */
export function askBackend(path: string) {
  return async (need: TokenNeed) => {
    const response = await fetch(new URL(path, location.href), { method: "POST", body: JSON.stringify(need) });
    if (response.ok) return response.json();
    if (response.status === 403) throw new CredentialsRejectedError(403); // which is not tried again
    const { code } = Object(await response.json().catch(() => undefined));
    throw new TokenUnavailableError(`The backend gave no token: ${response.status}.`, {
      status: response.status,
      retryAfterMs: Number(response.headers.get("Retry-After") ?? 0) * 1000,
      ...(code && { cause: new BackendError(String(code)) }),
    });
  };
}
