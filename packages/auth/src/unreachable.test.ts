import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { serve } from "../test/serve.ts";
import { exchangeCredentials } from "./exchange-credentials.ts";

const credentials = { securityToken: "s3cr3t-t0k3n", username: "ann", password: "s3cr3t-w0rd" };
const errorOf = (code: string) => Object.assign(new Error("no"), { code });

test("says when nobody listens where, and why", async () => {
  const { baseUrl, stop } = await serve(() => {});
  await stop();
  const { signal } = new AbortController();
  await expect(exchangeCredentials(`${baseUrl}/some/token`, credentials, fetch, signal)).rejects.toMatchObject({
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
      /^The token endpoint https:..x.example.token could not be reached(: down){4}$/,
    );
  }
});

test.each([undefined, null, 7, "down", {}, { message: 7 }, { message: "" }])(
  "says no more than where, if a fetch throws %j",
  async (thrown) => {
    const { signal } = new AbortController();
    const failing = () => Promise.reject(thrown);
    await expect(exchangeCredentials("https://x.example/token", credentials, failing, signal)).rejects.toMatchObject({
      message: "The token endpoint https://x.example/token could not be reached",
    });
  },
);

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
