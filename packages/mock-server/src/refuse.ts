import type { EngineReply } from "@m800/mock-engine";

/** What the HTTP server itself answers to a request that is not the API's to judge. */
export function refuse(status: number, code: string, message: string): EngineReply {
  const headers = { "content-type": "application/json", connection: "close" };
  return { status, headers, body: JSON.stringify({ code, message }), refusal: message };
}
