import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type EngineReply, type EngineRequest, RequestError } from "@m800/mock-engine";
import { answerPreflight, corsHeaders } from "./cors.ts";
import { createMockEngine, type MockApiControls, type MockApiOptions } from "./mock-engine.ts";
import { refuse } from "./refuse.ts";

export interface ServeOptions extends Omit<MockApiOptions, "baseUrl" | "tokenEndpoint"> {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Allows a `host` that other machines can reach. Default: false. */
  readonly allowRemote?: boolean;
  /** Called before each reply is sent, also those to requests that never got as far as the API. */
  readonly onReply?: (exchange: Exchange) => void;
  /** Origins whose pages may call and read the API, `http://localhost:5173` for example. Default: none. */
  readonly allowedOrigins?: readonly string[];
}

/** A request over HTTP, and what came of it. */
export interface Exchange {
  readonly method: string;
  /** With its query, secrets masked. */
  readonly path: string;
  /** 0 for a connection that was broken or left without an answer. */
  readonly status: number;
  /** In words, why the request was refused; undefined if it was not. */
  readonly refusal: string | undefined;
  readonly durationMs: number;
}

/** A mock API that listens for HTTP. */
export interface ServedMockApi extends MockApiControls {
  /** Where it listens: without a slash at the end. */
  readonly baseUrl: string;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the mock API over HTTP/1.1, for clients in other processes and in other languages.
 *
 * @throws TypeError if an option is invalid; the system's error, with its `code`, if the port is taken.
 */
export async function serveMockApi(options: ServeOptions = {}): Promise<ServedMockApi> {
  const { port = 0, host = "127.0.0.1", allowRemote = false, allowedOrigins = [], onReply, ...apiOptions } = options;
  if (!allowRemote && !LOOPBACK.test(host)) {
    throw new TypeError(
      `"${host}" is not this machine's loopback: others may reach it. Pass allowRemote to serve there.`,
    );
  }
  const { basePath, handle, maskTarget, signature, controls } = createMockEngine(apiOptions);

  checkOrigins(allowedOrigins);

  async function serve(request: IncomingMessage): Promise<EngineReply> {
    if (!allowRemote && !isLoopbackHost(request)) return WRONG_HOST;
    const cors = corsHeaders(request.headers, allowedOrigins);
    const preflight = answerPreflight(request.method, request.headers, cors !== undefined);
    const reply = preflight ?? (await answer(request));
    return cors ? { ...reply, headers: { ...reply.headers, ...cors } } : reply;
  }

  async function answer(request: IncomingMessage): Promise<EngineReply> {
    const engineRequest = toEngineRequest(request, basePath);
    return engineRequest
      ? handle(engineRequest)
      : refuse(404, "not_found", `This mock API is at ${basePath}: it does not serve ${pathOf(request)}.`);
  }

  function report(request: IncomingMessage, { status, refusal }: EngineReply, durationMs: number): void {
    const target = toEngineRequest(request, basePath);
    const path = target ? basePath + maskTarget(target) : pathOf(request);
    onReply?.({ method: request.method ?? "GET", path, status, refusal, durationMs });
  }

  const server = createServer(async (request, response) => {
    const startedAt = performance.now();
    const reply = await serve(request);
    try {
      if (onReply) report(request, reply, performance.now() - startedAt);
      await reply.heldUntil;
      send(request, response, reply, signature);
    } catch (error) {
      // A listener of the test's own, or a header that Node refuses: the caller sees why, and the server goes on.
      const message = error instanceof Error ? error.message : String(error);
      send(request, response, { status: 500, headers: { "content-type": "text/plain" }, body: message }, {});
    }
  });
  await listen(server, port, host);
  const { port: actualPort, family, address } = server.address() as AddressInfo;
  return {
    baseUrl: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}${basePath}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
    ...controls,
  };
}

const COMMON_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

function checkOrigins(allowedOrigins: readonly string[]): void {
  const wrong = allowedOrigins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) throw new TypeError(`"${wrong}" is not an origin, as http://localhost:5173 is.`);
}

const WRONG_HOST = refuse(403, "wrong_host", "The Host header must name this machine's loopback.");

/** Refuses pages of other sites that resolve their name to this machine (DNS rebinding). */
function isLoopbackHost({ headers: { host = "" } }: IncomingMessage): boolean {
  if (COMMON_HOST.test(host)) return true;
  return LOOPBACK.test(host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"));
}

/** Without its query, in which secrets may stand. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

/** Undefined for a path that is not below the API's base. */
function toEngineRequest(request: IncomingMessage, basePath: string): EngineRequest | undefined {
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
    readText: () => readText(request),
  };
}

/** Longest request body that is read, in bytes. */
const MAX_BODY_BYTES = 1_048_576;

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new RequestError(413, `The request body has more than ${MAX_BODY_BYTES} bytes.`));
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString()));
    request.on("error", reject);
  });
}

/** Statuses whose answers have no length (RFC 9110, section 8.6). */
const NO_CONTENT: ReadonlySet<number> = new Set([204, 304]);

interface Encoded {
  readonly body: Uint8Array | string;
  readonly headers: Record<string, string | number>;
}

const encodings = new WeakMap<EngineReply, Encoded>();

/** A reply as it is sent: encoded once, if it is given again and again. */
function encode(reply: EngineReply, signature: Readonly<Record<string, string>>): Encoded {
  const known = encodings.get(reply);
  if (known) return known;
  const { body: text = "" } = reply;
  // Node sends short text in one piece with its headers, and long text sooner as bytes.
  const body = typeof text === "object" || text.length < 1024 ? text : Buffer.from(text);
  const { "transfer-encoding": _, trailer: __, ...given } = reply.headers;
  const length = NO_CONTENT.has(reply.status) ? {} : { "content-length": Buffer.byteLength(body) };
  const headers = { ...given, ...signature, ...length };
  const encoded = { body, headers };
  encodings.set(reply, encoded);
  return encoded;
}

function send(
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
  else response.end(request.method === "HEAD" ? undefined : body);
  request.resume();
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
