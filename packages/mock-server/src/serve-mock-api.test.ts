import { request } from "node:http";
import { compileSpec } from "@m800/mock-engine/compile";
import { expect, onTestFinished, test } from "vitest";
import { referenceApi } from "../test/reference-api.ts";
import { type ServeOptions, serveMockApi } from "./serve-mock-api.ts";

async function served(options?: ServeOptions) {
  const server = await serveMockApi({ spec: referenceApi, ...options });
  onTestFinished(() => server.close());
  return server;
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

test("refuses a host that other machines can reach, unless that is allowed", async () => {
  await expect(serveMockApi({ host: "0.0.0.0" })).rejects.toThrow(
    `"0.0.0.0" is not this machine's loopback: others may reach it. Pass allowRemote to serve there.`,
  );
});

test.each([
  { given: "localhost:80", want: 404 },
  { given: "[::1]:80", want: 404 },
  { given: "127.0.0.1", want: 404 },
  { given: "rebound.example", want: 403 },
  { given: "127.0.0.1.rebound.example", want: 403 },
])("answers $want to the Host $given", async ({ given, want }) => {
  const { baseUrl } = await served();
  const status = await new Promise((resolve, reject) => {
    request(`${baseUrl}/nowhere`, { headers: { Host: given } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(want);
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
  const exchanges: unknown[] = [];
  const { baseUrl } = await served({ onReply: (exchange) => exchanges.push(exchange) });
  await (await fetch(`${baseUrl}/countries?x=1`)).text();
  expect(exchanges).toEqual([
    {
      method: "GET",
      path: "/countries?x=1",
      status: 401,
      refusal: 'The header Authorization must be "Bearer " and the credentials.',
      durationMs: expect.any(Number),
    },
  ]);
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
  let isBroken = true;
  const { baseUrl, faults } = await served({
    onReply() {
      if (isBroken) throw new Error("the listener's own mistake");
    },
  });
  const ask = async () => {
    const response = await fetch(`${baseUrl}/nowhere`);
    return [response.status, await response.text()];
  };
  expect(await ask()).toEqual([500, "the listener's own mistake"]);
  isBroken = false;
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
