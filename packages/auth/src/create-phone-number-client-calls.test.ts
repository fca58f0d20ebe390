import { inspect } from "node:util";
import type { RawClient } from "@m800/phone-number-client";
import { createMockApi, defaultAccount, type RecordedRequest } from "@m800/phone-number-mock-server";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import type { Middleware } from "openapi-fetch";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { setUp } from "../test/client-set-up.ts";
import { statuses } from "../test/statuses.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an API that rejects every token gets each call twice, and the caller its answer", async () => {
  const { api, client } = setUp();
  api.respondWith(listOperation.operationId, { status: statuses.rejection }, { offSpec: true });
  expect((await client.GET(listOperation.path)).response.status).toBe(statuses.rejection);
  expect(api.requests(listOperation.operationId)).toHaveLength(2);
});

test("an operation that refuses every token costs ever fewer token requests, though others accept them", async () => {
  // The shortest rests that the jitter allows.
  vi.spyOn(Math, "random").mockReturnValue(0.9999);
  const { api, client, gateway, statusOf } = setUp();
  const reply = ({ headers }: RecordedRequest) =>
    headers["x-forbidden"] ? { status: statuses.rejection } : { status: 200, body: {} };
  api.respondWith(listOperation.operationId, reply, { offSpec: true });
  for (let second = 0; second < 60; second++) {
    const { response } = await client.GET(listOperation.path, { headers: { "X-Forbidden": "1" } });
    expect(response.status).toBe(statuses.rejection);
    expect(await statusOf()).toBe(200);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(gateway.tokenRequests).toBeLessThanOrEqual(11);
});

test("a token that the API takes counts as accepted, whatever else is wrong: no revocation after it shows", async () => {
  const { api, statusOf } = setUp({}, { retry: false });
  expect(await statusOf()).toBe(200);
  for (let round = 0; round < 10; round++) {
    api.reset();
    api.respondWith(listOperation.operationId, { status: round % 2 ? 500 : 503 }, { offSpec: true });
    expect(await statusOf()).toBe(round % 2 ? 500 : 503);
  }
});

test("a call's own signal ends its waiting, and nothing else", async () => {
  const { client, events } = setUp({}, { fetch: () => new Promise(() => {}) });
  const controller = new AbortController();
  const call = client.GET(listOperation.path, { signal: controller.signal });
  controller.abort(new Error("changed my mind"));
  await expect(call).rejects.toThrow("changed my mind");
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(events).toMatchObject([{ type: "token-failed", error: { code: "ERR_TOKEN_TIMEOUT" } }]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a call's own headers, parseAs and middleware still work", async () => {
  const { api, client } = setUp();
  const order: string[] = [];
  const { data } = await client.GET(listOperation.path, {
    headers: { "X-Trace": "7" },
    parseAs: "text",
    middleware: [{ onRequest: () => void order.push("request"), onResponse: () => void order.push("response") }],
  });
  expect(data).toMatch(/^[{[]"?/);
  expect(order).toEqual(["request", "response"]);
  expect(api.requests(listOperation.operationId)[0]?.headers).toMatchObject({
    "x-trace": "7",
    authorization: "Bearer ***",
  });
});

test("a middleware may put a request or a response of its own in a call's place", async () => {
  const { api, client } = setUp();
  await client.GET(listOperation.path);
  api.tokens.revokeAll();
  const another = {
    onRequest: ({ request }) => new Request(request, { headers: { "X-Trace": "7" } }),
  } satisfies Middleware;
  expect((await client.GET(listOperation.path, { middleware: [another] })).response.status).toBe(200);
  const { status, headers } = api.requests().at(-1) ?? {};
  expect({ status, headers }).toMatchObject({ status: 200, headers: { "x-trace": "7", authorization: "Bearer ***" } });
  const seen = api.requests().length;
  const answer = { onRequest: () => Response.json({ own: true }) } satisfies Middleware;
  expect((await client.GET(listOperation.path, { middleware: [answer] })).data).toEqual({ own: true });
  expect(api.requests()).toHaveLength(seen);
});

test("gives its fetch an address, not a request that only the platform's own can read", async () => {
  const inputs: unknown[] = [];
  const { api } = setUp();
  const getToken = async () => ({ access_token: "t", expires_in: 300 });
  const foreign = async (input: unknown) => {
    inputs.push(input);
    return Response.json({});
  };
  await createPhoneNumberClient({ baseUrl: api.baseUrl, getToken, fetch: foreign }).GET(listOperation.path);
  expect(inputs).toEqual([api.baseUrl + listOperation.path]);
});

test("a middleware that calls another origin through the client's own fetch gets a rejection, and does not throw", async () => {
  const { client } = setUp();
  const outcomes: unknown[] = [];
  const elsewhere = {
    onRequest: ({ options }) => void outcomes.push(options.fetch(new Request("https://x.example")).catch(String)),
  } satisfies Middleware;
  expect((await client.GET(listOperation.path, { middleware: [elsewhere] })).response.status).toBe(200);
  expect(await Promise.all(outcomes)).toEqual([expect.stringMatching(/^ConfigurationError: The token is for /)]);
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
  expect(api.requests(listOperation.operationId)).toHaveLength(3);
});

test("a refusal that is none of the token is the caller's to see: it is not sent again, and costs no token", async () => {
  const { api, client, gateway } = setUp();
  api.respondWith(listOperation.operationId, { status: statuses.forbidden }, { offSpec: true });
  expect((await client.GET(listOperation.path)).response.status).toBe(statuses.forbidden);
  expect(api.requests(listOperation.operationId)).toHaveLength(1);
  expect(gateway.tokenRequests).toBe(1);
});

test("interception that is installed after the client works", async () => {
  const api = createMockApi();
  const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount });
  vi.stubGlobal("fetch", api.fetch);
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
});

test("holds no secret that inspection could show", async () => {
  const { api, client, events, statusOf } = setUp({}, { retry: false });
  await statusOf();
  api.respondWith(tokenOperation.operationId, { status: 500 }, { offSpec: true });
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
        sent = new Request(input, init);
        if (sent.method === "POST") return api.fetch(sent);
        return new Response(null, { status: 302 });
      },
    },
  );
  for (const redirect of ["follow", "error", undefined] as const) {
    const { response } = await client.GET(listOperation.path, redirect ? { redirect } : {});
    expect([response.status, sent?.redirect]).toEqual([302, "manual"]);
  }
});

test("a stream is not kept for another attempt: its rejection is the caller's to see", async () => {
  let sent = 0;
  const { client, events } = setUp(undefined, {
    credentials: undefined,
    getToken: async () => ({ access_token: "abc", expires_in: 300 }),
    async fetch() {
      sent++;
      return new Response(null, { status: statuses.rejection });
    },
  });
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("x".repeat(1_000)));
      if (++pulled === 100) controller.close();
    },
  });
  const init = { body: body as never, bodySerializer: (given: unknown) => given as never, duplex: "half" };
  const { response } = await client.POST(tokenOperation.path, init as never);
  expect([response.status, sent]).toEqual([statuses.rejection, 1]);
  expect(pulled).toBeLessThan(100);
  expect(events).toContainEqual(expect.objectContaining({ type: "call-gave-up", reason: "body" }));
});

test("a getToken that calls its own client waits for itself, once, until the deadline", async () => {
  let asked = 0;
  const client: RawClient = createPhoneNumberClient({
    baseUrl: "https://api.example",
    retry: false,
    async getToken() {
      asked++;
      await client.GET(listOperation.path);
      return { access_token: "abc", expires_in: 300 };
    },
  });
  const failed = expect(client.GET(listOperation.path)).rejects.toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
  expect(asked).toBe(1);
});

test.each([
  { given: "a token that no header can carry", stored: { token: "a\r\nb", lifetimeMs: 300_000, ageMs: 0 } },
  { given: "a lifetime that is none", stored: { token: "abc", lifetimeMs: Number.NaN, ageMs: 0 } },
  { given: "an age that is none", stored: { token: "abc", lifetimeMs: 300_000, ageMs: Number.NaN } },
  { given: "an age beyond its life", stored: { token: "abc", lifetimeMs: 300_000, ageMs: 300_000 } },
])("what a store hands out is checked: $given", async ({ stored }) => {
  const sent: string[] = [];
  const { statusOf } = setUp(undefined, {
    tokenStore: {
      obtain: async () => stored,
    },
    retry: false,
    async fetch(input) {
      sent.push(String(input));
      return new Response();
    },
  });
  await expect(statusOf()).rejects.toMatchObject({ code: "ERR_INVALID_TOKEN_RESPONSE" });
  expect(sent).toEqual([]);
});

test.each<{ given: string; onEvent: () => void }>([
  {
    given: "throws",
    onEvent() {
      throw new Error("the log is full");
    },
  },
  { given: "rejects, as it is async", onEvent: () => Promise.reject(new Error("the log is full")) },
])("a listener that $given fails no call, and is reported as a rejection that nobody handles", async ({ onEvent }) => {
  vi.useRealTimers();
  const reported: unknown[] = [];
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => reported.push(reason));
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const other of others) process.on("unhandledRejection", other);
  });
  const { api, statusOf } = setUp({}, { onEvent });
  expect(await statusOf()).toBe(200);
  api.tokens.revokeAll();
  expect(await statusOf()).toBe(200);
  // Node reports them when all that was due has run.
  await new Promise((resolve) => setImmediate(resolve));
  // A token, a repeated call, and its token.
  expect(reported).toEqual(Array(3).fill(new Error("the log is full")));
});
