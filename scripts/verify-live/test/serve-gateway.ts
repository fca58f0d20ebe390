import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { operationOf, type ReferenceApi } from "./create-reference-api.ts";

/** A call to a gateway in a test. */
export interface Call {
  readonly operation: "createToken" | "listCountries" | undefined;
  readonly request: Request;
  /** What a gateway would answer that keeps to the spec. */
  answer(): Promise<Response>;
}

/** How a gateway differs from one that keeps to the spec. */
export type Deviation = (call: Call, api: ReferenceApi) => Response | Promise<Response>;

/** Serves a gateway that keeps to the spec but for one deviation, at a free port of this machine. */
export async function serveGateway(api: ReferenceApi, deviate: Deviation) {
  const server = createServer(async (incoming, outgoing) => {
    const request = await requestOf(incoming, api.baseUrl);
    const answer = () => api.fetch(request.clone());
    const response = await deviate({ operation: operationOf(request), request, answer }, api);
    if (response.type === "error") {
      outgoing.destroy();
    } else {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function requestOf(incoming: IncomingMessage, baseUrl: string): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = await text(incoming);
  return new Request(`${baseUrl}${url}`, {
    method,
    headers: {
      "content-type": headers["content-type"] ?? "",
      ...(headers.authorization !== undefined && { authorization: headers.authorization }),
    },
    ...(body !== "" && { body }),
  });
}
