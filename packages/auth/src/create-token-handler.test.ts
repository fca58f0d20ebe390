import { createMockApi, defaultAccount, type MockApi } from "@m800/phone-number-mock-server";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TokenNeed } from "./auth-options.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";
import { createTokenHandler, type TokenHandlerOptions } from "./create-token-handler.ts";
import { ConfigurationError } from "./errors.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const URL_OF_HANDLER = "https://app.example/api/token";
const SAME_ORIGIN = { "Sec-Fetch-Site": "same-origin" };

function setUp(options: Partial<TokenHandlerOptions> = {}) {
  const api = createMockApi();
  const handle = createTokenHandler({
    baseUrl: api.baseUrl,
    credentials: defaultAccount,
    fetch: api.fetch,
    authorize: () => true,
    ...options,
  });
  const ask = (headers: Record<string, string> = SAME_ORIGIN, method = "POST") =>
    handle(new Request(URL_OF_HANDLER, { method, headers }));
  return { api, handle, ask };
}

test("hands out a token that works, never its credentials, and forbids to keep it", async () => {
  const { api, ask } = setUp();
  for (const method of ["GET", "POST"]) {
    const response = await ask(SAME_ORIGIN, method);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(await response.json()).toEqual({ access_token: api.tokens.issued()[0]?.token, expires_in: 300 });
  }
  expect(api.requests(tokenOperation.operationId)).toHaveLength(1);
});

test("hands on what is left of the token's life, so that no browser keeps it longer", async () => {
  const { ask } = setUp();
  await ask();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(await (await ask()).json()).toMatchObject({ expires_in: 200 });
});

test("a browser's client behind it sees no rejection while the tokens change", async () => {
  const { api, handle } = setUp();
  let asked = 0;
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    fetch: api.fetch,
    getToken: async () => {
      asked++;
      return (await handle(new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN }))).json();
    },
  });
  for (let call = 0; call < 200; call++) {
    expect((await client.GET(listOperation.path)).response.status).toBe(200);
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(asked).toBeLessThan(30);
});

test.each([
  { given: "expire", endTokens: (api: MockApi) => api.tokens.expireAll() },
  { given: "are revoked", endTokens: (api: MockApi) => api.tokens.revokeAll() },
])(
  "browsers' clients see no rejection when the tokens $given, and cost one token request together",
  async ({ endTokens }) => {
    const { api, handle } = setUp();
    const getToken = async (need: TokenNeed) =>
      (
        await handle(new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN, body: JSON.stringify(need) }))
      ).json();
    const clients = Array.from({ length: 10 }, () =>
      createPhoneNumberClient({ baseUrl: api.baseUrl, fetch: api.fetch, getToken }),
    );
    for (let round = 1; round <= 12; round++) {
      let isOver = false;
      const calling = Promise.all(clients.map((client) => client.GET(listOperation.path))).finally(() => {
        isOver = true;
      });
      while (!isOver) await vi.advanceTimersByTimeAsync(10);
      const calls = await calling;
      expect(calls.map(({ response }) => response.status)).toEqual(clients.map(() => 200));
      expect(api.requests(tokenOperation.operationId)).toHaveLength(round);
      endTokens(api);
    }
  },
);

test("pages that say again and again that their token was rejected get another twice a second, and no more", async () => {
  const { api, handle } = setUp();
  const ask = async (rejected: string | undefined): Promise<string> => {
    const body = JSON.stringify({ rejected });
    const answer = await handle(new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN, body }));
    return (await answer.json()).access_token;
  };
  const page = async () => {
    let token: string | undefined;
    for (let round = 0; round < 100; round++) token = await ask(token);
  };
  const ended = Promise.all([page(), page(), page()]).then(() => performance.now());
  await vi.advanceTimersByTimeAsync(600_000);
  const requests = api.requests(tokenOperation.operationId).length;
  expect(requests).toBeGreaterThan(90);
  expect(requests).toBeLessThanOrEqual((2 * (await ended)) / 1_000 + 1);
});

test.each(["", "rejected", "null", '{"rejected":1}', '{"rejected":"another"}'])(
  "a POST of %j is answered with the token that there is",
  async (body) => {
    const { api, ask, handle } = setUp();
    await ask();
    const answer = await handle(new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN, body }));
    expect((await answer.json()).access_token).toBe(api.tokens.issued()[0]?.token);
    expect(api.requests(tokenOperation.operationId)).toHaveLength(1);
  },
);

test.each([
  { given: "a page of another origin", headers: { "Sec-Fetch-Site": "cross-site" }, want: "cross_origin" },
  { given: "a stranger", headers: { ...SAME_ORIGIN, Cookie: "session=2" }, want: "forbidden" },
  { given: "a method that it has no answer to", headers: SAME_ORIGIN, method: "PUT", want: "method_not_allowed" },
])("tells $given by a code, as JSON that nobody keeps, why there is no token", async ({ headers, method, want }) => {
  const response = await setUp({ authorize: ({ headers }) => !headers.has("Cookie") }).ask(headers, method);
  expect(await response.json()).toEqual({ code: want, message: `No token: ${want}.` });
  expect([response.headers.get("Content-Type"), response.headers.get("Cache-Control")]).toEqual([
    "application/json",
    "no-store",
  ]);
});

test("asks authorize each time, and refuses whom it does not know", async () => {
  const authorize = vi.fn((request: Request) => request.headers.get("Cookie") === "session=1");
  const { api, ask } = setUp({ authorize });
  expect((await ask({ ...SAME_ORIGIN, Cookie: "session=2" })).status).toBe(403);
  expect(api.requests()).toEqual([]);
  expect((await ask({ ...SAME_ORIGIN, Cookie: "session=1" })).status).toBe(200);
  expect(authorize).toHaveBeenCalledTimes(2);
});

test("what authorize throws is the app's own to handle", async () => {
  const { ask } = setUp({ authorize: () => Promise.reject(new Error("no session store")) });
  await expect(ask()).rejects.toThrow("no session store");
});

test.each([
  { given: { "Sec-Fetch-Site": "same-origin" }, want: 200 },
  { given: { "Sec-Fetch-Site": "same-site" }, want: 403 },
  { given: { "Sec-Fetch-Site": "cross-site", Origin: "https://other.example" }, want: 403 },
  { given: { "Sec-Fetch-Site": "none" }, want: 403 },
  { given: { Origin: "https://app.example" }, want: 200 },
  { given: { Origin: "https://app.example.other.example" }, want: 403 },
  { given: { Origin: "null" }, want: 403 },
  { given: { Origin: "https://public.example", Host: "public.example" }, want: 200 },
  { given: {}, want: 200 },
])("answers $given with $want", async ({ given, want }) => {
  const { ask } = setUp();
  const response = await ask(given as Record<string, string>);
  expect(response.status).toBe(want);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test("lets the pages of other origins ask only if they are named, and answers their preflight", async () => {
  const { ask } = setUp({ allowedOrigins: ["https://shop.example"] });
  const from = (origin: string) => ({ "Sec-Fetch-Site": "cross-site", Origin: origin });
  const preflight = await ask(
    { ...from("https://shop.example"), "Access-Control-Request-Headers": "x-csrf" },
    "OPTIONS",
  );
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": "https://shop.example",
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "x-csrf",
    vary: "Origin",
  });
  const bare = await ask(from("https://shop.example"), "OPTIONS");
  expect([bare.status, bare.headers.get("Access-Control-Allow-Headers")]).toEqual([204, ""]);
  const answer = await ask(from("https://shop.example"));
  expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([200, "https://shop.example"]);
  const refused = await ask(from("https://other.example"));
  expect([refused.status, refused.headers.get("Access-Control-Allow-Origin")]).toEqual([403, null]);
});

test("says which methods it takes", async () => {
  const response = await setUp().ask(SAME_ORIGIN, "DELETE");
  expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, POST, OPTIONS"]);
});

test("while there is no token to be had it says so, for how long, and nothing else", async () => {
  const fetch = async () => new Response("secret detail", { status: 503, headers: { "Retry-After": "7" } });
  const response = await setUp({ fetch }).ask();
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "7"]);
  expect(await response.json()).toEqual({ code: "ERR_TOKEN_UNAVAILABLE", message: "No token: ERR_TOKEN_UNAVAILABLE." });
});

test("never says to come back at once during a pause, however short it is", async () => {
  const { ask } = setUp({ fetch: async () => new Response(null, { status: 503 }) });
  const response = await ask();
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "1"]);
});

test.each([
  {
    given: "was read",
    read: async (request: Request) => void (await request.text()),
  },
  { given: "is being read", read: async (request: Request) => void request.body?.getReader() },
])("a body that $given before is no reason to hand out the rejected token, and the page is told", async ({ read }) => {
  const { api, handle } = setUp();
  const request = new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN, body: "{}" });
  await read(request);
  const answer = await handle(request);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    code: "body_already_read",
    message: expect.stringContaining("Put the handler before body parsers"),
  });
  expect(api.requests(tokenOperation.operationId)).toEqual([]);
});

test("a body that was sent, as its length says, but is gone, is one that was read before", async () => {
  const { handle } = setUp();
  const ask = async (headers: Record<string, string>) =>
    (await handle(new Request(URL_OF_HANDLER, { method: "POST", headers: { ...SAME_ORIGIN, ...headers } }))).status;
  expect(await ask({ "Content-Length": "2" })).toBe(400);
  expect(await ask({ "Transfer-Encoding": "chunked" })).toBe(400);
  expect(await ask({ "Content-Length": "0" })).toBe(200);
  expect(await ask({})).toBe(200);
});

test("a body whose clone was read, as by a middleware that logs, tells what it did before", async () => {
  const { handle } = setUp();
  const request = new Request(URL_OF_HANDLER, { method: "POST", headers: SAME_ORIGIN, body: "{}" });
  await request.clone().text();
  expect((await handle(request)).status).toBe(200);
});

test.each([
  { options: { authorize: undefined }, want: "authorize must be a function: it decides who gets a token." },
  ...[
    "https://app.example",
    ["https://app.example/"],
    ["app.example"],
    ["*"],
    ["https://App.example"],
    ["https://app.example?a"],
    ["https://app.example#a"],
    ["https://ann@app.example"],
    ["see https://app.example"],
    ["https://app example"],
    ["4https://app.example"],
    ["https://app.example", "*"],
    [1],
  ].map((allowedOrigins) => ({
    options: { allowedOrigins },
    want: 'allowedOrigins must be a list of origins, such as ["https://app.example"].',
  })),
])("refuses $options", ({ options, want }) => {
  // What only JavaScript lets through.
  expect(() => setUp(Object(options))).toThrow(new ConfigurationError(want));
});

test("takes the origins of apps, which have schemes of their own", async () => {
  for (const origin of ["capacitor://localhost", "com.example.app-2+debug://localhost"]) {
    const { ask } = setUp({ allowedOrigins: [origin, "http://localhost:5173"] });
    expect((await ask({ "Sec-Fetch-Site": "cross-site", Origin: origin })).status).toBe(200);
  }
});
