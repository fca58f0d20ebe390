import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { askBackend, createPhoneNumberClient, createTokenHandler } from "@m800/phone-number-auth";
import { createMockApi, defaultAccount, type MockApi } from "@m800/phone-number-mock-server";
import express from "express";
import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";

/** Calls of a page, the API's tokens being revoked after the first: their statuses, or what their error says. */
async function visit(api: MockApi, handler: RequestListener, contentType: string): Promise<unknown[]> {
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const client = createPhoneNumberClient({
    baseUrl: api.baseUrl,
    getToken: askBackend(`http://127.0.0.1:${port}/token`, { headers: { "Content-Type": contentType } }),
    fetch: api.fetch,
    retry: false,
  });
  const call = () =>
    client.GET("/countries").then(
      ({ response }) => response.status,
      (error: Error) => error.message,
    );
  const first = await call();
  api.tokens.revokeAll();
  return [first, await call(), await call()];
}

const parsed = express().use(express.json(), express.urlencoded({ extended: true }));

const servers: { given: string; mount: (listener: RequestListener) => RequestListener; readsBefore: string }[] = [
  { given: "Express", mount: (listener) => express().post("/token", listener), readsBefore: "none" },
  {
    given: "Express's or Nest's parsers",
    mount: (listener) => express().use(parsed).post("/token", listener),
    readsBefore: "application/json",
  },
  {
    given: "Fastify's parsers",
    mount: (listener) => {
      const app = Fastify();
      app.post("/token", (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      });
      return async (request, response) => {
        await app.ready();
        app.routing(request, response);
      };
    },
    readsBefore: "application/json text/plain;charset=UTF-8",
  },
];

test.for(
  servers.flatMap((server) =>
    ["text/plain;charset=UTF-8", "application/json"].map((contentType) => ({ ...server, contentType })),
  ),
)(
  "behind $given, a page that posts $contentType gets another token than the revoked one, or is told why not",
  async ({ mount, readsBefore, contentType }) => {
    const api = createMockApi();
    const handleToken = createTokenHandler({
      baseUrl: api.baseUrl,
      credentials: defaultAccount,
      fetch: api.fetch,
      authorize: () => true,
    });
    const outcome = await visit(api, mount(getRequestListener(handleToken)), contentType);
    const told = expect.stringMatching(/^The backend gave no token: 400 body_already_read .*before body parsers/);
    expect(outcome).toEqual(readsBefore.includes(contentType) ? [told, told, told] : [200, 200, 200]);
  },
);
