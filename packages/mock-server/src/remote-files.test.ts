import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { compileSpec } from "./compile.ts";
import { connectMockServer } from "./connect-mock-server.ts";
import type { AnyOperations } from "./reply.ts";
import { serveMockApi } from "./serve-mock-api.ts";

const BINARY = { type: "string", format: "binary" };
const ok = { 204: { description: "" } };
const form = {
  type: "object",
  properties: { file: BINARY, many: { type: "array", items: BINARY }, "a/b~c": BINARY, note: { type: "string" } },
};
const message = { type: "object", required: ["number"], properties: { number: { type: "string" } } };

const spec = compileSpec({
  openapi: "3.1.0",
  paths: {
    "/form": {
      post: {
        operationId: "sendForm",
        requestBody: { content: { "multipart/form-data": { schema: form } } },
        responses: ok,
      },
    },
    "/file": {
      put: { operationId: "putFile", requestBody: { content: { "image/png": { schema: BINARY } } }, responses: ok },
      get: {
        operationId: "getFile",
        responses: { 200: { description: "", content: { "image/png": { schema: BINARY } } } },
      },
    },
  },
  webhooks: {
    released: {
      post: { requestBody: { required: true, content: { "application/json": { schema: message } } }, responses: ok },
    },
  },
});

async function connected() {
  const server = await serveMockApi({ spec, control: true });
  onTestFinished(() => server.close());
  const { url = "", secret = "" } = server.control ?? {};
  return { server, mock: await connectMockServer<AnyOperations>(url, secret), url, secret };
}

const BYTES = new Uint8Array([0, 255, 10, 127]);

test("requests have the same shape in another process as in this one, files and all", async () => {
  const { server, mock } = await connected();
  const body = new FormData();
  body.append("file", new Blob([BYTES]), "a.png");
  body.append("many", new Blob(["one"]), "1.txt");
  body.append("many", new Blob([BYTES]), "2.bin");
  body.append("a/b~c", new Blob([BYTES]), "3.bin");
  body.append("note", "AP8K");
  await fetch(`${server.baseUrl}/form`, { method: "POST", body });
  await fetch(`${server.baseUrl}/file`, { method: "PUT", body: BYTES, headers: { "Content-Type": "image/png" } });
  await fetch(`${server.baseUrl}/nowhere`);
  const requests = await mock.requests();
  expect(requests).toStrictEqual(server.requests());
  expect(requests[0]?.body).toEqual({
    file: BYTES,
    many: [new TextEncoder().encode("one"), BYTES],
    "a/b~c": BYTES,
    note: "AP8K",
  });
  expect(requests[1]?.body).toEqual(BYTES);
});

test("a reply may be a file's bytes", async () => {
  const { server, mock } = await connected();
  await mock.respondWith("getFile", { status: 200, body: BYTES });
  const response = await fetch(`${server.baseUrl}/file`);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
});

/** Where a test listens: what it got, and its address. */
async function listener() {
  const got: string[] = [];
  const listening = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push(`${request.method} ${request.headers["x-signature"]} ${Buffer.concat(chunks)}`);
    response.writeHead(202, { "X-Seen": "yes" }).end("thanks");
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void listening.close(() => resolve())));
  return { got, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/hook` };
}

test("sends a webhook from the other process, and tells what was answered", async () => {
  const { mock } = await connected();
  const { got, url } = await listener();
  const answer = await mock.send("released", { body: { number: "852" }, headers: { "X-Signature": "s" } }, url);
  expect([answer.status, answer.headers.get("x-seen"), await answer.text()]).toEqual([202, "yes", "thanks"]);
  expect(got).toEqual(['POST s {"number":"852"}']);
  const empty = createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => empty.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void empty.close().closeAllConnections());
  const at = new URL(`http://127.0.0.1:${(empty.address() as AddressInfo).port}`);
  expect((await mock.send("released", { body: { number: "852" } }, at)).status).toBe(204);
});

test("refuses a message that breaks the spec, that nobody has described, or that goes nowhere", async () => {
  const { mock, url, secret } = await connected();
  const hook = await listener();
  await expect(mock.send("released", { body: {} }, hook.url)).rejects.toThrow("must have required property 'number'");
  await expect(mock.send("held", {}, hook.url)).rejects.toThrow("There is no webhook or callback held");
  await expect(mock.send("released", { body: { number: "1" } }, "file:///etc/hosts")).rejects.toThrow(
    "/url must match pattern",
  );
  await expect(mock.send("released", { body: { number: "1" } }, "http://127.0.0.1:1/")).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:1\/ cannot be reached: \S/,
  );
  expect(hook.got).toEqual([]);
  const unknown = await fetch(`${url}/mocks/default/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: JSON.stringify({ operationId: "released", url: hook.url, bodi: {} }),
  });
  expect(unknown.status).toBe(400);
});
