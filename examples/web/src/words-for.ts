import { type AuthError, CredentialsRejectedError, TokenUnavailableError } from "@m800/phone-number-auth";
import { BackendError } from "./ask-backend.ts";

/** Codes of a backend that stays unable to get tokens until somebody changes how it is set up. */
const SET_UP_WRONGLY: readonly string[] = [
  "ERR_CONFIGURATION",
  "ERR_CREDENTIALS_REJECTED",
] satisfies AuthError["code"][];

/** What went wrong, in words that tell the person before the page what to do. */
export function wordsFor(error: unknown): string {
  if (error instanceof CredentialsRejectedError) return "You are signed out. Reload the page to sign in.";
  if (error instanceof TokenUnavailableError) {
    const { cause, retryAfterMs = 0, status } = error;
    const code = cause instanceof BackendError ? cause.code : undefined;
    if (code && SET_UP_WRONGLY.includes(code)) {
      return `This app is set up wrongly. Trying again does not help: tell whoever runs it (${code}).`;
    }
    if (retryAfterMs > 0) return `The service is busy. Try again in ${Math.ceil(retryAfterMs / 1000)} s.`;
    return status === undefined
      ? "The app's server cannot be reached. Check your connection."
      : "The service is busy. Try again soon.";
  }
  const message = Object(error).message;
  return typeof message === "string" && message !== "" ? message : "Something went wrong. Try again.";
}
