import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { createRawClient } from "@m800/phone-number-client";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";

const id = "0191d6a4-7c1e-7b3a-9c55-0e8f3a4d2b10";
const path = { id };

const served = await serveMockApi();
const api = createMockApi();
for (const { baseUrl, requests, respondWith, send, fetch } of [api, { ...served, fetch: globalThis.fetch }]) {
  const client = createPhoneNumberClient({ baseUrl, credentials: defaultAccount, fetch });

  const page = await client.GET("/numbers", {
    params: { query: { country: ["HKG", "PHL"], filter: { contains: "88", voice: true } } },
  });
  const [number] = page.data?.numbers ?? [];
  assert(number && page.response.headers.get("ETag"));
  if (number.kind.type === "voice") assert(number.kind.channels > 0);
  else assert(number.kind.encodings.length > 0);
  assert.deepEqual(requests("searchNumbers").at(-1)?.parameters?.query, {
    country: ["HKG", "PHL"],
    filter: { contains: "88", voice: true },
  });

  respondWith("searchNumbers", { status: 304 }, { times: 1 });
  assert.equal((await client.GET("/numbers", { headers: { "If-None-Match": '"1"' } })).response.status, 304);

  const changed = await client.PATCH("/numbers/{id}", { params: { path }, body: { label: null } });
  assert.equal(changed.error, undefined);
  assert.deepEqual(requests("updateNumber").at(-1)?.body, { label: null });

  const begun = await client.POST("/numbers/{id}/reservation", {
    params: { path },
    body: { callbackUrl: "https://caller.example/reserved" },
  });
  assert.equal(begun.response.status, 202);
  assert.equal(begun.response.headers.get("Location"), "/orders/1");

  const file = new Blob([new Uint8Array([37, 80, 68, 70, 0, 255])], { type: "application/pdf" });
  const kept = await client.POST("/documents", { body: { file, kind: "passport", pages: [file, file] } });
  assert.equal(kept.error, undefined);
  assert.equal(kept.response.status, 201);
  const uploaded = await client.POST("/documents", { body: { file, kind: "bill" } });
  assert.equal(uploaded.response.status, 201);

  const table = await client.GET("/usage");
  assert.equal(table.data, "number,minutes\n+85221234567,5\n");

  const noted = await client.POST("/notes", { body: "hello" });
  assert.equal(noted.response.status, 204);

  // A view into a larger buffer, as Node makes them.
  const bytes = new Uint8Array([0, 0, 37, 80, 68, 70, 0, 255]).subarray(2);
  for (const body of [bytes, new Blob([bytes])]) {
    respondWith("downloadDocument", { status: 200, body }, { times: 1 });
    const { data } = await client.GET("/documents/{id}", { params: { path: { id: "1" } } });
    assert.deepEqual(new Uint8Array((await data?.arrayBuffer()) ?? []), new Uint8Array(bytes));
  }

  const heard: unknown[] = [];
  const listener = createServer(async (request, response) => {
    heard.push([request.method, JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString())]);
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  assert(typeof address === "object" && address);
  const hooks = `http://127.0.0.1:${address.port}/hooks`;
  assert.equal((await send("onNumberReleased", { body: { number: "+85221234567" } }, hooks)).status, 204);
  await send("onNumberReserved", { body: { id } }, hooks);
  await assert.rejects(
    send("onNumberReserved", { body: { id: "no id" } }, hooks),
    /onNumberReserved breaks the spec: \/id/,
  );
  assert.deepEqual(heard, [
    ["POST", { number: "+85221234567" }],
    ["POST", { id }],
  ]);
  listener.close();

  const raw = createRawClient({ baseUrl, fetch });
  const refused = await raw.GET("/usage");
  assert.equal(refused.data, undefined);
}
await served.close();
console.log("works");
