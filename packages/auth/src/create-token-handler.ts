import type { AuthOptions } from "./auth-options.ts";
import { createAuthenticator } from "./authenticator.ts";
import { createCallEnd } from "./call-end.ts";
import { systemClock } from "./clock.ts";
import { AuthError, ConfigurationError, TokenUnavailableError } from "./errors.ts";
import type { TokenResponse } from "./parse-token-response.ts";
import { parseUrl } from "./parse-url.ts";
import { leftMsOf, type Pause, pauseLeftMs } from "./token-rule.ts";
import { pause } from "./within.ts";

/** Options of {@link createTokenHandler}: where its tokens come from, and who may have them. */
export interface TokenHandlerOptions extends AuthOptions {
  /** Decides who gets a token: by the session of your app, for example. Required, since whoever has it can call the API. */
  readonly authorize: (request: Request) => boolean | Promise<boolean>;
  /** Other origins whose pages may ask, such as `https://app.example`. Default: only pages of the handler's own origin. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Shortest time between two tokens that pages called rejected: their clients see to it that they ask ever more seldom. */
const RENEWAL_INTERVAL_MS = 500;

/** As browsers write it: without a path. Apps have schemes of their own. */
const ORIGIN = /^[a-z][a-z\d+.-]*:\/\/[^/?#@\sA-Z]+$/;

const BODY_ALREADY_READ =
  "The request's body was read before the token handler, which cannot know the rejected token without it. Put the " +
  "handler before body parsers, or pass it a Request with the body in it.";

/**
 * Creates a fetch-style handler for your own backend that hands a browser a short-lived access token, and never the
 * credentials: what `getToken` asks. Answers GET and POST with `{ access_token, expires_in }`, where `expires_in` is what
 * is left of the token's life, and forbids to store it. A POST may tell as JSON which token the API has `rejected`, as
 * `getToken` learns it: then another is got, twice a second at most. Otherwise: 403 to strangers, 405, 400 if something has read the
 * body before, or 503 with `Retry-After` while there is no token to be had.
 *
 * @throws ConfigurationError if an option is missing or unusable. The handler rejects with what `authorize` throws.
 * @example app.post("/api/token", (c) => handleToken(c.req.raw));
 */
export function createTokenHandler(options: TokenHandlerOptions): (request: Request) => Promise<Response> {
  const { authorize, allowedOrigins = [] } = options;
  if (typeof authorize !== "function") {
    throw new ConfigurationError("authorize must be a function: it decides who gets a token.");
  }
  if (!Array.isArray(allowedOrigins) || !allowedOrigins.every((origin) => ORIGIN.test(origin))) {
    throw new ConfigurationError('allowedOrigins must be a list of origins, such as ["https://app.example"].');
  }
  const { tokens } = createAuthenticator(options);
  let renewal: Pause = { at: 0, waitMs: 0 };

  return async (request) => {
    const origin = request.headers.get("Origin");
    const isAllowedOrigin = origin !== null && allowedOrigins.includes(origin);
    const headers = new Headers({ "Cache-Control": "no-store", Vary: "Origin" });
    if (isAllowedOrigin) {
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Allow-Credentials", "true");
    }
    if (!isAllowedOrigin && !isSameOrigin(request, origin)) return refuse(403, "cross_origin", headers);
    if (request.method === "OPTIONS") {
      headers.set("Access-Control-Allow-Methods", "GET, POST");
      headers.set("Access-Control-Allow-Headers", request.headers.get("Access-Control-Request-Headers") ?? "");
      return new Response(null, { status: 204, headers });
    }
    if (request.method !== "GET" && request.method !== "POST") {
      headers.set("Allow", "GET, POST, OPTIONS");
      return refuse(405, "method_not_allowed", headers);
    }
    if (!(await authorize(request))) return refuse(403, "forbidden", headers);
    try {
      const need = await needOf(request);
      if (need === undefined) return refuse(400, "body_already_read", headers, BODY_ALREADY_READ);
      const { rejected } = need;
      const visit = createCallEnd(request);
      let record = await tokens.get(visit);
      if (record.token === rejected) {
        const waitMs = pauseLeftMs(renewal, systemClock.now());
        if (waitMs > 0) await pause(visit, waitMs);
        renewal = { at: systemClock.now().monotonic, waitMs: RENEWAL_INTERVAL_MS };
        tokens.reject(record.token);
        record = await tokens.get(visit);
      }
      const leftMs = leftMsOf(record, systemClock.now());
      const body: TokenResponse = { access_token: record.token, expires_in: leftMs / 1000 };
      return answer(200, body, headers);
    } catch (error) {
      if (!(error instanceof AuthError)) throw error;
      const { retryAfterMs } = error instanceof TokenUnavailableError ? error : {};
      headers.set("Retry-After", String(Math.ceil(Math.max(retryAfterMs ?? 0, tokens.pauseMs()) / 1000)));
      return refuse(503, error.code, headers);
    }
  };
}

/** What a page tells of its need. Undefined if something has read it before: then nobody knows which token is rejected. */
async function needOf(request: Request): Promise<{ readonly rejected?: unknown } | undefined> {
  if (request.method !== "POST") return {};
  const text = await request.text().catch(() => undefined);
  const wasSent = Number(request.headers.get("Content-Length")) > 0 || request.headers.has("Transfer-Encoding");
  if (text === undefined || (!text && wasSent)) return undefined;
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** By what browsers say of it, since behind a proxy the request's own URL may name another host. */
function isSameOrigin(request: Request, origin: string | null): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site) return site === "same-origin";
  if (origin === null) return true;
  // "null" is what pages without an origin of their own send, such as sandboxed frames.
  return parseUrl(origin)?.host === (request.headers.get("Host") ?? new URL(request.url).host);
}

function refuse(status: number, code: string, headers: Headers, reason?: string): Response {
  return answer(status, { code, message: reason ?? `No token: ${code}.` }, headers);
}

function answer(status: number, body: unknown, headers: Headers): Response {
  headers.set("Content-Type", "application/json");
  return new Response(JSON.stringify(body), { status, headers });
}
