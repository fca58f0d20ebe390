import { randomUUID } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import { type AuthEvent, type Credentials, createTokenHandler } from "@m800/phone-number-auth";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { proxy } from "hono/proxy";
import { parse } from "hono/utils/cookie";

/**
 * Serves the built app, gives its pages tokens that soon expire, and passes their calls on. The credentials stay here.
 *
 * @param credentials Default: from the environment.
 * @param log Told why there is no token to give. Default: the terminal.
 */
export function createBackend(
  baseUrl: string | undefined,
  credentials?: Credentials,
  log: (message: string) => void = console.error,
): Hono {
  const sessions = new Set<string>();
  const handleToken = createTokenHandler({
    baseUrl,
    credentials,
    onEvent: (event: AuthEvent) => {
      if (event.type === "token-failed") log(`No token: ${event.error.code}: ${event.error.message}`);
    },
    authorize: ({ headers }) => sessions.has(parse(headers.get("Cookie") ?? "").session ?? ""),
  });

  const app = new Hono();
  // In place of your app's sign-in: whoever opens the page is signed in.
  app.get("/", async (context, next) => {
    const session = randomUUID();
    sessions.add(session);
    setCookie(context, "session", session, { httpOnly: true, sameSite: "Strict" });
    await next();
  });
  app.post("/api/token", ({ req }) => handleToken(req.raw));
  // A path of this origin, since the gateway's answers can be read by no other's pages. It is shown no cookie.
  app.all("/gateway/*", ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const headers = { ...req.header(), cookie: undefined, host: undefined };
    return proxy(`${baseUrl}${pathname.slice("/gateway".length)}${search}`, { ...req, headers });
  });
  app.use(serveStatic({ root: `${import.meta.dirname}/../dist` }));
  return app;
}
