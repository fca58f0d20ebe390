import { createRawClient } from "@m800/phone-number-client";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import nodeFetch from "node-fetch";
import * as undici from "undici";
import { expect, test } from "vitest";
import { type AuthOptions, createAuthFetch, createAuthMiddleware, createPhoneNumberClient } from "../src/index.ts";
import { serve } from "./serve.ts";
import { statuses } from "./statuses.ts";

/** A gateway that refuses its first token, and keeps what it got. */
async function gateway() {
  let issued = 0;
  const { baseUrl, seen } = await serve(({ headers }, response) => {
    const { authorization } = headers;
    if (authorization?.startsWith("M800Auth")) {
      return void response.end(JSON.stringify({ access_token: `t${++issued}`, expires_in: 300 }));
    }
    response
      .writeHead(authorization === "Bearer t1" ? statuses.rejection : 200, { "Content-Type": "application/json" })
      .end("{}");
  });
  const calls = () => seen.filter(({ headers }) => headers.authorization?.startsWith("Bearer"));
  return { baseUrl, calls };
}

/** Their types are not the platform's: neither is one of their answers, by its type. */
const asFetch = (other: unknown) => other as NonNullable<AuthOptions["fetch"]>;

const fetches: { name: string; fetch: AuthOptions["fetch"] }[] = [
  { name: "the undici package's fetch", fetch: asFetch(undici.fetch) },
  { name: "node-fetch", fetch: asFetch(nodeFetch) },
  {
    name: "a fetch that takes an address and plain options only",
    fetch: (url, init) => fetch(String(url), { ...init }),
  },
];
const credentials = { securityToken: "s", username: "u" };
const file = () => {
  const form = new FormData();
  form.set("file", new Blob(["\u0000å"]), "a.bin");
  return form;
};

test.for(fetches)("createPhoneNumberClient calls with $name", async ({ fetch }) => {
  const { baseUrl, calls } = await gateway();
  const client = createPhoneNumberClient({ baseUrl, credentials, fetch });
  const { response } = await client.request("post", tokenOperation.path, { body: { username: "å" } });
  expect(response.status).toBe(200);
  expect(calls().map(({ method, body, headers }) => [method, body, headers["content-type"]])).toEqual(
    Array.from({ length: 2 }, () => ["POST", '{"username":"å"}', "application/json"]),
  );
  const own = {
    onRequest: ({ request }: { request: Request }) => new Request(request, { headers: { "X-Trace": "7" } }),
  };
  await client.request("post", tokenOperation.path, { body: { username: "å" }, middleware: [own] });
  expect(calls().at(-1)).toMatchObject({ method: "POST", body: '{"username":"å"}', headers: { "x-trace": "7" } });
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
});

test.for(fetches)("createAuthFetch calls with $name", async ({ fetch }) => {
  const { baseUrl, calls } = await gateway();
  const authFetch = createAuthFetch({ baseUrl, credentials, fetch });
  const headers = { "X-Trace": "7" };
  for (const given of [
    () => authFetch(`${baseUrl}/a`, { method: "PUT", body: file(), headers }),
    () => authFetch(new Request(`${baseUrl}/a`, { method: "PUT", body: file(), headers })),
    () => authFetch(new Request(`${baseUrl}/a`), { method: "PUT", body: file(), headers }),
  ]) {
    expect((await given()).status).toBe(200);
    const { method, body, headers } = calls().at(-1) ?? {};
    const [, boundary] = /boundary=(.+)$/.exec(headers?.["content-type"] ?? "") ?? [];
    expect({ method, headers }).toMatchObject({ method: "PUT", headers: { "x-trace": "7" } });
    expect(body).toContain(`--${boundary}\r\n`);
    expect(body).toContain("\u0000å");
  }
  expect(calls()).toHaveLength(4);
});

test("createAuthMiddleware gets its tokens with any fetch, and keeps the class of its client's requests", async () => {
  for (const { fetch } of fetches) {
    const { baseUrl } = await gateway();
    const client = createRawClient({ baseUrl });
    client.use(createAuthMiddleware({ baseUrl, credentials, fetch }));
    expect((await client.GET(listOperation.path)).response.status).toBe(200);
  }
  const { baseUrl, calls } = await gateway();
  class OwnRequest extends Request {}
  const client = createRawClient({ baseUrl, Request: OwnRequest });
  client.use(createAuthMiddleware({ baseUrl, credentials }));
  expect((await client.GET(listOperation.path)).response.status).toBe(200);
  expect(calls()).toHaveLength(2);
});
