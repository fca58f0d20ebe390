import { inspect } from "node:util";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test, vi } from "vitest";
import { askBackend } from "./ask-backend.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";
import { createTokenHandler } from "./create-token-handler.ts";
import { TokenUnavailableError } from "./errors.ts";

const URL_OF_HANDLER = "https://app.example/api/token";

/** A page, whose backend is a token handler. */
function setUp(isSignedIn = true) {
  const api = createMockApi();
  const handleToken = createTokenHandler({
    baseUrl: api.baseUrl,
    credentials: defaultAccount,
    fetch: api.fetch,
    authorize: () => isSignedIn,
  });
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (...call: Parameters<typeof fetch>) => {
    const request = new Request(...call);
    asked.push(request.clone());
    return handleToken(request);
  });
  const open = (getToken: ReturnType<typeof askBackend>) =>
    createPhoneNumberClient({ baseUrl: api.baseUrl, getToken, fetch: api.fetch, retry: false });
  return { api, asked, open };
}

test("gets a page its tokens, and another one for one that is rejected", async () => {
  const { api, asked, open } = setUp();
  const client = open(askBackend(URL_OF_HANDLER));
  await client.GET(listOperation.path);
  api.tokens.revokeAll();
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
  expect(await Promise.all(asked.map((request) => request.text()))).toEqual([
    "{}",
    JSON.stringify({ rejected: api.tokens.issued()[0]?.token }),
  ]);
});

test("takes what fetch takes, and asks for it each time if it is a function", async () => {
  const { api, asked, open } = setUp();
  await open(askBackend(URL_OF_HANDLER, { headers: { "X-Session": "1" }, method: "GET" })).GET(listOperation.path);
  let session = 1;
  const client = open(askBackend(URL_OF_HANDLER, async () => ({ headers: { "X-Session": `${++session}` } })));
  await client.GET(listOperation.path);
  api.tokens.revokeAll();
  await client.GET(listOperation.path);
  expect(asked.map(({ method, headers }) => `${method} ${headers.get("X-Session")}`)).toEqual([
    "POST 1",
    "POST 2",
    "POST 3",
  ]);
});

test("tells what the backend answered: its code, its status, and when to ask again", async () => {
  await expect(
    setUp(false)
      .open(askBackend(`${URL_OF_HANDLER}?a=1`))
      .GET(listOperation.path),
  ).rejects.toMatchObject({
    code: "ERR_TOKEN_UNAVAILABLE",
    message: "The backend gave no token: 403 forbidden No token: forbidden.",
    backendCode: "forbidden",
    status: 403,
    url: URL_OF_HANDLER,
  });
  const client = setUp().open(askBackend(URL_OF_HANDLER));
  vi.stubGlobal("fetch", async () =>
    Response.json(
      { code: "ERR_TOKEN_TIMEOUT" },
      { status: 503, headers: { "Retry-After": "7", "X-Request-Id": "r1" } },
    ),
  );
  await expect(client.GET(listOperation.path)).rejects.toMatchObject({
    message: "The backend gave no token: 503 ERR_TOKEN_TIMEOUT",
    backendCode: "ERR_TOKEN_TIMEOUT",
    retryAfterMs: 7_000,
    requestId: "r1",
  });
});

test("tells of an answer that is no JSON, as a proxy's is", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(askBackend(URL_OF_HANDLER)({ rejected: undefined })).rejects.toThrow("The backend gave no token: 502");
});

test.each([
  { body: "{}", want: undefined },
  { body: "null", want: undefined },
  { body: '{"code":4030}', want: undefined },
  { body: '{"code":"session_over"}', want: "session_over" },
])("a backend that answers $body tells the code $want", async ({ body, want }) => {
  vi.stubGlobal("fetch", async () => new Response(body, { status: 403 }));
  const failed = await askBackend(URL_OF_HANDLER)({ rejected: undefined }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TokenUnavailableError);
  expect(failed).toHaveProperty("backendCode", want);
});

test.each([
  { status: 400, want: 1 },
  { status: 401, want: 1 },
  { status: 403, want: 1 },
  { status: 404, want: 1 },
  { status: 429, want: 3 },
  { status: 500, want: 3 },
  { status: 503, want: 3 },
])(
  "a backend that answers $status is asked $want times for a call that may be tried twice again",
  async ({ status, want }) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { api } = setUp();
    const ask = vi.fn(async () => new Response(null, { status }));
    vi.stubGlobal("fetch", ask);
    const client = createPhoneNumberClient({
      baseUrl: api.baseUrl,
      getToken: askBackend(URL_OF_HANDLER),
      fetch: api.fetch,
    });
    const failed = expect(client.GET(listOperation.path)).rejects.toMatchObject({ status });
    await vi.advanceTimersByTimeAsync(10_000);
    await failed;
    expect(ask).toHaveBeenCalledTimes(want);
  },
);

test("says where a backend is that cannot be reached, and why, without user and query", async () => {
  vi.stubGlobal("fetch", () =>
    Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code: "ENOTFOUND" }) })),
  );
  await expect(
    askBackend("https://ann:s3cr3t@app.example/token?key=s3cr3t")({ rejected: undefined }),
  ).rejects.toMatchObject({
    code: "ERR_TOKEN_UNAVAILABLE",
    message: "The backend https://app.example/token could not be reached (ENOTFOUND): fetch failed: no",
    url: "https://app.example/token",
    cause: { message: "fetch failed" },
  });
});

test.each(["https://ann:s3cr3t@app.example/api/token", "/api/token?session=s3cr3t"])(
  "an address that fetch refuses is not quoted with what may be secret in it: %s",
  async (url) => {
    const error: unknown = await askBackend(url)({ rejected: undefined }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "ERR_TOKEN_UNAVAILABLE",
      message: expect.stringContaining("/api/token could not"),
    });
    expect(inspect(error)).not.toContain("s3cr3t");
  },
);
