import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { createFetch } from "./create-fetch.ts";
import type { EngineReply, EngineRequest } from "./messages.ts";

/** A `fetch` at a base URL, and the requests that come through it to an engine which answers them all alike. */
function through(baseUrl: string, reply: EngineReply | Promise<EngineReply> = { status: 204, headers: {} }) {
  const requests: EngineRequest[] = [];
  const handle = async (request: EngineRequest) => {
    requests.push(request);
    return reply;
  };
  return { ...createFetch(handle, baseUrl, { "x-signature": "signed" }), requests };
}

test.each([
  { baseUrl: "https://api.example", url: "https://api.example/a/b?c=d#e", pathname: "/a/b", search: "?c=d" },
  { baseUrl: "https://api.example/v1", url: "https://api.example/v1/", pathname: "/", search: "" },
  { baseUrl: "http://[::1]:8080/v1/x", url: "http://[::1]:8080/v1/x/a%2Fb", pathname: "/a%2Fb", search: "" },
])("takes $url below $baseUrl for the path $pathname", async ({ baseUrl, url, pathname, search }) => {
  const { fetch, requests } = through(baseUrl);
  const init = { method: "put", headers: { "X-Name": "value" }, body: "text" };
  const response = await fetch(url, init);
  expect([response.status, response.headers.get("x-signature")]).toEqual([204, "signed"]);
  const { readBytes, ...request } = requests[0] ?? {};
  const headers = { "content-type": "text/plain;charset=UTF-8", "x-name": "value" };
  expect(request).toEqual({ method: "PUT", pathname, search, headers });
  expect(await readBytes?.()).toEqual(new TextEncoder().encode("text"));
});

test.each([
  ["https://other.example/v1/a", "https://other.example/v1/a"],
  ["https://api.example/a?b=c", "https://api.example/a"],
  ["https://api.example/v10/a", "https://api.example/v10/a"],
  ["https://api.example/v1", "https://api.example/v1"],
])("does not serve %s, which is not below its base URL", async (url, named) => {
  const { fetch, requests } = through("https://api.example/v1");
  await expect(fetch(url)).rejects.toThrow(
    new TypeError(`This mock API is at https://api.example/v1: it does not serve ${named}.`),
  );
  expect(requests).toEqual([]);
});

test("reads headers whatever the case of their names, which Happy DOM keeps", async () => {
  const { serve, requests } = through("https://api.example");
  class HeadersInTheirOwnCase extends Headers {
    override *[Symbol.iterator](): HeadersIterator<[string, string]> {
      for (const [name, value] of super[Symbol.iterator]()) yield [name.toUpperCase(), value];
    }
  }
  const request = new Request("https://api.example/a");
  Object.defineProperty(request, "headers", { value: new HeadersInTheirOwnCase({ "X-Name": "Value" }) });
  await serve(request);
  expect(requests[0]?.headers).toEqual({ "x-name": "Value" });
});

test.each([
  { method: "GET", body: "text", want: "text" },
  { method: "GET", body: Uint8Array.from([116, 101]), want: "te" },
  { method: "HEAD", body: "text", want: "" },
])("answers $method with $want", async ({ method, body, want }) => {
  const { fetch } = through("https://api.example", { status: 200, headers: { "x-own": "1" }, body });
  const response = await fetch("https://api.example/a", { method });
  expect([response.status, response.headers.get("x-own"), await response.text()]).toEqual([200, "1", want]);
});

test("warns of a request that no operation matches, and of no other", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await through("https://api.example", { status: 400, headers: {}, refusal: "Why" }).fetch("https://api.example/a");
  expect(warn).not.toHaveBeenCalled();
  const unknown = { status: 404, headers: {}, refusal: "There is none.", isUnknown: true };
  await through("https://api.example", unknown).fetch("https://api.example/a?secret=b", { method: "DELETE" });
  expect(warn.mock.calls).toEqual([["DELETE https://api.example/a: There is none."]]);
});

test("a broken connection is an error, which a fetch throws", async () => {
  const broken = { status: 0, headers: {}, lost: "network-error" } as const;
  const { serve, fetch } = through("https://api.example", broken);
  expect((await serve(new Request("https://api.example/a"))).type).toBe("error");
  await expect(fetch("https://api.example/a")).rejects.toThrow(TypeError);
});

test("breaks off no body where there is none", async () => {
  const { fetch } = through("https://api.example", { status: 202, headers: {}, lost: "truncate" });
  const response = await fetch("https://api.example/a");
  expect([response.status, await response.text()]).toEqual([202, ""]);
});

test("hands on no request that was aborted before", async () => {
  const { fetch, requests } = through("https://api.example");
  const signal = AbortSignal.abort(new Error("The caller left."));
  await expect(fetch("https://api.example/a", { signal })).rejects.toThrow("The caller left.");
  expect(requests).toEqual([]);
});

test("lets a caller leave while the answer is awaited", async () => {
  const { fetch, requests } = through("https://api.example", new Promise(() => {}));
  const caller = new AbortController();
  const left = fetch("https://api.example/a", { signal: caller.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  caller.abort(new Error("The caller left."));
  await expect(left).rejects.toThrow("The caller left.");
});

test("lets a caller leave while the request is handed on", async () => {
  const caller = new AbortController();
  const handle = async () => {
    caller.abort(new Error("The caller left."));
    return { status: 204, headers: {} };
  };
  const { fetch } = createFetch(handle, "https://api.example");
  await expect(fetch("https://api.example/a", { signal: caller.signal })).rejects.toThrow("The caller left.");
});

test("waits for as long as an answer is held", async () => {
  let release = () => {};
  const heldUntil = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { fetch } = through("https://api.example", { status: 204, headers: {}, heldUntil });
  let isAnswered = false;
  const asked = fetch("https://api.example/a").then(() => {
    isAnswered = true;
  });
  await new Promise(setImmediate);
  expect(isAnswered).toBe(false);
  release();
  await asked;
});

test("leaves nothing on a caller's signal once a call is answered, where requests have that very signal", async () => {
  const { signal } = new AbortController();
  class RequestWithCallersSignal extends Request {
    override readonly signal = signal;
  }
  vi.stubGlobal("Request", RequestWithCallersSignal);
  const { fetch } = through("https://api.example");
  for (let call = 0; call < 3; call++) await fetch("https://api.example/a");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
