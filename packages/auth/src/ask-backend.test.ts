import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expect, test, vi } from "vitest";
import { askBackend } from "./ask-backend.ts";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";
import { createTokenHandler } from "./create-token-handler.ts";

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
    retryAfterMs: 7_000,
    requestId: "r1",
  });
});

test("tells of an answer that is no JSON, as a proxy's is", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(askBackend(URL_OF_HANDLER)({ rejected: undefined })).rejects.toThrow("The backend gave no token: 502");
});
