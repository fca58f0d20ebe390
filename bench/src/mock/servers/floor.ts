import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { countries } from "../countries.ts";

// The least that a mock could do: a body made beforehand, to whatever is asked.
const LIST = Buffer.from(JSON.stringify(countries));
const TOKEN = Buffer.from(JSON.stringify({ access_token: "abc", expires_in: 300 }));

const server = createServer((request, response) => {
  const body = request.method === "POST" ? TOKEN : LIST;
  request.resume();
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
