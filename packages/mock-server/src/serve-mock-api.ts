import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { EngineReply, EngineRequest } from "./engine/messages.ts";
import { createMockEngine, type MockApiControls, type MockApiOptions } from "./mock-engine.ts";

export interface ServeOptions extends Omit<MockApiOptions, "baseUrl"> {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Allows a `host` that other machines can reach. Default: false. */
  readonly allowRemote?: boolean;
  /** Called after each reply. */
  readonly onReply?: (exchange: { method: string; path: string; status: number; durationMs: number }) => void;
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
  const { port = 0, host = "127.0.0.1", allowRemote = false, onReply, ...apiOptions } = options;
  if (!allowRemote && !LOOPBACK.test(host)) {
    throw new TypeError(`${host} can be reached from other machines. Pass allowRemote to serve there all the same.`);
  }
  const { handle, controls } = createMockEngine(apiOptions);

  const server = createServer(async (request, response) => {
    const startedAt = performance.now();
    const reply = allowRemote || isLoopbackHost(request) ? await safely(handle, toEngineRequest(request)) : WRONG_HOST;
    send(request, response, reply);
    const path = request.url ?? "/";
    onReply?.({
      method: request.method ?? "GET",
      path,
      status: reply.status,
      durationMs: performance.now() - startedAt,
    });
  });
  await listen(server, port, host);
  const { port: actualPort, family, address } = server.address() as AddressInfo;
  return {
    baseUrl: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
    ...controls,
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const WRONG_HOST: EngineReply = {
  status: 403,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ code: "wrong_host", message: "The Host header must name this machine's loopback." }),
};

/** Refuses pages of other sites that resolve their name to this machine (DNS rebinding). */
function isLoopbackHost({ headers: { host = "" } }: IncomingMessage): boolean {
  return LOOPBACK.test(host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"));
}

function toEngineRequest(request: IncomingMessage): EngineRequest {
  // By hand, since a URL parser takes `//name` for a host and throws on `//`.
  const target = (request.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "");
  const [, pathname = "", search = ""] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? "GET",
    pathname,
    search,
    headers: Object.fromEntries(headers),
    readText: () => text(request),
  };
}

/** A function given to `respondWith` may throw: the caller sees a 500 that says so, and the server goes on. */
async function safely(
  handle: (request: EngineRequest) => Promise<EngineReply>,
  request: EngineRequest,
): Promise<EngineReply> {
  try {
    return await handle(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 500, headers: { "content-type": "text/plain; charset=utf-8" }, body: message };
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body = "" }: EngineReply): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
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
