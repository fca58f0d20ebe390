import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import * as msw from "msw";
import { HttpResponse, http } from "msw";
import { expect, onTestFinished, test } from "vitest";
import { referenceApi } from "../test/reference-api.ts";
import type { MockApiOptions } from "./mock-engine.ts";
import { setupMockServer } from "./setup-mock-server.ts";

function listeningServer(options: MockApiOptions = {}) {
  const server = setupMockServer({ spec: referenceApi, ...options });
  server.listen();
  onTestFinished(() => server.close());
  return server;
}

const tokenRequest = {
  method: "POST",
  headers: { Authorization: "M800Auth test-security-token", "Content-Type": "application/json" },
  body: JSON.stringify({ username: "testusername" }),
};

test("runs on the major version of MSW that this project of the suite is for", () => {
  expect("graphql" in msw ? "2" : "3").toBe(process.env.MSW_MAJOR);
});

test("intercepts the calls of this process, by default those to the spec's server", async () => {
  const server = listeningServer();
  const response = await fetch("https://gateway.m800.invalid/token", tokenRequest);
  expect(response.status).toBe(200);
  expect(server.api.tokens.issued()).toHaveLength(1);
});

test("takes a base URL with a path, and leaves the rest of its host alone", async () => {
  const server = listeningServer({ baseUrl: "https://api.example/phone/v1/" });
  server.use(http.get("https://api.example/*", () => HttpResponse.text("another service"), { once: true }));
  expect(await (await fetch("https://api.example/other")).text()).toBe("another service");
  expect((await fetch("https://api.example/phone/v1/token", tokenRequest)).status).toBe(200);
});

test("lets server.use of MSW go first", async () => {
  const server = listeningServer();
  server.use(http.get("https://gateway.m800.invalid/countries", () => HttpResponse.json({ mine: true })));
  expect(await (await fetch("https://gateway.m800.invalid/countries")).json()).toEqual({ mine: true });
  expect(server.api.requests()).toEqual([]);
});

test("stands in for a backend that gives a page its tokens", async () => {
  const accounts = [{ username: "ann", securityToken: "a", password: "p" }];
  const { api } = listeningServer({ accounts, tokenEndpoint: "https://app.example/api/token" });
  const ask = (method: string) => fetch("https://app.example/api/token", { method });
  const { access_token } = await (await ask("POST")).json();
  expect(api.tokens.issued()).toMatchObject([{ token: access_token, username: "ann" }]);
  expect((await ask("GET")).status).toBe(200);
  api.respondWith("createToken", { status: 429, headers: { "Retry-After": "7" } }, { times: 1 });
  const refused = await ask("POST");
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "7"]);
  api.faults.add({ kind: "network-error" });
  expect((await ask("POST")).status).toBe(503);
  expect(api.requests("createToken").map(({ status }) => status)).toEqual([200, 200, 429, 0]);
});

test("gives the page tokens of the account that a mock has by default", async () => {
  const { api } = listeningServer({ tokenEndpoint: "https://app.example/api/token" });
  const answer = await fetch("https://app.example/api/token");
  expect([answer.status, (await answer.json()).access_token]).toEqual([200, api.tokens.issued()[0]?.token]);
});

/** A server that is no mock, and a connection of `fetch` that is open to it. */
async function calledServer(): Promise<string> {
  const real = createServer((_request, response) => response.end("real"));
  await new Promise<void>((resolve) => real.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void real.close().closeAllConnections());
  const baseUrl = `http://127.0.0.1:${(real.address() as AddressInfo).port}`;
  expect(await (await fetch(`${baseUrl}/token`, tokenRequest)).text()).toBe("real");
  // A few turns later, the connection is free for the next request.
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  return baseUrl;
}

test("lets open connections be once it is closed", async () => {
  const baseUrl = await calledServer();
  const server = setupMockServer({ spec: referenceApi, baseUrl });
  server.listen();
  server.close();
  expect(await (await fetch(`${baseUrl}/token`, tokenRequest)).text()).toBe("real");
});

test("never lets a request slip through over a connection that was open before", async () => {
  const baseUrl = await calledServer();
  const server = listeningServer({ baseUrl });
  const outcomes = await Promise.all(
    [1, 2, 3].map(() =>
      fetch(`${baseUrl}/token`, tokenRequest).then(
        ({ status }) => status,
        (error: Error) => error.cause,
      ),
    ),
  );
  const broken = outcomes.filter((outcome) => outcome instanceof Error);
  expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(3 - broken.length);
  expect(server.api.tokens.issued()).toHaveLength(3 - broken.length);
  for (const { message } of broken) expect(message).toContain("was open before listen(), so MSW cannot intercept it.");
  expect(broken).toHaveLength(process.env.MSW_MAJOR === "3" ? 1 : 0);
});
