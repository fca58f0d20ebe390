import { serve } from "@hono/node-server";
import { createMemoryTokenStore, createPhoneNumberClient, createTokenHandler } from "@m800/phone-number-auth";
import { Hono } from "hono";

// The address and the credentials come from M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD.
const tokenStore = createMemoryTokenStore(); // so that both use the same token
const client = createPhoneNumberClient({ tokenStore });
const handleToken = createTokenHandler({ tokenStore, authorize: hasSession });

const app = new Hono();

app.get("/countries", async () => {
  const { data, error, response } = await client.GET("/countries");
  return Response.json(data ?? error, { status: response.status });
});

// For pages that call the API themselves.
app.post("/token", (context) => handleToken(context.req.raw));

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }, console.log);

/** Your own check goes here: whether the request comes from someone who is signed in. */
function hasSession({ headers }: Request): boolean {
  return headers.get("Cookie") === "session=of-the-test";
}
