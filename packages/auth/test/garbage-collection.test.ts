import { EventEmitter, once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createRawClient } from "@m800/phone-number-client";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, test } from "vitest";
import { createAuthFetch, createAuthMiddleware, createPhoneNumberClient } from "../src/index.ts";
import { serve } from "./serve.ts";
import { statuses } from "./statuses.ts";

// Node's Request follows a signal weakly: once nobody holds the request, its signal ends nothing any more.
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

type Send = (method: "GET" | "PUT", signal: AbortSignal | null) => Promise<unknown>;

const doors: Record<string, (options: { baseUrl: string; timeoutMs: number | undefined }) => Send> = {
  createAuthFetch({ baseUrl, timeoutMs }) {
    const authFetch = createAuthFetch({ baseUrl, timeoutMs, credentials });
    return async (method, signal) =>
      (
        await authFetch(`${baseUrl}${listOperation.path}`, { method, signal, body: method === "PUT" ? "x" : null })
      ).text();
  },
  createPhoneNumberClient({ baseUrl, timeoutMs }) {
    const client = createPhoneNumberClient({ baseUrl, timeoutMs, credentials });
    return (method, signal) =>
      client.request(method === "PUT" ? ("put" as "get") : "get", listOperation.path, { signal });
  },
  createAuthMiddleware({ baseUrl, timeoutMs }) {
    const client = createRawClient({ baseUrl });
    client.use(createAuthMiddleware({ baseUrl, timeoutMs, credentials }));
    return (method, signal) =>
      client.request(method === "PUT" ? ("put" as "get") : "get", listOperation.path, { signal });
  },
};
const credentials = { securityToken: "s", username: "u" };

/** A gateway that refuses a PUT's first token, and hangs before the headers or in the body of an answer. */
async function setUp(part: "headers" | "body"): Promise<{ baseUrl: string; hung: Promise<unknown> }> {
  let tokens = 0;
  const gateway = new EventEmitter();
  const { baseUrl } = await serve(({ method, url, headers }, response) => {
    const isRefused = method === "PUT" && headers.authorization === "Bearer abc1";
    if (url === tokenOperation.path) response.end(JSON.stringify({ access_token: `abc${++tokens}`, expires_in: 300 }));
    else if (isRefused) response.writeHead(statuses.rejection).end();
    else {
      if (part === "body") response.write('{"half":');
      gateway.emit("hung");
    }
  });
  return { baseUrl, hung: once(gateway, "hung") };
}

async function collectForAWhile(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    for (let turn = 0; turn < 50; turn++) await setImmediate();
    collectGarbage();
  }
}

const cases = Object.entries(doors).flatMap(([door, create]) =>
  (["headers", "body"] as const).flatMap((part) =>
    (["GET", "PUT"] as const).map((method) => ({
      door,
      create,
      part,
      method,
      what: method === "PUT" ? "sent again" : "sent",
    })),
  ),
);

test.for(cases)(
  "$door: a caller's signal ends hung $part of a call $what, after a garbage collection",
  async (given) => {
    const { baseUrl, hung } = await setUp(given.part);
    const caller = new AbortController();
    const outcome = given.create({ baseUrl, timeoutMs: undefined })(given.method, caller.signal);
    const settled = expect(outcome).rejects.toThrow("The caller left.");
    await hung;
    await collectForAWhile();
    caller.abort(new Error("The caller left."));
    await settled;
  },
);

test.for(cases)("$door: timeoutMs ends hung $part of a call $what, after a garbage collection", async (given) => {
  const { baseUrl, hung } = await setUp(given.part);
  const settled = expect(given.create({ baseUrl, timeoutMs: 1_000 })(given.method, null)).rejects.toThrow("1000 ms");
  await hung;
  await collectForAWhile();
  await settled;
});
