import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { askForToken, frozenApi, listThings } from "../test/frozen-api.ts";
import { connectMockServer } from "./connect-mock-server.ts";
import type { AnyOperations } from "./reply.ts";
import { serveMockApi } from "./serve-mock-api.ts";

async function connected() {
  const server = await serveMockApi({ spec: frozenApi, control: true });
  onTestFinished(() => server.close());
  const { url = "", secret = "" } = server.control ?? {};
  return { server, url, secret, connection: await connectMockServer<AnyOperations>(url, secret) };
}

test("drives a mock as its own process does", async () => {
  const { server, connection: mock } = await connected();
  expect([mock.id, mock.baseUrl]).toEqual(["default", server.baseUrl]);
  const { token } = await askForToken(mock.baseUrl);
  const status = async () => (await listThings(mock.baseUrl, token)).status;

  expect(await mock.tokens.issued()).toEqual(server.tokens.issued());
  const takeAway = await mock.respondWith("listThings", { status: 503 });
  expect(await status()).toBe(503);
  await takeAway();
  expect(await status()).toBe(200);

  const remove = await mock.faults.add({ kind: "status", status: 429, operation: "listThings" });
  expect(await status()).toBe(429);
  await remove();
  expect(await status()).toBe(200);
  await mock.faults.add({ kind: "garbage" });
  await mock.faults.clear();
  expect(await (await listThings(mock.baseUrl, token)).json()).toEqual(["a", "b"]);

  const before = await mock.clock.now();
  await mock.clock.advance(100);
  expect(await mock.clock.now()).toBeGreaterThanOrEqual(before + 100_000);
  expect(await mock.requests("listThings")).toEqual(server.requests("listThings"));
  expect(await mock.requests()).toHaveLength(6);

  await mock.tokens.revoke(token);
  expect(await status()).toBe(401);
  const other = await askForToken(mock.baseUrl);
  await mock.tokens.revokeAll();
  expect((await listThings(mock.baseUrl, other.token)).status).toBe(401);
  const last = await askForToken(mock.baseUrl);
  await mock.tokens.expireAll();
  expect(server.tokens.issued().every(({ expiresAt, issuedAt }) => expiresAt <= issuedAt + 300_000)).toBe(true);
  expect((await listThings(mock.baseUrl, last.token)).status).toBe(401);
  await mock.reset();
  expect(server.requests()).toEqual([]);
});

test("gives each worker a mock of its own, which shares nothing", async () => {
  const { server, connection } = await connected();
  const workers = await Promise.all([1, 2, 3].map(() => connection.create({ tokenLifetimeSeconds: 7 })));
  expect(new Set([server.baseUrl, ...workers.map(({ baseUrl }) => baseUrl)]).size).toBe(4);
  const [first, second, third] = workers;
  if (!first || !second || !third) throw new Error("There are three.");
  await first.faults.add({ kind: "status", status: 500 });
  await second.respondWith("giveToken", { status: 418, body: "?" }, { offSpec: true });
  expect(await askForToken(third.baseUrl)).toMatchObject({ lifetime: 7 });
  expect(await Promise.all(workers.map(async ({ requests }) => (await requests()).length))).toEqual([0, 0, 1]);
  await third.drop();
  await expect(third.reset()).rejects.toThrow(`There is no mock "${third.id}"`);
});

test("says in the control's words why it refuses", async () => {
  const { url, connection } = await connected();
  await expect(connection.respondWith("other", { status: 200 })).rejects.toThrow(
    "There is no operation other: the spec has",
  );
  await expect(connection.respondWith("listThings", { status: 418 })).rejects.toThrow(
    "The reply 418 of listThings breaks",
  );
  await expect(connection.tokens.revoke("other")).rejects.toThrow("that this mock API never issued");
  await expect(connection.clock.advance(-1)).rejects.toThrow("/seconds must be >= 0");
  await expect(connectMockServer(url, "wrong")).rejects.toThrow("It is not the control's secret.");
  await expect(connectMockServer("here", "wrong")).rejects.toThrow('must be an absolute URL, not "here"');
});

test("a reload keeps the address, and begins anew", async () => {
  const { server, connection } = await connected();
  const worker = await connection.create();
  const { token } = await askForToken(server.baseUrl);
  server.reload(frozenApi);
  expect((await listThings(server.baseUrl, token)).status).toBe(401);
  for (const { baseUrl } of [server, worker]) {
    const { token } = await askForToken(baseUrl);
    expect((await listThings(baseUrl, token)).status).toBe(200);
  }
});

test.each([
  { given: "without a word", body: undefined, type: "text/plain", want: "The mock's control answered 502." },
  { given: "in words of its own", body: "Bad gateway", type: "text/plain", want: "The mock's control answered 502." },
])("says the status of what answers $given in the control's place", async ({ body, type, want }) => {
  const server = createServer((_request, response) => response.writeHead(502, { "Content-Type": type }).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(connectMockServer(url, "secret")).rejects.toThrow(new Error(want));
});
