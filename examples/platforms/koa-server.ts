import { getRequestListener } from "@hono/node-server";
import { createMemoryTokenStore, createPhoneNumberClient, createTokenHandler } from "@m800/phone-number-auth";
import Koa from "koa";

// The address and the credentials come from M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD.
const tokenStore = createMemoryTokenStore(); // so that both use the same token
const client = createPhoneNumberClient({ tokenStore });
const answerToken = getRequestListener(createTokenHandler({ tokenStore, authorize: hasSession }));

const app = new Koa();

app.use(async (context, next) => {
  if (context.path !== "/countries") return next();
  const { data, error, response } = await client.GET("/countries");
  context.status = response.status;
  context.body = data ?? error;
});

// For pages that call the API themselves: before whatever reads bodies, such as koa-bodyparser.
app.use((context, next) => {
  if (context.path !== "/token") return next();
  context.respond = false;
  return answerToken(context.req, context.res);
});

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => console.log(server.address()));

/** Your own check goes here: whether the request comes from someone who is signed in. */
function hasSession({ headers }: Request): boolean {
  return headers.get("Cookie") === "session=of-the-test";
}
