import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import { noBehaviour } from "./behaviour.ts";
import { createEngine } from "./engine.ts";

const answer = (body: string) => ({ responses: { 200: { content: { "text/plain": { example: body } } } } });
const request = (method: string, pathname: string, headers: Record<string, string> = {}) => ({
  method,
  pathname,
  search: "",
  headers,
  readBytes: async () => new Uint8Array(),
});

function served() {
  const paths = {
    "/read": { get: answer("read") },
    "/both": { get: answer("get"), head: answer("head"), options: answer("options"), put: answer("put") },
    "/write": { post: answer("write") },
  };
  return serveSpec(compileSpec({ openapi: "3.1.0", paths }));
}

test.each([
  { method: "HEAD", path: "/read", want: { status: 200, body: "read" } },
  { method: "HEAD", path: "/both", want: { status: 200, body: "head" } },
  { method: "GET", path: "/both", want: { status: 200, body: "get" } },
  { method: "OPTIONS", path: "/both", want: { status: 200, body: "options" } },
  { method: "OPTIONS", path: "/write", want: { status: 204, headers: { allow: "POST" } } },
  {
    method: "HEAD",
    path: "/write",
    want: { status: 405, headers: { allow: "POST" }, refusal: "/write does not take HEAD, only POST." },
  },
  {
    method: "PATCH",
    path: "/both",
    want: {
      status: 405,
      headers: { allow: "GET, PUT, OPTIONS, HEAD" },
      refusal: "/both does not take PATCH, only GET, PUT, OPTIONS, HEAD.",
    },
  },
  {
    method: "GET",
    path: "/elsewhere",
    want: { status: 404, isUnknown: true, refusal: "The API has no path /elsewhere." },
  },
])("answers $method $path with $want.status", async ({ method, path, want }) => {
  expect(await served().handle(request(method, path))).toMatchObject(want);
});

test("remembers each request until a reset, and gives those of one operation", async () => {
  const { handle, requests, reset } = served();
  for (const path of ["/read", "/both", "/elsewhere", "/read"]) await handle(request("GET", path));
  expect(requests().map(({ path, status }) => [path, status])).toEqual([
    ["/read", 200],
    ["/both", 200],
    ["/elsewhere", 404],
    ["/read", 200],
  ]);
  expect(requests("get /read").map(({ path }) => path)).toEqual(["/read", "/read"]);
  expect(requests()[2]).toMatchObject({ operationId: undefined, parameters: {}, body: undefined });
  reset();
  expect(requests()).toEqual([]);
});

test("tells a listener of each request when its answer is decided", async () => {
  const seen: unknown[] = [];
  const spec = compileSpec({ openapi: "3.1.0", paths: { "/read": { get: answer("read") } } });
  const { handle } = serveSpec(spec, { onRequest: ({ path, status, refusal }) => seen.push([path, status, refusal]) });
  await handle(request("GET", "/read"));
  await handle(request("PUT", "/read"));
  expect(seen).toEqual([
    ["/read", 200, undefined],
    ["/read", 405, "/read does not take PUT, only GET."],
  ]);
});

test("a preference for a delay leaves the rest as it is", async () => {
  const { handle, override } = served();
  override("get /read", { status: 200, body: "own" });
  expect(await handle(request("GET", "/read", { prefer: "delay=1" }))).toMatchObject({ status: 200, body: "own" });
});

test("says of an answer that a document describes but nobody can send, why", async () => {
  const get = { responses: { 200: { content: { "text/plain; name=香港": { example: "x" } } } } };
  const { handle } = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/read": { get } } }));
  const body = 'The reply cannot be sent: the header content-type cannot be sent as "text/plain; name=香港".';
  expect(await handle(request("GET", "/read"))).toMatchObject({ status: 500, body });
});

test("engines of one API share what depends on it alone", async () => {
  const { api, findValidator } = compileSpec({ openapi: "3.1.0", paths: { "/read": { get: answer("read") } } });
  let reads = 0;
  const operations = api.operations.map((operation) => ({
    ...operation,
    get path() {
      reads++;
      return operation.path;
    },
  }));
  const shared = { ...api, operations };
  const first = createEngine(shared, findValidator, noBehaviour);
  const before = reads;
  const second = createEngine(shared, findValidator, noBehaviour);
  expect([before > 0, reads]).toEqual([true, before]);
  for (const { handle } of [first, second]) expect((await handle(request("GET", "/read"))).status).toBe(200);
  expect([first.requests().length, second.requests().length]).toEqual([1, 1]);
});
