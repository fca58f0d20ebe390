import { Readable } from "node:stream";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { contract } from "@m800/phone-number-client";
import { expect, test } from "vitest";
import { serve } from "../test/serve.ts";
import { statuses } from "../test/statuses.ts";
import { TokenUnavailableError } from "./errors.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";

const credentials = { securityToken: "s3cr3t-t0k3n", username: "ann", password: "s3cr3t-w0rd" };
const exchange = (baseUrl: string, signal = new AbortController().signal) =>
  exchangeCredentials(`${baseUrl}/some/token`, credentials, fetch, signal);
const errorOf = (code: string) => Object.assign(new Error("no"), { code });

test("sends what the API documents", async () => {
  const { baseUrl, seen } = await serve((_request, response) =>
    response.end('{"access_token":"abc","expires_in":300}'),
  );
  expect(await exchange(baseUrl)).toEqual({ access_token: "abc", expires_in: 300 });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: "/some/token",
    headers: { authorization: "M800Auth s3cr3t-t0k3n", "content-type": "application/json" },
    body: '{"username":"ann","password":"s3cr3t-w0rd"}',
  });
});

test("leaves out a password that there is not", async () => {
  const { baseUrl, seen } = await serve((_request, response) => response.end("{}"));
  const { password: _, ...withoutPassword } = credentials;
  await exchangeCredentials(`${baseUrl}/some/token`, withoutPassword, fetch, new AbortController().signal);
  expect(seen[0]?.body).toBe('{"username":"ann"}');
});

test.each(contract.token.refusals)("takes %i as final", async (status) => {
  const { baseUrl } = await serve((_request, response) =>
    response.writeHead(status, { "X-Request-Id": "r7" }).end("s3cr3t-t0k3n"),
  );
  await expect(exchange(baseUrl)).rejects.toMatchObject({
    code: "ERR_CREDENTIALS_REJECTED",
    url: `${baseUrl}/some/token`,
    requestId: "r7",
    status,
    message: `The token endpoint refused the credentials (${status}). Check the security token, username and password.`,
  });
});

test.each([
  { status: 429, header: "7", want: 7_000, hint: "" },
  { status: 503, header: undefined, want: undefined, hint: "" },
  { status: 500, header: "soon", want: undefined, hint: "" },
  { status: 503, header: "Thu, 01 Jan 1970 00:00:00 GMT", want: 0, hint: "" },
  { status: 404, header: undefined, want: undefined, hint: " Check baseUrl and tokenPath." },
])(
  "takes $status with Retry-After $header as no refusal, and names the URL",
  async ({ status, header, want, hint }) => {
    const { baseUrl } = await serve((_request, response) =>
      response.writeHead(status, header === undefined ? {} : { "Retry-After": header }).end(),
    );
    const { signal } = new AbortController();
    await expect(
      exchangeCredentials(`${baseUrl}/some/token?key=s3cr3t`, credentials, fetch, signal),
    ).rejects.toMatchObject({
      code: "ERR_TOKEN_UNAVAILABLE",
      status,
      retryAfterMs: want,
      url: `${baseUrl}/some/token`,
      message: `The token endpoint ${baseUrl}/some/token answered ${status}.${hint}`,
    });
  },
);

test("reads Retry-After as a date", async () => {
  const { baseUrl } = await serve((_request, response) =>
    response.writeHead(503, { "Retry-After": new Date(Date.now() + 60_000).toUTCString() }).end(),
  );
  const error = await exchange(baseUrl).catch((caught: unknown) => caught);
  if (!(error instanceof TokenUnavailableError)) throw error;
  expect(error.retryAfterMs).toBeGreaterThan(30_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
});

test.each([300, 301, 302, 307, 308, 399])(
  "does not follow a %i, so that the secret goes nowhere else",
  async (status) => {
    const other = await serve((_request, response) => response.end('{"access_token":"abc","expires_in":300}'));
    const { baseUrl } = await serve((_request, response) =>
      response
        .writeHead(status, { Location: `${other.baseUrl.replace("//", "//ann:s3cr3t@")}/login?key=s3cr3t` })
        .end(),
    );
    await expect(exchange(baseUrl)).rejects.toThrow(
      `The token endpoint ${baseUrl}/some/token answered ${status} with a redirect to ${other.baseUrl}/login. Check baseUrl`,
    );
    expect(other.seen).toEqual([]);
  },
);

test("names no target of a redirect that tells none, is none, or holds a secret", async () => {
  for (const headers of [{}, { Location: "http://[" }, { Location: `/${credentials.password}` }]) {
    const { baseUrl } = await serve((_request, response) => response.writeHead(302, headers).end());
    await expect(exchange(baseUrl)).rejects.toThrow(/answered 302 with a redirect\. Check/);
  }
});

test("names a redirect that a browser hides, and whose status it does not tell", async () => {
  const hidden = new Response(null);
  Object.defineProperties(hidden, { type: { value: "opaqueredirect" }, status: { value: 0 }, ok: { value: false } });
  await expect(
    exchangeCredentials("https://x.example/token", credentials, async () => hidden, new AbortController().signal),
  ).rejects.toMatchObject({
    message: "The token endpoint https://x.example/token answered with a redirect. Check baseUrl and tokenPath.",
    status: 0,
  });
});

test.each([
  { given: "has no streams, like React Native", body: undefined },
  { given: "has another kind of them", body: Readable.from([]) },
])("takes answers of a platform that $given", async ({ body }) => {
  const answer = (ok: boolean, status: number) => {
    const response = new Response('{"a":1}', { status });
    Object.defineProperties(response, { body: { value: body }, ok: { value: ok } });
    return exchangeCredentials("https://x.example", credentials, async () => response, new AbortController().signal);
  };
  expect(await answer(true, 200)).toEqual({ a: 1 });
  await expect(answer(false, 503)).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", status: 503 });
});

test("reads an answer that is as long as one may be", async () => {
  const { baseUrl } = await serve((_request, response) => response.end(`{}${" ".repeat(65_534)}`));
  expect(await exchange(baseUrl)).toEqual({});
});

test.each([
  { given: "a page", body: "<html>s3cr3t</html>", want: "The token response is not JSON." },
  { given: "half an answer", body: '{"access_token":"s3cr', want: "The token response is not JSON." },
  { given: "nothing", body: "", want: "The token response is not JSON." },
  { given: "far too much", body: " ".repeat(65_537), want: "The token response is too large." },
])("refuses $given", async ({ body, want }) => {
  const { baseUrl } = await serve((_request, response) => response.end(body));
  await expect(exchange(baseUrl)).rejects.toMatchObject({ code: "ERR_INVALID_TOKEN_RESPONSE", message: want });
});

test("stops reading a small answer that unpacks to a huge one", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  const { baseUrl } = await serve((_request, response) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb),
  );
  await expect(exchange(baseUrl)).rejects.toThrow("The token response is too large.");
});

test("says when nobody listens where, and why", async () => {
  const { baseUrl, stop } = await serve(() => {});
  await stop();
  await expect(exchange(baseUrl)).rejects.toMatchObject({
    code: "ERR_TOKEN_UNAVAILABLE",
    message: expect.stringMatching(
      new RegExp(
        `^The token endpoint ${baseUrl}/some/token could not be reached \\(ECONNREFUSED\\): fetch failed: connect ECONN`,
      ),
    ),
    cause: { message: "fetch failed" },
  });
});

test("keeps what a fetch throws as its cause, if no secret can be in it", async () => {
  const thrown = new TypeError("a proxy is needed", { cause: new Error("CONNECT answered 407") });
  const failing = () => Promise.reject(thrown);
  const { signal } = new AbortController();
  await expect(exchangeCredentials("https://x.example/token", credentials, failing, signal)).rejects.toMatchObject({
    message: "The token endpoint https://x.example/token could not be reached: a proxy is needed: CONNECT answered 407",
    cause: thrown,
  });
});

test("keeps what a fetch says, but not its error, if that holds the request", async () => {
  const leaky = (_input: unknown, init?: RequestInit) =>
    Promise.reject(Object.assign(new Error("certificate has expired"), { request: init }));
  const { signal } = new AbortController();
  const error = await exchangeCredentials("https://x.example/token", credentials, leaky, signal).catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({
    message: "The token endpoint https://x.example/token could not be reached: certificate has expired",
  });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cr3t");
});

test.each([
  { given: "of its cause", error: new TypeError("fetch failed", { cause: errorOf("ENOTFOUND") }), want: "ENOTFOUND" },
  { given: "of its own", error: errorOf("ECONNRESET"), want: "ECONNRESET" },
  { given: "with digits", error: errorOf("ERR_HTTP2_STREAM_ERROR"), want: "ERR_HTTP2_STREAM_ERROR" },
  { given: "in other letters, as Bun's", error: errorOf("ConnectionRefused"), want: "ConnectionRefused" },
  {
    given: "of a cause's cause",
    error: new Error("a", { cause: new Error("b", { cause: errorOf("ECONNREFUSED") }) }),
    want: "ECONNREFUSED",
  },
  {
    given: "of another realm's error, as in a test runner's sandbox",
    error: runInNewContext(`Object.assign(new TypeError("fetch failed"), { cause: { code: "EAI_AGAIN" } })`),
    want: "EAI_AGAIN",
  },
])("names the system's code, $given, with the host, and no user of it", async ({ error, want }) => {
  const failing = () => Promise.reject(error);
  const { signal } = new AbortController();
  await expect(exchangeCredentials("https://x.example/token?a=1", credentials, failing, signal)).rejects.toThrow(
    `The token endpoint https://x.example/token could not be reached (${want}): `,
  );
});

test("ends with causes that go round, and names no code that is none, or a secret", async () => {
  for (const code of [20, "what happened here", credentials.securityToken, credentials.password, "k3y"]) {
    const round: Error = Object.assign(new Error("down"), { code });
    round.cause = round;
    const failing = () => Promise.reject(round);
    const { signal } = new AbortController();
    await expect(exchangeCredentials("https://x.example/token?k3y", credentials, failing, signal)).rejects.toThrow(
      /^The token endpoint https:..x.example.token could not be reached(: down)+$/,
    );
  }
});

test("quotes nothing of what a fetch says that holds the query", async () => {
  const failing = () =>
    Promise.reject(new TypeError("error sending request for url (https://x.example/token?k3y=s3cr3t)"));
  const { signal } = new AbortController();
  const error = await exchangeCredentials("https://x.example/token?k3y=s3cr3t", credentials, failing, signal).catch(
    (caught: unknown) => caught,
  );
  expect(error).toMatchObject({ message: "The token endpoint https://x.example/token could not be reached" });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cr3t");
});

test("quotes nothing of a fetch that fails with the request in its error", async () => {
  const leaky = async (_input: unknown, init?: RequestInit) => {
    throw Object.assign(new Error(JSON.stringify(init)), { code: "E s3cr3t-t0k3n", request: init });
  };
  const error = await exchangeCredentials("https://x.example", credentials, leaky, new AbortController().signal).catch(
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain("s3cr3t");
});

test.each([
  {
    given: "at once",
    leaky: (_input: unknown, init?: RequestInit): Promise<Response> => {
      throw Object.assign(new Error("sync"), { request: init });
    },
  },
  {
    given: "in the middle of the body",
    leaky: async (_input: unknown, init?: RequestInit) =>
      new Response(
        new ReadableStream({ pull: (stream) => stream.error(Object.assign(new Error("broke"), { request: init })) }),
      ),
  },
])("a fetch that throws $given leaks nothing", async ({ leaky }) => {
  const { signal } = new AbortController();
  const error = await exchangeCredentials("https://x.example", credentials, leaky, signal).catch((e: unknown) => e);
  expect(error).toMatchObject({
    code: "ERR_TOKEN_UNAVAILABLE",
    message: expect.stringMatching(/could not be reached: (sync|broke)$/),
  });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cr3t");
});

test("a refusal is final though somebody holds a clone of it unread", async () => {
  const cloning = async () => {
    const response = new Response("{}", { status: statuses.refusal });
    response.clone();
    return response;
  };
  const { signal } = new AbortController();
  await expect(exchangeCredentials("https://x.example", credentials, cloning, signal)).rejects.toMatchObject({
    status: statuses.refusal,
  });
});

test("believes no Retry-After beyond a day", async () => {
  const { baseUrl } = await serve((_request, response) =>
    response.writeHead(503, { "Retry-After": "9".repeat(400) }).end(),
  );
  await expect(exchange(baseUrl)).rejects.toMatchObject({ retryAfterMs: 86_400_000 });
});

test.each([
  { given: "was refused", status: statuses.refusal },
  { given: "was no success", status: 503 },
  { given: "is too large", status: 200 },
])("leaves no endless answer open that $given", async ({ status }) => {
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(new Uint8Array(65_536)),
    cancel() {
      isOpen = false;
    },
  });
  const answer = async () => new Response(body, { status });
  const { signal } = new AbortController();
  await expect(exchangeCredentials("https://x.example/token", credentials, answer, signal)).rejects.toThrow();
  expect(isOpen).toBe(false);
});

test("reads an answer as a whole whose characters are split over chunks", async () => {
  const bytes = new TextEncoder().encode('{"note":"å€😀"}');
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
      stream.close();
    },
  });
  const { signal } = new AbortController();
  const fetch = async () => new Response(body);
  expect(await exchangeCredentials("https://x.example/token", credentials, fetch, signal)).toEqual({ note: "å€😀" });
});
