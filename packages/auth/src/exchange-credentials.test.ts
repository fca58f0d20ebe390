import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { contract } from "@m800/phone-number-client";
import { expect, test } from "vitest";
import { serve } from "../test/serve.ts";
import { statuses } from "../test/statuses.ts";
import { TokenUnavailableError } from "./errors.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";

const credentials = { securityToken: "s3cr3t-t0k3n", username: "ann", password: "s3cr3t-w0rd" };
const token = { access_token: "abc", expires_in: 300 };
const TOKEN = JSON.stringify(token);
const exchange = (baseUrl: string, signal = new AbortController().signal) =>
  exchangeCredentials(`${baseUrl}/some/token`, credentials, fetch, signal);

test("sends what the API documents", async () => {
  const { baseUrl, seen } = await serve((_request, response) => response.end(TOKEN));
  expect(await exchange(baseUrl)).toEqual(token);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: "/some/token",
    headers: { authorization: "M800Auth s3cr3t-t0k3n", "content-type": "application/json" },
    body: '{"username":"ann","password":"s3cr3t-w0rd"}',
  });
});

test("leaves out a password that there is not", async () => {
  const { baseUrl, seen } = await serve((_request, response) => response.end(TOKEN));
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
    const other = await serve((_request, response) => response.end(TOKEN));
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
    const response = new Response(TOKEN, { status });
    Object.defineProperties(response, { body: { value: body }, ok: { value: ok } });
    return exchangeCredentials("https://x.example", credentials, async () => response, new AbortController().signal);
  };
  expect(await answer(true, 200)).toEqual(token);
  await expect(answer(false, 503)).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", status: 503 });
});

test("reads an answer that is as long as one may be", async () => {
  const { baseUrl } = await serve((_request, response) => response.end(TOKEN.padEnd(65_536)));
  expect(await exchange(baseUrl)).toEqual(token);
});

test.each([
  { given: "a page", body: "<html>s3cr3t</html>", want: "The token response is not JSON." },
  { given: "half an answer", body: '{"access_token":"s3cr', want: "The token response is not JSON." },
  { given: "nothing", body: "", want: "The token response is not JSON." },
  { given: "no token", body: "{}", want: "The token response has no usable access_token." },
  { given: "far too much", body: " ".repeat(65_537), want: "The token response is too large." },
])("refuses $given, and tells where it is from", async ({ body, want }) => {
  const { baseUrl } = await serve((_request, response) => response.setHeader("X-Request-Id", "r7").end(body));
  await expect(exchange(baseUrl)).rejects.toMatchObject({
    code: "ERR_INVALID_TOKEN_RESPONSE",
    message: want,
    url: `${baseUrl}/some/token`,
    requestId: "r7",
  });
});

test("stops reading a small answer that unpacks to a huge one", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  const { baseUrl } = await serve((_request, response) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb),
  );
  await expect(exchange(baseUrl)).rejects.toThrow("The token response is too large.");
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
  const bytes = new TextEncoder().encode(JSON.stringify({ ...token, note: "å€😀" }));
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
      stream.close();
    },
  });
  const { signal } = new AbortController();
  const fetch = async () => new Response(body);
  expect(await exchangeCredentials("https://x.example/token", credentials, fetch, signal)).toEqual({
    ...token,
    note: "å€😀",
  });
});
