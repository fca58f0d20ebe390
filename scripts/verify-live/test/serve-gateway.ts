import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { MockApi } from "@m800/phone-number-mock-server";

/** A call to a gateway in a test. */
export interface Call {
  readonly operation: "createToken" | "listCountries" | undefined;
  readonly request: Request;
  /** What the mock, which keeps to the spec, would answer. */
  answer(): Promise<Response>;
}

/** How a gateway differs from the mock. */
export type Deviation = (call: Call, api: MockApi) => Response | Promise<Response>;

/** Serves a gateway that is the mock but for one deviation, at a free port of this machine. */
export async function serveGateway(api: MockApi, deviate: Deviation) {
  const server = createServer(async (incoming, outgoing) => {
    const request = await requestOf(incoming, api.baseUrl);
    const answer = () => api.fetch(request.clone());
    const response = await deviate({ operation: operationOf(request), request, answer }, api);
    if (response.type === "error") {
      outgoing.destroy();
    } else {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
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

function operationOf({ method, url }: Request): Call["operation"] {
  const call = `${method} ${new URL(url).pathname}`;
  if (call === "POST /token") return "createToken";
  return call === "GET /countries" ? "listCountries" : undefined;
}
