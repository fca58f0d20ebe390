import type { IncomingHttpHeaders } from "node:http";
import type { EngineReply } from "@m800/mock-engine";
import { refuse } from "./refuse.ts";

/** What lets pages of the named origins read replies (Fetch standard, CORS protocol). Undefined for all other pages. */
export function corsHeaders(
  { origin = "" }: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
): Record<string, string> | undefined {
  if (!allowedOrigins.includes(origin)) return undefined;
  return { "access-control-allow-origin": origin, "access-control-expose-headers": "*", vary: "Origin" };
}

/** The answer to a browser that asks whether it may send a request; undefined for what is not such a question. */
export function answerPreflight(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  isAllowed: boolean,
): EngineReply | undefined {
  const wanted = headers["access-control-request-method"];
  if (method !== "OPTIONS" || !headers.origin || !wanted) return undefined;
  if (!isAllowed) {
    const message = `Pages of ${headers.origin} may not read this mock API: name the origin in allowedOrigins, or --cors.`;
    return refuse(403, "cross_origin", message);
  }
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": wanted,
      "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
      "access-control-max-age": "600",
    },
  };
}
