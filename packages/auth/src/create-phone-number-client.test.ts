import { inspect } from "node:util";
import { createMockApi, defaultAccount, type MockApiOptions } from "@m800/phone-number-mock-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AuthEvent } from "./auth-event.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";
import { TokenTimeoutError } from "./errors.ts";
import type { AuthOptions } from "./options.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client of a mock API of its own, and what happened to its token. */
function setUp(mockOptions?: MockApiOptions, options?: AuthOptions) {
  const api = createMockApi(mockOptions);
  const events: AuthEvent[] = [];
  const gateway = { isDown: false, tokenRequests: 0 };
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    credentials: defaultAccount,
    fetch: async (input, init) => {
      const isTokenRequest = init?.method === "POST";
      if (isTokenRequest) gateway.tokenRequests++;
      return isTokenRequest && gateway.isDown ? new Response(null, { status: 503 }) : api.fetch(input, init);
    },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const statusOf = async () => (await client.GET("/countries")).response.status;
  return { api, client, events, gateway, statusOf };
}

test("gets a token by itself, and lists countries", async () => {
  const { client, gateway } = setUp();
  const { data, error } = await client.GET("/countries");
  expect(error).toBeUndefined();
  expect(data?.countries).toContainEqual({ code: "PHL", name: "Philippines", prefix: "63" });
  expect(gateway.tokenRequests).toBe(1);
});

test.each([1, 5, 30, 60, 300, 600, 3_600])(
  "calls for 100 lifetimes of %i s without a 401, and with one token request per lifetime less its lead",
  async (lifetime) => {
    const { api, statusOf, gateway } = setUp({ tokenLifetimeSeconds: lifetime });
    const lead = Math.min(30, 0.2 * lifetime);
    for (let call = 0; call < 2_000; call++) {
      expect(await statusOf()).toBe(200);
      await vi.advanceTimersByTimeAsync((lifetime * 1000) / 20);
    }
    expect(api.tokens.issued()).toHaveLength(gateway.tokenRequests);
    expect(gateway.tokenRequests).toBeLessThanOrEqual(Math.ceil((100 * lifetime) / (lifetime - lead)) + 1);
    expect(gateway.tokenRequests).toBeGreaterThan(95);
  },
);

test("1,000 calls at once at a cold start, and again after the token's death, share one token request each", async () => {
  const { statusOf, gateway } = setUp();
  const burst = () => Promise.all(Array.from({ length: 1_000 }, statusOf));
  expect(new Set(await burst())).toEqual(new Set([200]));
  expect(gateway.tokenRequests).toBe(1);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(new Set(await burst())).toEqual(new Set([200]));
  expect(gateway.tokenRequests).toBe(2);
});

test("a revoked token is replaced and the calls are sent again: nobody sees a 401", async () => {
  const { api, events, statusOf, gateway } = setUp();
  await statusOf();
  api.tokens.revokeAll();
  expect(new Set(await Promise.all(Array.from({ length: 100 }, statusOf)))).toEqual(new Set([200]));
  expect(gateway.tokenRequests).toBe(2);
  expect(events.filter(({ type }) => type === "call-replayed")).toHaveLength(100);
});

test("an API that answers 401 to every token gets each call twice, and the caller its answer", async () => {
  const { api, client } = setUp();
  api.respondWith("listCountries", { status: 401 });
  const { error, response } = await client.GET("/countries");
  expect(response.status).toBe(401);
  expect(error).toMatchObject({ code: "invalid_token" });
  expect(api.requests("listCountries")).toHaveLength(2);
});

test("refused credentials fail the call, once and for the cool-down", async () => {
  const { client, gateway } = setUp({}, { credentials: { securityToken: "wrong-s3cr3t", username: "testusername" } });
  for (let call = 0; call < 10; call++) {
    await expect(client.GET("/countries")).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED", status: 401 });
  }
  expect(gateway.tokenRequests).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  await expect(client.GET("/countries")).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED" });
  expect(gateway.tokenRequests).toBe(2);
});

test("while the token endpoint is down the living token is used, and afterwards a new one", async () => {
  const { gateway, statusOf } = setUp();
  await statusOf();
  gateway.isDown = true;
  for (let second = 0; second < 299; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await statusOf()).toBe(200);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(statusOf()).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", status: 503 });
  expect(gateway.tokenRequests).toBeLessThan(10);
  gateway.isDown = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await statusOf()).toBe(200);
});

test("a token endpoint that never answers ends in a typed error after 10 s", async () => {
  const { client } = setUp({}, { fetch: () => new Promise(() => {}) });
  const rejection = expect(client.GET("/countries")).rejects.toThrow(new TokenTimeoutError(10_000));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await rejection;
  expect(vi.getTimerCount()).toBe(0);
});

test("a body that never ends counts against the same 10 s", async () => {
  const drip = new ReadableStream({ pull: () => new Promise(() => {}) });
  const { client } = setUp({}, { fetch: async () => new Response(drip) });
  const rejection = expect(client.GET("/countries")).rejects.toThrow("did not answer within 10000 ms");
  await vi.advanceTimersByTimeAsync(10_000);
  await rejection;
});

test("a call's own signal ends its waiting", async () => {
  const { client } = setUp({}, { fetch: () => new Promise(() => {}) });
  const controller = new AbortController();
  const call = client.GET("/countries", { signal: controller.signal });
  controller.abort(new Error("changed my mind"));
  await expect(call).rejects.toThrow("changed my mind");
  expect(vi.getTimerCount()).toBe(0);
});

test("a call's own headers, parseAs and middleware still work", async () => {
  const { api, client } = setUp();
  const order: string[] = [];
  const { data } = await client.GET("/countries", {
    headers: { "X-Trace": "7" },
    parseAs: "text",
    middleware: [{ onRequest: () => void order.push("request"), onResponse: () => void order.push("response") }],
  });
  expect(data).toMatch(/^\{"countries":\[/);
  expect(order).toEqual(["request", "response"]);
  expect(api.requests("listCountries")[0]?.headers).toMatchObject({ "x-trace": "7", authorization: "Bearer ***" });
});

test("middlewares see a call once, even if it is sent twice", async () => {
  const { api, client, statusOf } = setUp();
  await statusOf();
  const seen: unknown[] = [];
  client.use({
    onRequest: ({ request }) => void seen.push(request.headers.get("Authorization")),
    onResponse: ({ request, response }) => void seen.push(request.headers.get("Authorization"), response.status),
  });
  api.tokens.revokeAll();
  await statusOf();
  expect(seen).toEqual([null, null, 200]);
  expect(api.requests("listCountries")).toHaveLength(3);
});

test("getToken is asked for a token instead of the gateway, under the same rule", async () => {
  const { api, events } = setUp();
  let asked = 0;
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    fetch: api.fetch,
    getToken: async () => {
      asked++;
      const response = await api.fetch(`${api.baseUrl}/token`, {
        method: "POST",
        headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
        body: JSON.stringify({ username: defaultAccount.username }),
      });
      return response.json();
    },
  });
  await Promise.all(Array.from({ length: 10 }, () => client.GET("/countries")));
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(300_000);
  expect((await client.GET("/countries")).response.status).toBe(200);
  expect(asked).toBe(2);
  expect(events).toEqual([]);
});

test("what getToken throws is the cause of an AuthError", async () => {
  const cause = new Error("session expired");
  const client = createPhoneNumberClient({ baseUrl: "https://api.example", getToken: () => Promise.reject(cause) });
  await expect(client.GET("/countries")).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", cause });
});

test("clients with a store and credentials in common have a token in common, others do not", async () => {
  const api = createMockApi({
    accounts: [defaultAccount, { username: "ann", securityToken: defaultAccount.securityToken }],
  });
  const tokenStore = createMemoryTokenStore();
  const call = (credentials: AuthOptions["credentials"]) =>
    createPhoneNumberClient({ baseUrl: api.baseUrl, credentials, fetch: api.fetch, tokenStore }).GET("/countries");
  for (let request = 0; request < 10; request++) await call(defaultAccount);
  expect(api.tokens.issued().map(({ username }) => username)).toEqual(["testusername"]);
  await call({ username: "ann", securityToken: defaultAccount.securityToken });
  expect(api.tokens.issued().map(({ username }) => username)).toEqual(["testusername", "ann"]);
  api.tokens.revokeAll();
  expect((await call(defaultAccount)).response.status).toBe(200);
  expect(api.tokens.issued()).toHaveLength(3);
});

test("interception that is installed after the client works", async () => {
  const api = createMockApi();
  const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount });
  vi.stubGlobal("fetch", api.fetch);
  expect((await client.GET("/countries")).response.status).toBe(200);
});

test("tells what happens to the token, in order", async () => {
  const { api, events, statusOf } = setUp();
  await statusOf();
  await vi.advanceTimersByTimeAsync(290_000);
  await statusOf();
  await vi.advanceTimersByTimeAsync(300_000);
  await statusOf();
  api.tokens.revokeAll();
  await statusOf();
  const acquired = (reason: string) => ({ type: "token-acquired", reason, durationMs: 0, lifetimeMs: 300_000 });
  expect(events).toEqual([
    acquired("none"),
    acquired("due"),
    acquired("dead"),
    acquired("rejected"),
    { type: "call-replayed", status: 200 },
  ]);
});

test("holds no secret that inspection could show", async () => {
  const { api, client, events, statusOf } = setUp();
  await statusOf();
  api.respondWith("createToken", { status: 500 });
  api.tokens.revokeAll();
  const error = await statusOf().catch((caught: unknown) => caught);
  const shown =
    inspect([client, events, error], { depth: 20, showHidden: true }) + JSON.stringify([client, events, error]);
  for (const secret of [defaultAccount.securityToken, defaultAccount.password, api.tokens.issued()[0]?.token]) {
    expect(shown).not.toContain(secret);
  }
  expect(shown).toContain("ERR_TOKEN_UNAVAILABLE");
});

test("follows no redirect, even if a call asks for it", async () => {
  let sent: Request | undefined;
  const { client, api } = setUp(
    {},
    {
      fetch: async (input, init) => {
        if (init) return api.fetch(input, init);
        sent = new Request(input);
        return new Response(null, { status: 302 });
      },
    },
  );
  for (const redirect of ["follow", "error", undefined] as const) {
    const { response } = await client.GET("/countries", redirect ? { redirect } : {});
    expect([response.status, sent?.redirect]).toEqual([302, "manual"]);
  }
});
