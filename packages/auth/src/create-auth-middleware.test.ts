import { createRawClient } from "@m800/phone-number-client";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import type { Middleware } from "openapi-fetch";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve } from "../test/serve.ts";
import { statuses } from "../test/statuses.ts";
import { createAuthMiddleware } from "./create-auth-middleware.ts";

function setUp() {
  const api = createMockApi();
  const client = createRawClient({ baseUrl: api.baseUrl, fetch: api.fetch });
  const auth = createAuthMiddleware({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
  return { api, client, auth };
}

test("authenticates a client that exists already, and renews its token", async () => {
  const { api, client, auth } = setUp();
  client.use(auth);
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
  api.tokens.revokeAll();
  expect((await client.GET(listOperation.path)).data).toBeDefined();
  expect(api.tokens.issued()).toHaveLength(2);
});

test("registered last, it hides the rejection from the others; registered first, they see it", async () => {
  for (const { isLast, want } of [
    { isLast: true, want: [200] },
    { isLast: false, want: [statuses.rejection] },
  ]) {
    const { api, client, auth } = setUp();
    const seen: number[] = [];
    const observer = { onResponse: ({ response }: { response: Response }) => void seen.push(response.status) };
    client.use(...(isLast ? [observer, auth] : [auth, observer]));
    await client.GET(listOperation.path);
    api.tokens.revokeAll();
    seen.length = 0;
    expect((await client.GET(listOperation.path)).response.status).toBe(200);
    expect(seen).toEqual(want);
  }
});

test("sends a body again, with what other middlewares put on the request, before this one and after", async () => {
  let issued = 0;
  const { baseUrl, seen } = await serve(({ url, headers }, response) => {
    if (headers.authorization?.startsWith("M800Auth")) {
      return void response.end(JSON.stringify({ access_token: `t${++issued}`, expires_in: 300 }));
    }
    response
      .writeHead(url === tokenOperation.path && headers.authorization === "Bearer t2" ? 200 : statuses.rejection)
      .end("{}");
  });
  const client = createRawClient({ baseUrl });
  client.use(
    { onRequest: ({ request }) => request.headers.set("X-Trace", "7") },
    createAuthMiddleware({ baseUrl, credentials: defaultAccount }),
    { onRequest: ({ request }) => request.headers.set("X-Later", "8") },
  );
  const { response } = await client.POST(tokenOperation.path, { body: { username: "ann" } });
  expect(response.status).toBe(200);
  const calls = seen.filter(({ headers }) => headers.authorization?.startsWith("Bearer"));
  expect(
    calls.map(({ headers, body }) => [headers.authorization, headers["x-trace"], headers["x-later"], body]),
  ).toEqual([
    ["Bearer t1", "7", "8", '{"username":"ann"}'],
    ["Bearer t2", "7", "8", '{"username":"ann"}'],
  ]);
});

test("gets tokens through its own fetch, and sends calls again through the client's", async () => {
  const api = createMockApi();
  const used: string[] = [];
  const through =
    (name: string): typeof fetch =>
    (...call) => {
      used.push(name);
      return api.fetch(...call);
    };
  const client = createRawClient({ baseUrl: api.baseUrl, fetch: through("client") });
  client.use(createAuthMiddleware({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: through("auth") }));
  await client.GET(listOperation.path);
  api.tokens.revokeAll();
  used.length = 0;
  await client.GET(listOperation.path);
  expect(used).toEqual(["client", "auth", "client"]);
});

test("refuses to put the token on a call to another origin", async () => {
  const { client, auth } = setUp();
  client.use(auth);
  await expect(client.GET(listOperation.path, { baseUrl: "https://other.example" })).rejects.toThrow(
    "The token is for https://gateway.m800.invalid only.",
  );
});

test("tries a call again after a network error and a 503, and the other middlewares see only how it ended", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const failure = new TypeError("fetch failed");
  const api = createMockApi();
  const outcomes: (Response | Error)[] = [failure, new Response(null, { status: 503 })];
  const sent: string[] = [];
  const client = createRawClient({
    baseUrl: api.baseUrl,
    fetch: async (input) => {
      const request = new Request(input);
      sent.push(request.redirect);
      const outcome = outcomes.shift() ?? (await api.fetch(request));
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  });
  const seen: unknown[] = [];
  const observer: Middleware = {
    onResponse: ({ request, response }) => void seen.push(response.status, request.headers.get("Authorization")),
    onError: ({ error }) => void seen.push(error),
  };
  client.use(observer, createAuthMiddleware({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch }));
  const first = client.GET(listOperation.path);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await first).response.status).toBe(200);
  expect(sent).toEqual(["manual", "manual", "manual"]);

  outcomes.push(failure, failure, failure);
  const second = expect(client.GET(listOperation.path)).rejects.toBe(failure);
  await vi.advanceTimersByTimeAsync(10_000);
  await second;
  expect(seen).toEqual([200, null, failure]);
});

test("hands on what a fetch throws that is no Error", async () => {
  const { api, auth } = setUp();
  const failing = createRawClient({ baseUrl: api.baseUrl, fetch: () => Promise.reject("no more") });
  failing.use(auth);
  await expect(failing.GET(listOperation.path, Object({ retry: false }))).rejects.toBe("no more");
});

test("leaves alone what it has not begun", async () => {
  const { auth, api } = setUp();
  const hook = { request: new Request(api.baseUrl), options: {}, response: new Response(), error: new Error("other") };
  expect(await auth.onResponse?.(Object(hook))).toBeUndefined();
  expect(await auth.onError?.(Object(hook))).toBe(hook.error);
});

test("sends requests of the client's own class, each time, with what they hold themselves", async () => {
  class OwnRequest extends Request {
    readonly held = Symbol();
  }
  const { api, auth } = setUp();
  const held = new Set<unknown>();
  const client = createRawClient({
    baseUrl: api.baseUrl,
    Request: OwnRequest,
    fetch(request) {
      held.add(request instanceof OwnRequest && request.held);
      return api.fetch(request);
    },
  });
  client.use(auth);
  await client.GET(listOperation.path);
  api.tokens.revokeAll();
  await client.GET(listOperation.path);
  expect([...held]).toEqual(Array.from({ length: 3 }, () => expect.any(Symbol)));
});
