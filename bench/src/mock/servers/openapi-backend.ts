import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { OpenAPIBackend } from "openapi-backend";
import { countries, SPEC } from "../countries.ts";

// As its documentation shows it: validated by the document, with handlers of one's own. It issues no tokens.
const api = new OpenAPIBackend({
  definition: SPEC,
  // It takes the document of 3.1 for an invalid one; requests are validated all the same.
  quick: true,
  handlers: {
    [tokenOperation.operationId]: () => ({ access_token: "abc", expires_in: 300 }),
    [listOperation.operationId]: () => countries,
    validationFail: () => ({ code: "invalid_request" }),
    unauthorizedHandler: () => ({ code: "unauthorized" }),
  },
});
await api.init();
for (const [name, scheme] of Object.entries(api.definition.components?.securitySchemes ?? {})) {
  const credentials = new RegExp(`^${"scheme" in scheme ? scheme.scheme : ""} .`, "i");
  api.registerSecurityHandler(name, ({ request }) => credentials.test(String(request.headers.authorization)));
}

const server = createServer(async (request, response) => {
  const { method = "GET", url: path = "/", headers } = request;
  const body = method === "POST" ? JSON.parse(await text(request)) : undefined;
  const reply = await api.handleRequest({ method, path, headers: headers as Record<string, string>, body });
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(reply));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
