import { InvalidTokenResponseError } from "./errors.ts";

/** What a token endpoint answers, and what `getToken` returns. */
export interface TokenResponse {
  /** As it is sent after `Bearer`. */
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** Longest token that is accepted: common servers refuse headers beyond 8 KiB. */
const MAX_TOKEN_LENGTH = 8_000;
/** Longest lifetime that is believed, in seconds: a day. A longer one is cut to it. */
const MAX_LIFETIME_SECONDS = 86_400;
/** Shortest, in seconds: what no clock here could see pass is a mistake. */
const MIN_LIFETIME_SECONDS = 0.001;
/** RFC 6750, section 2.1: what a bearer token may consist of. */
const B64TOKEN = /^[\w\-.~+/]+=*$/;

/** @throws InvalidTokenResponseError saying which field is wrong, without quoting it. */
export function parseTokenResponse(response: unknown): { token: string; lifetimeMs: number } {
  const { access_token: token, expires_in: seconds } = Object(response) as Partial<
    Record<keyof TokenResponse, unknown>
  >;
  if (typeof token !== "string" || token.length > MAX_TOKEN_LENGTH || !B64TOKEN.test(token))
    throw invalid("access_token");
  if (typeof seconds !== "number" || !(seconds >= MIN_LIFETIME_SECONDS)) throw invalid("expires_in");
  return { token, lifetimeMs: Math.min(seconds, MAX_LIFETIME_SECONDS) * 1000 };
}

function invalid(field: keyof TokenResponse): InvalidTokenResponseError {
  return new InvalidTokenResponseError(`The token response has no usable ${field}.`);
}
