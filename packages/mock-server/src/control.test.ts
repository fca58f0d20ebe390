import { expect, onTestFinished, test } from "vitest";
import { askForToken, frozenApi, listThings as list } from "../test/frozen-api.ts";
import { referenceApi } from "../test/reference-api.ts";
import { type ServeOptions, serveMockApi } from "./serve-mock-api.ts";

async function served(options: ServeOptions = {}) {
  const server = await serveMockApi({ spec: frozenApi, control: true, ...options });
  onTestFinished(() => server.close());
  const { url = "", secret = "" } = server.control ?? {};
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  return { ...server, url, secret, call };
}

test("is off unless it is asked for", async () => {
  const server = await served({ control: false });
  expect(server.control).toBeUndefined();
});

test("revokes one token or all, expires all and advances the clock", async () => {
  const { baseUrl, call } = await served();
  const [first, second] = [await askForToken(baseUrl), await askForToken(baseUrl)];
  const statuses = async (...tokens: string[]) =>
    Promise.all(tokens.map(async (token) => (await list(baseUrl, token)).ok));

  expect((await call("POST", "/mocks/default/tokens/revoke", { token: first.token })).status).toBe(204);
  expect(await statuses(first.token, second.token)).toEqual([false, true]);
  expect((await call("POST", "/mocks/default/tokens/revoke", {})).status).toBe(204);
  expect(await statuses(second.token)).toEqual([false]);
  const { body } = await call("GET", "/mocks/default/tokens");
  expect(body.tokens).toMatchObject([
    { token: first.token, username: "testusername", revoked: true },
    { revoked: true },
  ]);

  const third = await askForToken(baseUrl);
  expect((await call("POST", "/mocks/default/tokens/expire")).status).toBe(204);
  expect(await statuses(third.token)).toEqual([false]);

  const fourth = await askForToken(baseUrl);
  const before = (await call("GET", "/mocks/default/clock")).body.now;
  const after = (await call("POST", "/mocks/default/clock/advance", { seconds: 300 })).body.now;
  expect(after - before).toBeGreaterThanOrEqual(300_000);
  expect(await statuses(fourth.token)).toEqual([false]);
  expect((await call("POST", "/mocks/default/tokens/revoke", { token: "unknown" })).status).toBe(404);
});

test("sets replies and takes them away, checked as in the process", async () => {
  const { baseUrl, call } = await served();
  const { token } = await askForToken(baseUrl);
  const status = async () => (await list(baseUrl, token)).status;

  const added = await call("POST", "/mocks/default/replies", {
    operationId: "listThings",
    reply: { status: 503 },
    times: 2,
  });
  expect(added.status).toBe(201);
  expect(await status()).toBe(503);
  expect((await call("DELETE", `/mocks/default/replies/${added.body.id}`)).status).toBe(204);
  expect(await status()).toBe(200);
  expect(await call("DELETE", `/mocks/default/replies/${added.body.id}`)).toMatchObject({
    status: 404,
    body: { message: `There is no reply "${added.body.id}": it was never added, or it is gone.` },
  });

  const reply = { status: 200, example: "none" };
  await call("POST", "/mocks/default/replies", { operationId: "listThings", reply, times: 1 });
  expect(await (await list(baseUrl, token)).json()).toEqual([]);

  const refused = [
    { given: { operationId: "nothing", reply: { status: 200 } }, want: "There is no operation nothing: the spec has" },
    {
      given: { operationId: "listThings", reply: { status: 418 } },
      want: "The reply 418 of listThings breaks the spec",
    },
    {
      given: { operationId: "listThings", reply: { status: 200, body: 5 } },
      want: "breaks the spec: the value must be array",
    },
    {
      given: { operationId: "listThings", reply: { status: 200, headers: { a: "\n" } } },
      want: "the header a cannot be sent",
    },
    { given: { operationId: "listThings", reply: {} }, want: "/reply must have required property 'status'" },
    {
      given: { operationId: "listThings", reply: { status: 200, boddy: 1 } },
      want: "must NOT have additional properties",
    },
  ];
  for (const { given, want } of refused) {
    const answer = await call("POST", "/mocks/default/replies", given);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(want) } });
  }
  const offSpec = { operationId: "listThings", reply: { status: 418, body: "teapot" }, offSpec: true };
  expect((await call("POST", "/mocks/default/replies", offSpec)).status).toBe(201);
  expect(await status()).toBe(418);
});

test("adds faults and takes each away, or all", async () => {
  const { baseUrl, call } = await served();
  const { token } = await askForToken(baseUrl);
  const status = async () => (await list(baseUrl, token)).status;
  const { body } = await call("POST", "/mocks/default/faults", {
    kind: "status",
    status: 503,
    operation: "listThings",
  });
  expect(await status()).toBe(503);
  expect((await call("DELETE", `/mocks/default/faults/${body.id}`)).status).toBe(204);
  expect(await status()).toBe(200);

  await call("POST", "/mocks/default/faults", { kind: "network-error" });
  await expect(list(baseUrl, token)).rejects.toThrow("fetch failed");
  expect((await call("DELETE", "/mocks/default/faults")).status).toBe(204);
  expect(await status()).toBe(200);
  const gone = await call("POST", "/mocks/default/faults", { kind: "truncate" });
  await call("DELETE", "/mocks/default/faults");
  expect(await call("DELETE", `/mocks/default/faults/${gone.body.id}`)).toMatchObject({
    status: 404,
    body: { message: `There is no fault "${gone.body.id}": it was never added, or it is gone.` },
  });
  expect(await call("POST", "/mocks/default/faults", { kind: "timeout", delayMs: 5 })).toMatchObject({
    status: 400,
    body: { message: "A fault of kind timeout has no delayMs: it has kind, operation, nth, rate." },
  });
});

test("tells the requests, masked, of one operation or all, and not its own", async () => {
  const { baseUrl, call } = await served();
  const { token } = await askForToken(baseUrl);
  await list(baseUrl, token);
  const { body } = await call("GET", "/mocks/default/requests");
  expect(body.requests).toHaveLength(2);
  expect(body.requests[1]).toMatchObject({
    operationId: "listThings",
    status: 200,
    headers: { authorization: "Bearer ***" },
  });
  const one = await call("GET", "/mocks/default/requests?operationId=listThings");
  expect(one.body.requests).toHaveLength(1);
  expect((await call("GET", "/mocks/default/requests?operationId=nothing")).status).toBe(400);
  expect((await call("POST", "/mocks/default/reset")).status).toBe(204);
  expect((await call("GET", "/mocks/default/requests")).body).toEqual({ requests: [] });
  expect((await list(baseUrl, token)).ok).toBe(false);
});

test("tells a file's bytes as base64", async () => {
  const { baseUrl, call } = await served({ spec: referenceApi });
  const headers = { "Content-Type": "application/octet-stream" };
  await fetch(`${baseUrl}/files`, { method: "POST", headers, body: new Uint8Array([0, 255, 1]) });
  expect((await call("GET", "/mocks/default/requests")).body.requests).toMatchObject([{ body: "AP8B", files: [""] }]);
  await fetch(`${baseUrl}/countries`);
  expect((await call("GET", "/mocks/default/requests")).body.requests[1]).not.toHaveProperty("files");
});

test("creates mocks that share nothing, and drops them", async () => {
  const { baseUrl, call, url } = await served({ tokenLifetimeSeconds: 60 });
  const one = await call("POST", "/mocks", { tokenLifetimeSeconds: 5 });
  const two = await call("POST", "/mocks", {});
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.baseUrl).toBe(`${url}/api/${one.body.mock}`);
  const [mine, theirs] = [await askForToken(one.body.baseUrl), await askForToken(two.body.baseUrl)];
  expect([mine.lifetime, theirs.lifetime]).toEqual([5, 60]);
  expect((await list(one.body.baseUrl, theirs.token)).ok).toBe(false);

  await call("POST", `/mocks/${one.body.mock}/faults`, { kind: "status", status: 503 });
  expect((await list(one.body.baseUrl, mine.token)).status).toBe(503);
  expect((await list(two.body.baseUrl, theirs.token)).status).toBe(200);
  expect((await list(baseUrl, theirs.token)).ok).toBe(false);
  expect((await call("GET", `/mocks/${two.body.mock}/requests`)).body.requests).toHaveLength(2);

  expect((await call("DELETE", `/mocks/${one.body.mock}`)).status).toBe(204);
  expect((await list(one.body.baseUrl, mine.token)).status).toBe(404);
  expect((await call("GET", `/mocks/${one.body.mock}`)).status).toBe(404);
  expect((await call("DELETE", "/mocks/default")).status).toBe(404);
  expect((await call("POST", "/mocks", { accounts: [{ username: "x" }] })).body.message).toContain("securityToken");
});

test("takes null for a list that is left out, as some generators' clients send it", async () => {
  const { call } = await served();
  const account = { username: "testusername", securityToken: "test-security-token" };
  for (const accounts of [null, [{ ...account, countries: null }], [{ ...account, countries: [] }]]) {
    const created = await call("POST", "/mocks", { accounts });
    expect(created.status).toBe(201);
    expect((await askForToken(created.body.baseUrl)).token).toMatch(/^mock\./);
  }
  expect((await call("POST", "/mocks", { accounts: [] })).status).toBe(400);
});

test("takes its own secret only, from no page and by no other name of this machine", async () => {
  const { url, call } = await served({ allowedOrigins: ["http://localhost:5173"] });
  const wrong: Record<string, string>[] = [
    { Authorization: "Bearer wrong" },
    { Authorization: "M800Auth test-security-token" },
  ];
  for (const headers of wrong)
    expect((await call("POST", "/mocks/default/reset", undefined, headers)).status).toBe(401);
  // A simple request, as a page of any origin may send it.
  const simple = await fetch(`${url}/mocks/default/reset`, { method: "POST", body: "{}" });
  expect(simple.status).toBe(401);
  const preflight = await fetch(`${url}/mocks/default/reset`, {
    method: "OPTIONS",
    headers: {
      Origin: "http://localhost:5173",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization",
    },
  });
  expect([preflight.status, preflight.headers.get("Access-Control-Allow-Origin")]).toEqual([403, null]);
});

test("takes a secret that is long enough, and no other", async () => {
  const { call } = await served({ control: { secret: "a-secret-of-our-own" } });
  const headers = { Authorization: "Bearer a-secret-of-our-own" };
  expect((await call("GET", "/mocks/default", undefined, headers)).status).toBe(200);
  await expect(serveMockApi({ control: { secret: "short" } })).rejects.toThrow("at least 16 letters");
});
