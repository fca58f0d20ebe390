import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface TestServer {
  readonly baseUrl: string;
  /** The requests it got, whole. */
  readonly seen: SeenRequest[];
  stop(): Promise<unknown>;
}

/** A plain HTTP server on loopback for one test. */
export async function serve(answer: (request: SeenRequest, response: ServerResponse) => void): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const listener: RequestListener = async (request, response) => {
    const { method, url, headers } = request;
    const whole = { method, url, headers, body: await text(request) };
    seen.push(whole);
    answer(whole, response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => void (await stop()));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}
