import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClients } from "./clients.ts";
import { compare, print } from "./compare.ts";

const BODY = '{"countries":[]}';
const HEADERS = { "Content-Type": "application/json", "Content-Length": String(BODY.length) };

/** What a call costs while its token is fresh: with a fetch that answers at once, and over loopback. */
export async function benchFreshToken(): Promise<void> {
  const stub = createClients("https://api.example", async () => new Response(BODY, { headers: HEADERS }));
  print("A call with a fresh token, fetch stubbed", "µs", await compare(timed(stub, 5_000), 15));

  const server = createServer((_request, response) => response.writeHead(200, HEADERS).end(BODY));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  print(
    "A call with a fresh token, over loopback",
    "µs",
    await compare(timed(createClients(`http://127.0.0.1:${port}`), 500), 15),
  );
  server.closeAllConnections();
  server.close();
}

function timed(calls: Record<string, () => Promise<unknown>>, times: number): Record<string, () => Promise<number>> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      async () => {
        const start = performance.now();
        for (let time = 0; time < times; time++) await call();
        return ((performance.now() - start) * 1_000) / times;
      },
    ]),
  );
}
