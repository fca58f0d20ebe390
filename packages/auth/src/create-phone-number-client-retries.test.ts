import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { statuses } from "../test/statuses.ts";
import type { AuthEvent } from "./auth-event.ts";
import type { AuthOptions } from "./auth-options.ts";
import { createAuthFetch } from "./create-auth-fetch.ts";
import { CallTimeoutError } from "./errors.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => void vi.useRealTimers());

type Answer = (request: Request) => Response | Promise<Response>;

const BASE_URL = "https://api.example";
const status = (code: number, headers?: Record<string, string>) => () =>
  new Response(null, { status: code, headers: headers ?? {} });
const refused = () => Promise.reject(new TypeError("fetch failed"));
const ok = () => new Response("ok");

/** A gateway that gives the answers in turn, the last for good, and notes when each request came, in ms. */
function setUp(answers: Answer[], options: AuthOptions = {}) {
  const start = performance.now();
  const sentAt: number[] = [];
  const bodies: string[] = [];
  const events: AuthEvent[] = [];
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    getToken: async () => ({ access_token: "abc", expires_in: 86_400 }),
    fetch: async (...sent) => {
      const request = new Request(...sent);
      const answer = answers[Math.min(sentAt.length, answers.length - 1)];
      sentAt.push(performance.now() - start);
      bodies.push(await request.text());
      if (!answer) throw new Error("no answer is left");
      return answer(request);
    },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const call = async (init?: RequestInit, path = "/") => {
    const outcome = authFetch(BASE_URL + path, init).then(
      (response) => response.status,
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(120_000);
    return outcome;
  };
  const types = () => events.map(({ type }) => type);
  return { authFetch, call, sentAt, bodies, events, types };
}

test.each([
  { given: "a network error", answer: refused },
  ...[408, 429, 502, 503, 504].map((code) => ({ given: `${code}`, answer: status(code) })),
])("tries an idempotent call again after $given, with a growing wait", async ({ answer }) => {
  for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]) {
    const { call, sentAt } = setUp([answer, answer, ok]);
    expect(await call({ method })).toBe(200);
    expect(sentAt).toEqual([0, 500, 1_500]);
  }
});

test.each([400, statuses.forbidden, 404, 409, 500, 501])("does not try again after %i", async (code) => {
  const { call, sentAt } = setUp([status(code), ok]);
  expect(await call()).toBe(code);
  expect(sentAt).toHaveLength(1);
});

test("does not send a write twice, whatever happens to it", async () => {
  for (const answer of [refused, status(503), status(429)]) {
    const { call, sentAt, types } = setUp([answer, ok]);
    expect(await call({ method: "POST", body: "order" })).not.toBe(200);
    expect(sentAt).toHaveLength(1);
    expect(types()).toEqual(["token-acquired"]);
  }
});

test("sends a write again that carries an Idempotency-Key, byte for byte", async () => {
  const { call, bodies } = setUp([status(503), refused, ok]);
  expect(await call({ method: "POST", body: "order Å", headers: { "Idempotency-Key": "1" } })).toBe(200);
  expect(bodies).toEqual(["order Å", "order Å", "order Å"]);
});

test("does not send a stream again, and says so", async () => {
  const { call, sentAt, events } = setUp([status(503), ok]);
  const body = new Blob(["once"]).stream();
  expect(await call({ method: "PUT", body, duplex: "half" } as RequestInit)).toBe(503);
  expect(sentAt).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ type: "call-gave-up", status: 503, reason: "body" });
});

test("gives up after as many attempts as retry allows, and hands the last outcome on", async () => {
  for (const { retry, want } of [
    { retry: undefined, want: 3 },
    { retry: false as const, want: 1 },
    { retry: 0, want: 1 },
    { retry: 4, want: 5 },
  ]) {
    const { call, sentAt, events } = setUp([status(503)], { retry });
    expect(await call()).toBe(503);
    expect(sentAt).toHaveLength(want);
    expect(events.at(-1)).toMatchObject({ type: "call-gave-up", status: 503, reason: "attempts" });
  }
  expect(await setUp([refused]).call()).toEqual(new TypeError("fetch failed"));
});

test("waits between attempts no longer than 10 s in all, however often it may try again", async () => {
  const { call, sentAt, events } = setUp([status(503)], { retry: 9 });
  expect(await call()).toBe(503);
  expect(sentAt).toEqual([0, 500, 1_500, 3_500, 7_500]);
  expect(events.at(-1)).toMatchObject({ type: "call-gave-up", status: 503, reason: "time" });
});

test("tries again where requests have no signals, and answers bodies of another kind", async () => {
  const { Request: Platform } = globalThis;
  const construct = (_target: unknown, [input, init]: ConstructorParameters<typeof Request>) =>
    Object.defineProperty(new Platform(input, init), "signal", { value: undefined });
  vi.stubGlobal("Request", new Proxy(Platform, { construct }));
  const foreign = () => Object.defineProperty(new Response(null, { status: 503 }), "body", { value: {} });
  const { call, sentAt } = setUp([foreign, ok]);
  expect(await call()).toBe(200);
  expect(sentAt).toEqual([0, 500]);
});

test.each([
  { given: "seconds", headers: { "Retry-After": "7" }, want: 7_000 },
  {
    given: "a date",
    headers: { "Retry-After": new Date(1_000_007_000).toUTCString(), Date: new Date(1_000_000_000).toUTCString() },
    want: 7_000,
  },
  { given: "nonsense", headers: { "Retry-After": "soon" }, want: 0 },
  { given: "a time that has passed", headers: { "Retry-After": "-5" }, want: 0 },
])("waits no less than a Retry-After of $given", async ({ headers, want }) => {
  const { call, sentAt } = setUp([status(503, headers), ok]);
  expect(await call()).toBe(200);
  expect(sentAt[1]).toBe(want + 500);
});

test("believes a Retry-After date by its own clock, if the sender does not tell the time", async () => {
  const { call, sentAt } = setUp([
    () => status(429, { "Retry-After": new Date(Date.now() + 5_000).toUTCString() })(),
    ok,
  ]);
  await call();
  expect(sentAt[1]).toBeGreaterThanOrEqual(4_000 + 500);
});

test("hands an answer on at once if it asks for more time than there is", async () => {
  for (const { retryAfter, options, want } of [
    { retryAfter: "11", options: {}, want: 1 },
    { retryAfter: "5", options: {}, want: 2 },
    { retryAfter: "3", options: { timeoutMs: 3_000 }, want: 1 },
    { retryAfter: "30", options: { timeoutMs: 60_000 }, want: 2 },
  ]) {
    const { call, sentAt, events } = setUp([status(503, { "Retry-After": retryAfter })], options);
    expect(await call()).toBe(503);
    expect(sentAt).toHaveLength(want);
    expect(events.at(-1)).toMatchObject({ type: "call-gave-up", reason: "time" });
  }
});

test("ends a call at its deadline: while it is sent, between attempts, and in its body", async () => {
  const hang: Answer = ({ signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  expect(await setUp([hang], { timeoutMs: 3_000 }).call()).toEqual(new CallTimeoutError(3_000, `${BASE_URL}/`));
  const late = setUp([status(503), hang], { timeoutMs: 3_000 });
  expect(await late.call()).toEqual(new CallTimeoutError(3_000, `${BASE_URL}/`));
  expect(late.sentAt).toEqual([0, 500]);

  const { authFetch } = setUp(
    [
      ({ signal }) =>
        new Response(
          new ReadableStream({
            start: (stream) => signal.addEventListener("abort", () => stream.error(signal.reason)),
          }),
        ),
    ],
    { timeoutMs: 3_000 },
  );
  const body = expect((await authFetch(BASE_URL)).text()).rejects.toEqual(new CallTimeoutError(3_000, `${BASE_URL}/`));
  await vi.advanceTimersByTimeAsync(3_000);
  await body;
});

test("a caller's abort ends the wait between attempts at once", async () => {
  const { authFetch, sentAt } = setUp([status(503)]);
  const controller = new AbortController();
  const call = expect(authFetch(BASE_URL, { signal: controller.signal })).rejects.toThrow("enough");
  await vi.advanceTimersByTimeAsync(100);
  controller.abort(new Error("enough"));
  await call;
  expect(vi.getTimerCount()).toBe(0);
  expect(sentAt).toHaveLength(1);
});

test("calls wait out a token endpoint that fails for a moment, and share its attempts", async () => {
  let asked = 0;
  const { authFetch } = setUp([ok], {
    getToken: async () => {
      if (++asked < 3) throw new Error("down");
      return { access_token: "abc", expires_in: 300 };
    },
  });
  const calls = Promise.all(Array.from({ length: 500 }, () => authFetch(BASE_URL, { method: "POST" })));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(new Set((await calls).map(({ status }) => status))).toEqual(new Set([200]));
  expect(asked).toBe(3);
});

test("500 callers of a token endpoint that is down for good do not make 500 attempts", async () => {
  let asked = 0;
  const { authFetch } = setUp([ok], {
    getToken: () => {
      asked++;
      return Promise.reject(new Error("down"));
    },
  });
  const calls = Promise.allSettled(Array.from({ length: 500 }, () => authFetch(BASE_URL)));
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await calls).map((call) => call.status === "rejected" && call.reason.code)).toEqual(
    Array.from({ length: 500 }, () => "ERR_TOKEN_UNAVAILABLE"),
  );
  expect(asked).toBe(3);
});

test("leaves no listener on a caller's signal after a wait, and no connection to an answer it does not use", async () => {
  const { signal } = new AbortController();
  const cancel = vi.fn();
  const { authFetch } = setUp([() => new Response(new ReadableStream({ cancel }), { status: 503 }), ok]);
  const added = vi.spyOn(AbortSignal.prototype, "addEventListener");
  const removed = vi.spyOn(AbortSignal.prototype, "removeEventListener");
  const call = authFetch(BASE_URL, { signal });
  await vi.advanceTimersByTimeAsync(100);
  const waits = added.mock.calls.at(-1)?.[1];
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await call).status).toBe(200);
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(removed.mock.calls.map(([, listener]) => listener)).toContain(waits);
});

test("a caller who leaves is not retried for", async () => {
  const { authFetch, events } = setUp([
    ({ signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  ]);
  const controller = new AbortController();
  const call = expect(authFetch(BASE_URL, { signal: controller.signal })).rejects.toThrow("enough");
  await vi.advanceTimersByTimeAsync(100);
  controller.abort(new Error("enough"));
  await call;
  expect(events.map(({ type }) => type)).toEqual(["token-acquired"]);
});

test("refused credentials are not waited for, however much time a call has", async () => {
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    credentials: { securityToken: "s", username: "u" },
    timeoutMs: 300_000,
    fetch: async () => new Response(null, { status: statuses.refusal }),
  });
  await expect(authFetch(BASE_URL)).rejects.toMatchObject({
    code: "ERR_CREDENTIALS_REJECTED",
    status: statuses.refusal,
  });
});
