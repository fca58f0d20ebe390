import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

export interface Issued {
  readonly token: string;
  /** The username that it was issued for. */
  readonly tenant: string;
  readonly issuedAt: number;
  /** Counts token requests, from 1. */
  readonly ordinal: number;
  /** When the process that asked had turned to the store for it, and how long it took to read there. NaN unless it says so. */
  readonly wantedAt: number;
  readonly readMs: number;
  isRevoked: boolean;
}

export interface Gateway {
  readonly baseUrl: string;
  lifetimeMs: number;
  /** How long a token request takes. */
  latencyMs: number;
  /** Status of token requests, if not 200. */
  status: number;
  /** In seconds, of answers that are not 200. */
  retryAfter: number | undefined;
  /** Called with each token request, before it is answered. */
  onTokenRequest: (ordinal: number, pid: number) => void;
  readonly tokenRequests: number;
  /** Every token that was issued, in order. */
  readonly ledger: readonly Issued[];
  /** Calls with a token that was never issued, or not for their tenant. */
  readonly foreign: string[];
  stop(): Promise<void>;
}

/** A token endpoint and an API on loopback. A call's path is its tenant: `/` and the username, encoded. */
export async function startGateway(): Promise<Gateway> {
  const ledger: Issued[] = [];
  const issued = new Map<string, Issued>();
  const foreign: string[] = [];

  const server = createServer(async (request, response) => {
    if (request.method === "POST") return issue(request, response);
    response.writeHead(statusOf(request)).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");

  let tokenRequests = 0;
  const gateway = {
    baseUrl: `http://127.0.0.1:${address.port}`,
    lifetimeMs: 300_000,
    latencyMs: 20,
    status: 200,
    retryAfter: undefined as number | undefined,
    onTokenRequest: (_ordinal: number, _pid: number): void => {},
    get tokenRequests() {
      return tokenRequests;
    },
    ledger,
    foreign,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function issue(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ordinal = ++tokenRequests;
    const numberOf = (name: string) => Number(request.headers[name]);
    gateway.onTokenRequest(ordinal, numberOf("x-pid"));
    const { username: tenant } = JSON.parse(await text(request));
    const token = `canary-token-${ledger.length}`;
    const times = { issuedAt: Date.now(), wantedAt: numberOf("x-wanted-at"), readMs: numberOf("x-read-ms") };
    const entry = { token, tenant, ordinal, ...times, isRevoked: false };
    if (gateway.status === 200) {
      ledger.push(entry);
      issued.set(entry.token, entry);
    }
    const body = JSON.stringify({ access_token: entry.token, expires_in: gateway.lifetimeMs / 1000 });
    const headers = gateway.retryAfter === undefined ? {} : { "Retry-After": gateway.retryAfter };
    setTimeout(
      () => response.writeHead(gateway.status, gateway.status === 200 ? {} : headers).end(body),
      gateway.latencyMs,
    );
  }

  function statusOf({ url, headers }: IncomingMessage): number {
    const entry = issued.get(headers.authorization?.replace("Bearer ", "") ?? "");
    if (entry?.tenant !== decodeURIComponent(url?.slice(1) ?? "")) {
      foreign.push(`${entry?.tenant} on ${url}`);
      return 500;
    }
    return entry.isRevoked || Date.now() - entry.issuedAt >= gateway.lifetimeMs ? 401 : 200;
  }

  return gateway;
}
