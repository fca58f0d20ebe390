import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { OpenAPIBackend } from "openapi-backend";
import { countries, SPEC } from "../countries.ts";

// As its documentation shows it: validated by the document, with handlers of one's own. It issues no tokens.
const api = new OpenAPIBackend({
  definition: SPEC,
  // It takes the document of 3.1 for an invalid one; requests are validated all the same.
  quick: true,
  handlers: {
    createToken: () => ({ access_token: "abc", expires_in: 300 }),
    listCountries: () => countries,
    validationFail: () => ({ code: "invalid_request" }),
    unauthorizedHandler: () => ({ code: "unauthorized" }),
  },
  securityHandlers: {
    m800Auth: ({ request }) => /^M800Auth ./.test(String(request.headers.authorization)),
    accessToken: ({ request }) => /^Bearer ./.test(String(request.headers.authorization)),
  },
});
await api.init();

const server = createServer(async (request, response) => {
  const { method = "GET", url: path = "/", headers } = request;
  const body = method === "POST" ? JSON.parse(await text(request)) : undefined;
  const reply = await api.handleRequest({ method, path, headers: headers as Record<string, string>, body });
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(reply));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
