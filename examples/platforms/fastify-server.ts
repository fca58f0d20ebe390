import { createMemoryTokenStore, createPhoneNumberClient, createTokenHandler } from "@m800/phone-number-auth";
import Fastify from "fastify";

// The address and the credentials come from M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD.
const tokenStore = createMemoryTokenStore(); // so that both use the same token
const client = createPhoneNumberClient({ tokenStore });
const handleToken = createTokenHandler({ tokenStore, authorize: hasSession });

const app = Fastify();

app.get("/countries", async (_request, reply) => {
  const { data, error, response } = await client.GET("/countries");
  return reply.status(response.status).send(data ?? error);
});

// For pages that call the API themselves. Fastify has read the body already: it goes into a Request again.
app.post("/token", ({ url, headers, host, body }) => {
  const sent = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  sent.delete("Content-Length");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return handleToken(new Request(`http://${host}${url}`, { method: "POST", headers: sent, body: text }));
});

await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) });
console.log(app.server.address());

/** Your own check goes here: whether the request comes from someone who is signed in. */
function hasSession({ headers }: Request): boolean {
  return headers.get("Cookie") === "session=of-the-test";
}
