import { getRequestListener } from "@hono/node-server";
import { createMemoryTokenStore, createPhoneNumberClient, createTokenHandler } from "@m800/phone-number-auth";
import express from "express";

// The address and the credentials come from M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD.
const tokenStore = createMemoryTokenStore(); // so that both use the same token
const client = createPhoneNumberClient({ tokenStore });
const handleToken = createTokenHandler({ tokenStore, authorize: hasSession });

const app = express();

app.get("/countries", async (_request, response) => {
  const { data, error, response: answer } = await client.GET("/countries");
  response.status(answer.status).json(data ?? error);
});

// For pages that call the API themselves: getRequestListener turns a fetch-style handler into one of Node's.
app.post("/token", getRequestListener(handleToken));

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => console.log(server.address()));

/** Your own check goes here: whether the request comes from someone who is signed in. */
function hasSession({ headers }: Request): boolean {
  return headers.get("Cookie") === "session=of-the-test";
}
