import type { IncomingMessage } from "node:http";
import { type EngineRequest, RequestError } from "@m800/mock-engine";

/** Without its query, in which secrets may stand. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

/** Undefined for a path that is not below the API's base. */
export function toEngineRequest(request: IncomingMessage, basePath: string): EngineRequest | undefined {
  // By hand, since a URL parser takes `//name` for a host and throws on `//`.
  const { url = "/" } = request;
  const target = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?]*/i, "");
  const [, pathname = "", search = ""] = /[?#]/.test(target)
    ? (/^([^?#]*)(\?[^#]*)?/.exec(target) ?? [])
    : ["", target];
  if (basePath && !pathname.startsWith(`${basePath}/`)) return undefined;
  return {
    method: request.method ?? "GET",
    pathname: pathname.slice(basePath.length),
    search,
    // Node joins what comes several times, except for set-cookie, which requests do not have.
    headers: request.headers as Record<string, string>,
    readBytes: () => readBytes(request),
  };
}

/** Longest request body that is read, in bytes. */
const MAX_BODY_BYTES = 1_048_576;

function readBytes(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new RequestError(413, `The request body has more than ${MAX_BODY_BYTES} bytes.`));
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}
