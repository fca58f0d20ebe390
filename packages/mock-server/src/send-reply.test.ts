import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { EngineReply } from "@m800/mock-engine";
import { expect, onTestFinished, test } from "vitest";
import { sendReply } from "./send-reply.ts";

/** Where this reply is given to each request. */
async function answering(reply: EngineReply): Promise<string> {
  const server = createServer((request, response) => sendReply(request, response, reply, { "x-mock": "1" }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const headers = { "content-type": "text/plain; charset=utf-8" };
const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
const REPLIES: readonly (readonly [what: string, body: EngineReply["body"], length: number])[] = [
  ["no body", undefined, 0],
  ["short text", "héhé", 6],
  ["long text", "é".repeat(1_024), 2_048],
  ["bytes", bytes, 2_000],
];

test.each(REPLIES)("tells how long %s is, again and again, and to HEAD too", async (_, body, length) => {
  const url = await answering({ status: 200, headers, ...(body !== undefined && { body }) });
  for (const method of ["GET", "GET", "HEAD"]) {
    const response = await fetch(url, { method });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...headers,
      "content-length": String(length),
      "x-mock": "1",
    });
    const sent = Buffer.from(await response.arrayBuffer());
    expect(sent).toEqual(method === "HEAD" ? Buffer.of() : Buffer.from(body ?? ""));
  }
});

test.each([204, 304])("tells no length with %i, which has no body", async (status) => {
  const response = await fetch(await answering({ status, headers: {} }));
  expect([response.status, response.headers.get("Content-Length")]).toEqual([status, null]);
});

test("says itself how a body is sent", async () => {
  const given = { ...headers, "transfer-encoding": "gzip", trailer: "x-sum", "content-length": "99" };
  const response = await fetch(await answering({ status: 200, headers: given, body: "text" }));
  expect(Object.fromEntries(response.headers)).toMatchObject({ ...headers, "content-length": "4" });
  expect([response.headers.get("Transfer-Encoding"), response.headers.get("Trailer")]).toEqual([null, null]);
  expect(await response.text()).toBe("text");
});

test.each([
  { body: "0123456789", want: "01234" },
  { body: "x".repeat(2_000), want: "x".repeat(1_000) },
  { body: new TextEncoder().encode("0123456789"), want: "01234" },
])("breaks the connection in the middle of the body $body", async ({ body, want }) => {
  const response = await fetch(await answering({ status: 201, headers, body, lost: "truncate" }));
  expect([response.status, response.headers.get("Content-Length")]).toEqual([201, String(body.length)]);
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(want);
  await expect(reader?.read()).rejects.toThrow(TypeError);
});

test("breaks the connection before there is an answer", async () => {
  const url = await answering({ status: 0, headers: {}, lost: "network-error" });
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
