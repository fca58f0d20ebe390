import { request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { type ServeOptions, serveMockApi } from "./serve-mock-api.ts";

async function served(options?: ServeOptions) {
  const server = await serveMockApi(options);
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
    "0.0.0.0 can be reached from other machines. Pass allowRemote",
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
  expect(exchanges).toEqual([{ method: "GET", path: "/countries?x=1", status: 401, durationMs: expect.any(Number) }]);
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
