import { contract } from "@m800/phone-number-client";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setUp } from "../test/client-set-up.ts";
import type { AuthOptions } from "./auth-options.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";
import { TokenTimeoutError } from "./errors.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("gets a token by itself, and lists countries", async () => {
  const { client, gateway } = setUp();
  const { data, error } = await client.GET(listOperation.path);
  expect(error).toBeUndefined();
  expect(JSON.stringify(data)).toContain("Philippines");
  expect(gateway.tokenRequests).toBe(1);
});

test.each([1, 5, 30, 60, 300, 600, 3_600])(
  "calls for 100 lifetimes of %i s without a rejection, and with one token request per lifetime less its lead",
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

test("a revoked token is replaced and the calls are sent again: nobody sees a rejection", async () => {
  const { api, events, statusOf, gateway } = setUp();
  await statusOf();
  api.tokens.revokeAll();
  expect(new Set(await Promise.all(Array.from({ length: 100 }, statusOf)))).toEqual(new Set([200]));
  expect(gateway.tokenRequests).toBe(2);
  expect(events.filter(({ type }) => type === "call-replayed")).toHaveLength(100);
});

test("refused credentials fail the call, once and for the cool-down", async () => {
  const { client, gateway } = setUp({}, { credentials: { securityToken: "wrong-s3cr3t", username: "testusername" } });
  for (let call = 0; call < 10; call++) {
    await expect(client.GET(listOperation.path)).rejects.toMatchObject({
      code: "ERR_CREDENTIALS_REJECTED",
      status: expect.toBeOneOf([...contract.token.refusals]),
    });
  }
  expect(gateway.tokenRequests).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  await expect(client.GET(listOperation.path)).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED" });
  expect(gateway.tokenRequests).toBe(2);
});

test("while the token endpoint is down the living token is used, and afterwards a new one", async () => {
  const { gateway, statusOf } = setUp({}, { retry: false });
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
  const rejection = expect(client.GET(listOperation.path)).rejects.toThrow(new TokenTimeoutError(10_000));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(1);
  await rejection;
  expect(vi.getTimerCount()).toBe(0);
});

test("a body that never ends counts against the same 10 s", async () => {
  const drip = new ReadableStream({ pull: () => new Promise(() => {}) });
  const { client } = setUp({}, { fetch: async () => new Response(drip) });
  const rejection = expect(client.GET(listOperation.path)).rejects.toThrow("did not answer within 10000 ms");
  await vi.advanceTimersByTimeAsync(10_000);
  await rejection;
});

test("getToken is asked for a token instead of the gateway, under the same rule", async () => {
  const { api, events } = setUp();
  let asked = 0;
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    fetch: api.fetch,
    getToken: async () => {
      asked++;
      const response = await api.fetch(`${api.baseUrl}${tokenOperation.path}`, {
        method: "POST",
        headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
        body: JSON.stringify({ username: defaultAccount.username }),
      });
      return response.json();
    },
  });
  await Promise.all(Array.from({ length: 10 }, () => client.GET(listOperation.path)));
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(300_000);
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
  expect(asked).toBe(2);
  expect(events).toEqual([]);
});

test.each([
  { given: "both clocks agree", skewMs: 0 },
  { given: "the wall clock was set back", skewMs: -86_400_000 },
])("a token that took 8 s to come has 8 s less to live, if $given", async ({ skewMs }) => {
  let asked = 0;
  const client = createPhoneNumberClient({
    baseUrl: "https://api.example",
    fetch: async () => Response.json({ countries: [] }),
    getToken: async () => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      return { access_token: `t${asked}`, expires_in: 100 };
    },
  });
  const first = client.GET(listOperation.path);
  await vi.advanceTimersByTimeAsync(8_000);
  await first;
  await vi.advanceTimersByTimeAsync(92_000);
  vi.setSystemTime(Date.now() + skewMs);
  const settled = vi.fn();
  const second = client.GET(listOperation.path).then(settled);
  await vi.advanceTimersByTimeAsync(7_999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await second;
  expect(asked).toBe(2);
});

test("the deadline aborts the token request itself", async () => {
  let signal: AbortSignal | null | undefined;
  const { client } = setUp(
    {},
    {
      fetch: (_input, init) => {
        signal = init?.signal;
        return new Promise(() => {});
      },
    },
  );
  const rejection = expect(client.GET(listOperation.path)).rejects.toThrow(TokenTimeoutError);
  await vi.advanceTimersByTimeAsync(10_000);
  await rejection;
  expect(signal?.aborted).toBe(true);
});

test("what getToken throws is the cause of an AuthError", async () => {
  const cause = new Error("session expired");
  const client = createPhoneNumberClient({
    baseUrl: "https://api.example",
    retry: false,
    getToken: () => Promise.reject(cause),
  });
  await expect(client.GET(listOperation.path)).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", cause });
});

test("clients with a store and credentials in common have a token in common, others do not", async () => {
  const api = createMockApi({
    accounts: [defaultAccount, { username: "ann", securityToken: defaultAccount.securityToken }],
  });
  const tokenStore = createMemoryTokenStore();
  const call = (credentials: AuthOptions["credentials"]) =>
    createPhoneNumberClient({ baseUrl: api.baseUrl, credentials, fetch: api.fetch, tokenStore }).GET(
      listOperation.path,
    );
  for (let request = 0; request < 10; request++) await call(defaultAccount);
  expect(api.tokens.issued().map(({ username }) => username)).toEqual(["testusername"]);
  await call({ username: "ann", securityToken: defaultAccount.securityToken });
  expect(api.tokens.issued().map(({ username }) => username)).toEqual(["testusername", "ann"]);
  api.tokens.revokeAll();
  expect((await call(defaultAccount)).response.status).toBe(200);
  expect(api.tokens.issued()).toHaveLength(3);
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
    { type: "call-replayed", durationMs: 0 },
    acquired("rejected"),
  ]);
});
