import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Setting } from "./peers.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A token endpoint and an API that count what they get, and whose answers a row decides. */
export interface Gateway extends Setting {
  readonly counts: { tokens: number; calls: number };
  /** Default: a token of two hours, a new one each time. */
  onToken: Answer;
  /** Default: 200 for the newest token, 401 for any other. */
  onCall: Answer;
  close(): void;
}

export async function startGateway(): Promise<Gateway> {
  const counts = { tokens: 0, calls: 0 };
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === "/oauth/token") {
      counts.tokens++;
      gateway.onToken(response, request);
    } else {
      counts.calls++;
      gateway.onCall(response, request);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway: Gateway = {
    tokenUrl: `${origin}/oauth/token`,
    apiUrl: `${origin}/things`,
    counts,
    onToken: (response) => answer(response, 200, { access_token: `t${counts.tokens}`, expires_in: 7_200 }),
    onCall: (response, request) => answer(response, bearerOf(request) === `t${counts.tokens}` ? 200 : 401, {}),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return gateway;
}

export function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

export function bearerOf({ headers }: IncomingMessage): string | undefined {
  return headers.authorization?.replace("Bearer ", "");
}
