import { request } from "node:http";
import { json } from "node:stream/consumers";
import { compileSpec } from "@m800/mock-engine/compile";
import { expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "../../../scripts/free-port.ts";
import { askForToken, frozenApi, listThings } from "../test/frozen-api.ts";
import { referenceApi } from "../test/reference-api.ts";
import type { Exchange } from "./create-api-server.ts";
import { type ServeOptions, serveMockApi } from "./serve-mock-api.ts";

async function served(options?: ServeOptions) {
  const server = await serveMockApi({ spec: referenceApi, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Status and body of an answer to a request that fetch would not send. */
function ask(url: string, headers: Record<string, string>) {
  return new Promise<readonly [status: number | undefined, body: unknown]>((resolve, reject) => {
    request(url, { headers }, async (response) => resolve([response.statusCode, await json(response)]))
      .on("error", reject)
      .end();
  });
}

test("listens on 127.0.0.1, on a port of its own", async () => {
  const [one, other] = [await served(), await served()];
  expect(one.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(one.baseUrl).not.toBe(other.baseUrl);
});

test("says which port is taken", async () => {
  const port = Number(new URL((await served()).baseUrl).port);
  await expect(serveMockApi({ port })).rejects.toThrow(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
});

test.each(["0.0.0.0", "192.127.0.0.1", "127.0.0.1.example", "xlocalhost"])(
  "refuses the host %s, which other machines can reach, unless that is allowed",
  async (host) => {
    await expect(serveMockApi({ host })).rejects.toThrow(
      `"${host}" is not this machine's loopback: others may reach it. Pass allowRemote to serve there.`,
    );
  },
);

test("listens where it is allowed to, and answers to any Host there", async () => {
  const { baseUrl } = await served({ host: "127.1", allowRemote: true });
  expect((await ask(`${baseUrl}/nowhere`, { Host: "mock.example" }))[0]).toBe(404);
});

const UNKNOWN = [404, { code: "not_found", message: "The API has no path /nowhere." }];
const FOREIGN = [403, { code: "wrong_host", message: "The Host header must name this machine's loopback." }];
test.each([
  { given: "localhost:80", want: UNKNOWN },
  { given: "[::1]:80", want: UNKNOWN },
  { given: "127.0.0.1", want: UNKNOWN },
  { given: "rebound.example", want: FOREIGN },
  { given: "127.0.0.1.rebound.example", want: FOREIGN },
])("answers $want to the Host $given", async ({ given, want }) => {
  const { baseUrl } = await served();
  expect(await ask(`${baseUrl}/nowhere`, { Host: given })).toEqual(want);
});

test("answers 500 when a function given to respondWith throws, and goes on", async () => {
  const { baseUrl, ...api } = await served();
  api.respondWith(
    "createToken",
    () => {
      throw new Error("the test's own mistake");
    },
    { times: 1 },
  );
  const ask = () =>
    fetch(`${baseUrl}/token`, {
      method: "POST",
      headers: { Authorization: "M800Auth test-security-token", "Content-Type": "application/json" },
      body: '{"username":"testusername"}',
    });
  const response = await ask();
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("the test's own mistake");
  expect((await ask()).status).toBe(200);
});

test("reports each exchange", async () => {
  const exchanges: Exchange[] = [];
  const startedAt = performance.now();
  const { baseUrl } = await served({ onReply: (exchange) => exchanges.push(exchange) });
  await (await fetch(`${baseUrl}/countries?x=1`)).text();
  await (await fetch(`${baseUrl}/countries`, { method: "OPTIONS" })).text();
  const durationMs = expect.any(Number);
  const refusal = 'The header Authorization must be "Bearer " and the credentials.';
  expect(exchanges).toEqual([
    { method: "GET", path: "/countries?x=1", status: 401, refusal, durationMs },
    { method: "OPTIONS", path: "/countries", status: 204, refusal: undefined, durationMs },
  ]);
  const elapsed = performance.now() - startedAt;
  for (const exchange of exchanges) expect(exchange.durationMs).toBeLessThanOrEqual(elapsed);
});

test.each(["//", "//countries", "//[", "/%zz", "/__proto__", "/?a=%", "*"])("survives the target %s", async (path) => {
  const { baseUrl } = await served();
  const { hostname, port } = new URL(baseUrl);
  const status = await new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(404);
  expect((await fetch(`${baseUrl}/countries`)).status).toBe(401);
});

const ORIGIN = "http://localhost:5173";

test("lets pages of the named origins call and read it, and no others", async () => {
  const { baseUrl } = await served({ allowedOrigins: [ORIGIN] });
  const ask = (origin: string, init: RequestInit = {}) =>
    fetch(`${baseUrl}/countries`, { ...init, headers: { Origin: origin, ...init.headers } });
  const preflight = {
    method: "OPTIONS",
    headers: { "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization" },
  };

  const allowed = await ask(ORIGIN, preflight);
  expect(allowed.status).toBe(204);
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    "access-control-allow-origin": ORIGIN,
    "access-control-allow-methods": "GET",
    "access-control-allow-headers": "authorization",
  });
  const read = await ask(ORIGIN);
  expect([read.status, read.headers.get("Access-Control-Allow-Origin")]).toEqual([401, ORIGIN]);

  const refused = await ask("https://evil.example", preflight);
  expect(refused.status).toBe(403);
  expect((await refused.json()).message).toContain("https://evil.example");
  for (const response of [refused, await ask("https://evil.example")])
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test.each(["*", "localhost:5173", "http://localhost:5173/"])("refuses %s for an origin", async (origin) => {
  await expect(serveMockApi({ allowedOrigins: [origin] })).rejects.toThrow(`"${origin}" is not an origin`);
});

test("answers 413 to a body of over a mebibyte, and goes on", async () => {
  const { baseUrl } = await served();
  const ask = (body: string) =>
    fetch(`${baseUrl}/token`, {
      method: "POST",
      headers: { Authorization: "M800Auth test-security-token", "Content-Type": "application/json" },
      body,
    });
  const large = await ask(JSON.stringify({ username: "x".repeat(1_048_576) }));
  expect(large.status).toBe(413);
  expect((await large.json()).code).toBe("payload_too_large");
  expect((await ask('{"username":"testusername"}')).status).toBe(200);
});

test("answers 500 when a listener throws, or Node refuses a header, and goes on", async () => {
  const mistakes: unknown[] = [new Error("the listener's own mistake"), "no error at all"];
  const { baseUrl, faults } = await served({
    onReply() {
      if (mistakes.length > 0) throw mistakes.shift();
    },
  });
  const ask = async () => {
    const response = await fetch(`${baseUrl}/nowhere`);
    return [response.status, response.headers.get("Content-Type"), await response.text()];
  };
  expect(await ask()).toEqual([500, "text/plain", "the listener's own mistake"]);
  expect(await ask()).toEqual([500, "text/plain", "no error at all"]);
  const remove = faults.add({
    kind: "status",
    status: 503,
    headers: { Upgrade: "x", "Content-Length": "5", Trailer: "x" },
  });
  expect((await ask())[0]).toBe(503);
  remove();
  expect((await ask())[0]).toBe(404);
});

test("keeps an API key in the query out of what it reports", async () => {
  const spec = compileSpec({
    openapi: "3.1.0",
    paths: { "/n": { get: { security: [{ key: [] }], responses: { 200: { description: "" } } } } },
    components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "api_key" } } },
  });
  const paths: string[] = [];
  const { baseUrl } = await served({ spec, onReply: ({ path }) => paths.push(path) });
  for (const path of ["/n?api_key=s&x=1", "/other?api_key=s"]) await (await fetch(baseUrl + path)).text();
  expect(paths).toEqual(["/n?api_key=***&x=1", "/other?api_key=***"]);
});

test("sends bytes byte for byte", async () => {
  const content = { "image/png": { schema: { type: "string", format: "binary" } } };
  const spec = compileSpec({
    openapi: "3.1.0",
    paths: { "/n": { get: { operationId: "n", responses: { 200: { description: "", content } } } } },
  });
  const { baseUrl, respondWith } = await served({ spec });
  const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
  respondWith("n", { status: 200, body: bytes });
  expect(new Uint8Array(await (await fetch(`${baseUrl}/n`)).arrayBuffer())).toEqual(bytes);
});

test("is controlled by the process that serves it, after a reload too", async () => {
  const spec = compileSpec({
    openapi: "3.1.0",
    paths: {},
    webhooks: { released: { post: { responses: { 204: { description: "" } } } } },
  });
  const api = await served({ spec });
  const { baseUrl } = api;
  api.reload(frozenApi);
  const { token } = await askForToken(baseUrl);
  api.clock.advance(200);
  expect((await listThings(baseUrl, token)).status).toBe(200);
  api.clock.advance(100);
  expect((await listThings(baseUrl, token)).status).toBe(401);
  expect(api.requests("listThings").map(({ status }) => status)).toEqual([200, 401]);
  api.reset();
  expect([api.tokens.issued(), api.requests()]).toEqual([[], []]);
  await expect(api.send("released", {}, `${baseUrl}/tokens`)).rejects.toThrow("no webhook or callback released");
  api.reload(spec);
  expect((await api.send("released", {}, `${baseUrl}/tokens`)).status).toBe(404);
});

test("ends at once, though an answer is still due, and only once", async () => {
  const { baseUrl, faults, requests, close } = await serveMockApi({ spec: referenceApi });
  faults.add({ kind: "timeout" });
  const answer = fetch(`${baseUrl}/countries`);
  answer.catch(() => {});
  await vi.waitUntil(() => requests().length > 0);
  await close();
  await expect(answer).rejects.toThrow("fetch failed");
  await expect(close()).rejects.toThrow("Server is not running");
});

test.each([
  { secret: "fifteen-letters" },
  { secret: "sixteen letters," },
  { secret: "sixteen-and-more " },
  { secret: " sixteen-and-more" },
])("listens nowhere when it refuses the control's secret '$secret'", async ({ secret }) => {
  const port = await freePort();
  await expect(serveMockApi({ port, control: { secret } })).rejects.toThrow(
    new TypeError("control.secret must be at least 16 letters, digits or any of . _ ~ + / -"),
  );
  expect((await served({ port })).baseUrl).toBe(`http://127.0.0.1:${port}`);
});

test("has its control where it is told, which no log tells of and no answer of which claims to be of the spec", async () => {
  const port = await freePort();
  const secret = "._~+/-0123456789";
  const paths: string[] = [];
  const { control } = await served({
    control: { port, secret },
    onReply: ({ path }) => paths.push(path),
  });
  expect(control).toEqual({ url: `http://127.0.0.1:${port}`, secret });
  const headers = { Authorization: `Bearer ${secret}` };
  const answer = await fetch(`http://127.0.0.1:${port}/mocks/default`, { headers });
  expect([answer.status, answer.headers.get("m800-mock-spec")]).toEqual([200, null]);
  const missing = await fetch(`http://127.0.0.1:${port}/api/7/countries`);
  const message = "There is no mock at /api/7/countries.";
  expect([missing.status, await missing.json()]).toEqual([404, { code: "not_found", message }]);
  expect(paths).toEqual(["/api/7/countries"]);
});

test("leaves no control behind when it ends", async () => {
  const { control, close } = await serveMockApi({ spec: referenceApi, control: true });
  await close();
  await expect(fetch(control?.url ?? "")).rejects.toThrow("fetch failed");
});

test("makes a secret of its own for each run, which nobody guesses", async () => {
  const secrets = await Promise.all([1, 2].map(async () => (await served({ control: true })).control?.secret));
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{32}$/);
  expect(new Set(secrets).size).toBe(2);
});
