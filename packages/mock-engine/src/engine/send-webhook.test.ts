import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { compileSpec } from "../compile/compile-spec.ts";
import { sendWebhook, type WebhookMessage } from "./send-webhook.ts";

const json = (schema: object) => ({ "application/json": { schema } });
const message = { type: "object", required: ["n"], properties: { n: { type: "integer" } } };
const answer = { responses: { 204: { description: "" } } };
const post = (content: object, required = false) => ({ post: { requestBody: { required, content }, ...answer } });

const components = {
  pathItems: { Shared: { put: answer } },
  callbacks: { Done: { "{$request.body#/done}": post(json(message)) } },
};
const webhooks = {
  numberChanged: post(json(message), true),
  optional: post(json(message)),
  inText: post({ "text/*": {} }),
  inXml: post({ "application/xml": {} }),
  bare: { post: answer, delete: { ...answer, operationId: "dropped" } },
  shared: { $ref: "#/components/pathItems/Shared" },
};
const callbacks = {
  progress: { "{$request.query.url}": post(json(message)) },
  done: { $ref: "#/components/callbacks/Done" },
};
const paths = { "/order": { post: { ...answer, callbacks } }, "/none": { get: answer } };

async function listen() {
  const received: { method?: string; headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", headers } = request;
    received.push({ method, headers, body: await text(request) });
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}/hook`;
  const { api, findValidator } = compileSpec({ openapi: "3.1.0", paths, webhooks, components });
  const send = (name: string, message: WebhookMessage = {}) => sendWebhook(api, findValidator, name, message, url);
  return { send, received };
}

test.each([
  { name: "numberChanged", body: { n: 1 }, want: { method: "POST", type: "application/json", body: '{"n":1}' } },
  { name: "progress", body: { n: 2 }, want: { method: "POST", type: "application/json", body: '{"n":2}' } },
  { name: "done", body: { n: 3 }, want: { method: "POST", type: "application/json", body: '{"n":3}' } },
  { name: "optional", body: undefined, want: { method: "POST", type: undefined, body: "" } },
  { name: "inText", body: "plain", want: { method: "POST", type: "text/plain", body: "plain" } },
  { name: "inXml", body: { a: 1 }, want: { method: "POST", type: "application/xml", body: '{"a":1}' } },
  { name: "bare", body: undefined, want: { method: "POST", type: undefined, body: "" } },
  { name: "dropped", body: undefined, want: { method: "DELETE", type: undefined, body: "" } },
  { name: "shared", body: undefined, want: { method: "PUT", type: undefined, body: "" } },
])("sends $name as the document describes it", async ({ name, body, want }) => {
  const { send, received } = await listen();
  const response = await send(name, { body, headers: { "X-Signature": "s" } });
  expect(response.status).toBe(202);
  expect(received).toMatchObject([{ method: want.method, body: want.body, headers: { "x-signature": "s" } }]);
  expect(received[0]?.headers["content-type"]).toBe(want.type);
});

test("sends a content type of the test's own", async () => {
  const { send, received } = await listen();
  await send("inText", { body: "a,b", headers: { "Content-Type": "text/csv" } });
  expect(received[0]?.headers["content-type"]).toBe("text/csv");
  await send("progress", { body: { n: 1 } });
  expect(received[1]?.headers).not.toHaveProperty("x-signature");
});

const NAMES = "progress, done, numberChanged, optional, inText, inXml, bare, dropped, shared";
test.each([
  { name: "other", body: undefined, want: `There is no webhook or callback other: the spec has ${NAMES}.` },
  { name: "numberChanged", body: undefined, want: "numberChanged breaks the spec: its body is missing." },
  { name: "bare", body: {}, want: "bare breaks the spec: it has no body." },
  { name: "done", body: { n: "x" }, want: "The body of done breaks the spec: /n must be integer." },
])("sends nothing where $want", async ({ name, body, want }) => {
  const { send, received } = await listen();
  await expect(send(name, { body })).rejects.toThrow(new TypeError(want));
  expect(received).toEqual([]);
});

test("says that there are no webhooks, where there are none", async () => {
  const { api, findValidator } = compileSpec({ openapi: "3.1.0" });
  await expect(sendWebhook(api, findValidator, "any", {}, "http://127.0.0.1:9")).rejects.toThrow(
    new TypeError("There is no webhook or callback any: the spec has none."),
  );
});
