import type { IncomingMessage, ServerResponse } from "node:http";
import type { EngineReply } from "@m800/mock-engine";

/** Statuses whose answers have no length (RFC 9110, section 8.6). */
const NO_CONTENT: ReadonlySet<number> = new Set([204, 304]);

interface Encoded {
  readonly body: Uint8Array | string;
  readonly headers: Record<string, string | number>;
}

const encodings = new WeakMap<EngineReply, Encoded>();

/** A reply as it is sent: long text is encoded once, if it is given again and again. */
function encode(reply: EngineReply, signature: Readonly<Record<string, string>>): Encoded {
  const known = encodings.get(reply);
  if (known) return known;
  const { body: text = "" } = reply;
  // Node sends short text in one piece with its headers, and long text sooner as bytes: those are kept.
  const isLong = typeof text === "string" && text.length >= 1024;
  const body = isLong ? Buffer.from(text) : text;
  const { "transfer-encoding": _, trailer: __, ...given } = reply.headers;
  const length = NO_CONTENT.has(reply.status) ? {} : { "content-length": Buffer.byteLength(body) };
  const headers = { ...given, ...signature, ...length };
  const encoded = { body, headers };
  if (isLong) encodings.set(reply, encoded);
  return encoded;
}

/** Writes a reply as HTTP, or breaks the connection where it says so. @throws what Node does of a header. */
export function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: EngineReply,
  signature: Readonly<Record<string, string>>,
): void {
  const { status, lost } = reply;
  if (lost === "network-error") {
    response.destroy();
    return;
  }
  const { body, headers } = encode(reply, signature);
  response.writeHead(status, headers);
  if (lost === "truncate") response.write(Buffer.from(body).subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
  request.resume();
}
