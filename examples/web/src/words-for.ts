import { TokenUnavailableError } from "@m800/phone-number-auth";

/** Codes of a backend that stays unable to get tokens until somebody changes how it is set up. */
const SET_UP_WRONGLY = /^ERR_(CONFIGURATION|CREDENTIALS_REJECTED)$/;

/** What went wrong, in words that tell the person before the page what to do. */
export function wordsFor(error: unknown): string {
  if (error instanceof TokenUnavailableError) return wordsForNoToken(error);
  const { message } = Object(error);
  return typeof message === "string" && message !== "" ? message : "Something went wrong. Try again.";
}

function wordsForNoToken({ status, backendCode = "", retryAfterMs = 0 }: TokenUnavailableError): string {
  if (status === 403) return "You are signed out. Reload the page to sign in.";
  if (SET_UP_WRONGLY.test(backendCode)) {
    return `This app is set up wrongly. Trying again does not help: tell whoever runs it (${backendCode}).`;
  }
  if (status === undefined) return "The app's server cannot be reached. Check your connection.";
  const when = retryAfterMs > 0 ? `in ${Math.ceil(retryAfterMs / 1000)} s` : "soon";
  return `The service is busy. Try again ${when}.`;
}
