import { TokenUnavailableError } from "./errors.ts";
import { shownUrl } from "./shown-url.ts";

/** How far causes of causes are followed, which may go round. */
const MAX_CAUSES = 4;

/**
 * The error of a request for a token that got no answer: where it went, the system's name for what happened, such as
 * ECONNREFUSED, and what is said of it, if that may be told.
 *
 * @param error What `fetch` threw. In a test runner or a frame it may be of another realm's classes.
 */
export function unreachable(
  place: string,
  url: string,
  error: unknown,
  mayTell: (part: unknown) => boolean,
): TokenUnavailableError {
  let told = "";
  let system = "";
  let part = error;
  for (let causes = 0; causes < MAX_CAUSES && part; causes++) {
    const { message, code, cause } = Object(part);
    if (typeof message === "string" && message && mayTell(message)) told += `: ${message}`;
    if (typeof code === "string" && /^\w{1,40}$/.test(code) && mayTell(code)) system = ` (${code})`;
    part = cause;
  }
  const shown = shownUrl(url);
  return new TokenUnavailableError(`The ${place} ${shown} could not be reached${system}${told}`, {
    url: shown,
    ...(mayTell(error) && { cause: error }),
  });
}
