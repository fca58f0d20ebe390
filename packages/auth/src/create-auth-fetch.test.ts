import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve } from "../test/serve.ts";
import { statuses } from "../test/statuses.ts";
import type { AuthEvent } from "./auth-event.ts";
import { createAuthFetch } from "./create-auth-fetch.ts";

/** A server that issues tokens t1, t2, …, refuses the first `refuses` of them, and keeps what it got. */
async function gateway({ refuses }: { refuses: number }) {
  let issued = 0;
  const events: AuthEvent[] = [];
  const server = await serve(({ url, headers }, response) => {
    if (url === tokenOperation.path)
      return void response.end(JSON.stringify({ access_token: `t${++issued}`, expires_in: 300 }));
    if (url === "/moved") return void response.writeHead(307, { Location: "/elsewhere" }).end();
    const isRefused = Number(headers.authorization?.slice("Bearer t".length)) <= refuses;
    response.writeHead(isRefused ? statuses.rejection : 200).end();
  });
  const authFetch = createAuthFetch({
    baseUrl: server.baseUrl,
    credentials: defaultAccount,
    onEvent: (event) => events.push(event),
  });
  return { ...server, authFetch, events, calls: () => server.seen.filter(({ url }) => url !== tokenOperation.path) };
}

test("is a fetch: takes a string, a URL or a Request, and keeps their headers", async () => {
  const { baseUrl, authFetch, calls } = await gateway({ refuses: 0 });
  const headers = { "X-Trace": "7" };
  for (const input of [`${baseUrl}/a`, new URL(`${baseUrl}/a`), new Request(`${baseUrl}/a`)]) {
    expect((await authFetch(input, { headers })).status).toBe(200);
  }
  expect((await authFetch(new Request(`${baseUrl}/a`, { headers }))).status).toBe(200);
  expect(calls().map((call) => [call.headers.authorization, call.headers["x-trace"]])).toEqual(
    Array.from({ length: 4 }, () => ["Bearer t1", "7"]),
  );
});

test("leaves the caller's Request as it was", async () => {
  const { baseUrl, authFetch } = await gateway({ refuses: 0 });
  const request = new Request(`${baseUrl}/a`);
  await authFetch(request);
  expect(request.headers.get("Authorization")).toBeNull();
});

const form = () => {
  const data = new FormData();
  data.set("name", "Åland");
  data.set("file", new Blob(["\u0000\u00ff"]), "a.bin");
  return data;
};

test.each([
  { given: "a string", body: () => '{"name":"Åland"}', type: "text/plain;charset=UTF-8" },
  { given: "bytes", body: () => new Uint8Array([0, 1, 0x7f]), type: undefined },
  {
    given: "form fields",
    body: () => new URLSearchParams({ a: "1 2" }),
    type: "application/x-www-form-urlencoded;charset=UTF-8",
  },
  { given: "form data", body: form, type: expect.stringMatching(/^multipart\/form-data; boundary=/) },
  { given: "a blob", body: () => new Blob(["abc"], { type: "text/csv" }), type: "text/csv" },
])("sends $given again, byte for byte, after a rejection", async ({ body, type }) => {
  for (const asRequest of [false, true]) {
    const { baseUrl, authFetch, calls, events } = await gateway({ refuses: 1 });
    const init = { method: "POST", body: body() };
    const response = await (asRequest ? authFetch(new Request(`${baseUrl}/a`, init)) : authFetch(`${baseUrl}/a`, init));
    expect(response.status).toBe(200);
    const [first, second] = calls();
    expect(calls()).toHaveLength(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.body).not.toBe("");
    expect(second?.headers["content-type"]).toEqual(first?.headers["content-type"]);
    expect(second?.headers["content-type"]).toEqual(type);
    expect([first?.headers.authorization, second?.headers.authorization]).toEqual(["Bearer t1", "Bearer t2"]);
    expect(events).toContainEqual({ type: "call-replayed", durationMs: expect.any(Number) });
  }
});

test("does not send a stream again: renews the token, says so, and returns the rejection", async () => {
  const { baseUrl, authFetch, calls, events, seen } = await gateway({ refuses: 1 });
  const body = new Blob(["once"]).stream();
  const response = await authFetch(`${baseUrl}/a`, { method: "POST", body, duplex: "half" } as RequestInit);
  expect(response.status).toBe(statuses.rejection);
  expect(calls()).toHaveLength(1);
  expect(events).toContainEqual(
    expect.objectContaining({ type: "call-gave-up", status: statuses.rejection, reason: "body" }),
  );
  await expect.poll(() => seen.filter(({ url }) => url === tokenOperation.path).length).toBe(2);
  expect((await authFetch(`${baseUrl}/a`)).status).toBe(200);
  expect(seen.filter(({ url }) => url === tokenOperation.path)).toHaveLength(2);
});

test.each([
  {
    given: "what can only be iterated",
    body: async function* () {
      yield new Uint8Array([1]);
    },
    isHidden: false,
  },
  { given: "a stream that cannot be, as in some browsers", body: () => new Blob(["once"]).stream(), isHidden: true },
])("does not send $given again", async ({ body, isHidden }) => {
  const iterate = Object.getOwnPropertyDescriptor(ReadableStream.prototype, Symbol.asyncIterator);
  if (isHidden) Reflect.deleteProperty(ReadableStream.prototype, Symbol.asyncIterator);
  onTestFinished(() => void Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, iterate ?? {}));
  let sent = 0;
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    getToken: async () => ({ access_token: "t", expires_in: 300 }),
    async fetch() {
      sent++;
      return new Response(null, { status: 503 });
    },
  });
  const init: object = { method: "PUT", body: body(), duplex: "half" };
  expect((await authFetch("https://g.example/a", init)).status).toBe(503);
  expect(sent).toBe(1);
});

test.each(["GETALL", "FORGET", "HEADS"])("sends a Request's body whatever its method is called: %s", async (method) => {
  const bodies: unknown[] = [];
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    getToken: async () => ({ access_token: "t", expires_in: 300 }),
    async fetch(_input, init) {
      bodies.push(await new Response(init?.body).text());
      return new Response();
    },
  });
  await authFetch(new Request("https://g.example/a", { method, body: "abc" }));
  expect(bodies).toEqual(["abc"]);
});

test("gives its fetch the caller's signal, if there is one, and no body where there is none", async () => {
  const inits: RequestInit[] = [];
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    getToken: async () => ({ access_token: "t", expires_in: 300 }),
    async fetch(_input, init = {}) {
      inits.push(init);
      return new Response();
    },
  });
  const { signal } = new AbortController();
  await authFetch("https://g.example/a", { method: "POST", signal });
  await authFetch("https://g.example/a", { method: "POST" });
  expect(inits).toEqual([expect.objectContaining({ signal, body: null }), expect.objectContaining({ body: null })]);
  expect(inits[0]?.signal).toBe(signal);
  expect(inits[1]).not.toHaveProperty("signal");
});

test("tells its fetch when a call's time is over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const signals: (AbortSignal | null | undefined)[] = [];
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    getToken: async () => ({ access_token: "t", expires_in: 300 }),
    fetch(_input, init) {
      signals.push(init?.signal);
      return new Promise(() => {});
    },
  });
  const late = expect(authFetch("https://g.example/a", { timeoutMs: 300 })).rejects.toThrow("within 300 ms");
  await vi.advanceTimersByTimeAsync(300);
  await late;
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

test("follows no redirect", async () => {
  const { baseUrl, authFetch, calls } = await gateway({ refuses: 0 });
  expect((await authFetch(`${baseUrl}/moved`)).status).toBe(307);
  expect(calls().map(({ url }) => url)).toEqual(["/moved"]);
});

test.each(["https://other.example/", "http://gateway.m800.invalid/", "https://gateway.m800.invalid.other.example/"])(
  "refuses to call %s, where the token does not belong",
  async (url) => {
    const api = createMockApi();
    const authFetch = createAuthFetch({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
    await expect(authFetch(url)).rejects.toMatchObject({
      code: "ERR_CONFIGURATION",
      message: "The token is for https://gateway.m800.invalid only. Call other origins with another fetch.",
    });
    expect(api.requests()).toEqual([]);
  },
);

test("rejects, and does not throw, what is no URL", async () => {
  const { authFetch } = await gateway({ refuses: 0 });
  await expect(authFetch("/relative")).rejects.toThrow(TypeError);
});

test("takes a Request as its init, as fetch does", async () => {
  const { baseUrl, authFetch, calls } = await gateway({ refuses: 0 });
  await authFetch(`${baseUrl}/a`, new Request(baseUrl, { method: "POST", body: "abc" }));
  expect(calls()[0]).toMatchObject({ method: "POST", body: "abc" });
});

test.each([
  { given: "", init: undefined, want: "enough" },
  { given: ", with other options", init: { cache: "no-store" }, want: "enough" },
  { given: ", but not if these have another signal", init: { signal: new AbortController().signal }, want: 200 },
  { given: ", but not if these have none for it", init: { signal: null }, want: 200 },
] as const)("a Request's own signal ends its call$given", async ({ init, want }) => {
  const controller = new AbortController();
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    getToken: async () => ({ access_token: "t", expires_in: 300 }),
    async fetch() {
      controller.abort("enough");
      return new Response();
    },
  });
  const request = new Request("https://g.example", { signal: controller.signal });
  expect(await authFetch(request, init).then(({ status }) => status, String)).toBe(want);
});

test("gives its fetch an address, which one that knows no Request finds in a copy of one too", async () => {
  const api = createMockApi();
  const url = `${api.baseUrl}${listOperation.path}`;
  const addresses: string[] = [];
  const foreign: typeof fetch = (input, init) => {
    addresses.push(String(input));
    return api.fetch(String(input), init);
  };
  const authFetch = createAuthFetch({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: foreign });
  for (const input of [url, new Request(url)]) expect((await authFetch(input)).status).toBe(200);
  expect((await authFetch(url, new Request(url))).status).toBe(200);
  expect(addresses.filter((address) => !address.endsWith(tokenOperation.path))).toEqual([url, url, url]);
});

test("calls the fetch it was given as a plain function, which a browser's own insists on", async () => {
  const api = createMockApi();
  const strict: typeof fetch = function (this: unknown, ...call) {
    if (this !== undefined) throw new TypeError("Illegal invocation");
    return api.fetch(...call);
  };
  const authFetch = createAuthFetch({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: strict });
  expect((await authFetch(`${api.baseUrl}${listOperation.path}`)).status).toBe(200);
});
