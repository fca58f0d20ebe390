import { createRawClient } from "@m800/phone-number-client";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { statuses } from "../test/statuses.ts";
import type { AuthEvent } from "./auth-event.ts";
import type { AuthOptions } from "./auth-options.ts";
import { createAuthFetch } from "./create-auth-fetch.ts";
import { createAuthMiddleware } from "./create-auth-middleware.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import { CallTimeoutError } from "./errors.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BASE_URL = "https://g.example";
const token = { access_token: "t", expires_in: 300 };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test.each([
  { door: "credentials", options: {} },
  { door: "a store", options: { tokenStore: createMemoryTokenStore() } },
])("a rest takes nothing of the 10 s that the token endpoint then has: $door", async ({ options }) => {
  // A store keys what it keeps by a digest, whose threads know nothing of virtual time.
  vi.spyOn(crypto.subtle, "sign").mockResolvedValue(new ArrayBuffer(32));
  vi.spyOn(crypto.subtle, "importKey").mockResolvedValue({} as CryptoKey);
  let asked = 0;
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    credentials: { securityToken: "s", username: "u" },
    ...options,
    async fetch(_input, init) {
      if (new Headers(init?.headers).get("Authorization")?.startsWith("Bearer")) return new Response();
      if (++asked === 1) return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
      await wait(9_000);
      return Response.json(token);
    },
  });
  const call = authFetch(BASE_URL).then(({ status }) => status, String);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([await call, asked]).toEqual([200, 2]);
});

test.each([0, 1 / 3])(
  "a call that waits for a pause to end does not wake before, though timers fire early: jitter %d",
  async (jitter) => {
    vi.spyOn(Math, "random").mockReturnValue(jitter);
    const set = globalThis.setTimeout;
    vi.stubGlobal("setTimeout", (then: () => void, ms = 0) => set(then, Math.floor(Math.max(0, ms - 1))));
    let asked = 0;
    const authFetch = createAuthFetch({
      baseUrl: BASE_URL,
      retry: 1,
      fetch: async () => new Response(),
      async getToken() {
        if (++asked === 1) throw new Error("503");
        return token;
      },
    });
    const call = authFetch(BASE_URL).then(({ status }) => status, String);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toBe(200);
  },
);

test.each([
  { given: "an error", answer: () => Promise.reject(new Error("aborted")), want: "Error: aborted" },
  { given: "an answer", answer: async () => new Response(null, { status: 503 }), want: 503 },
])(
  "$given to a request whose own signal has aborted, which a middleware gave it, is final",
  async ({ answer, want }) => {
    const controller = new AbortController();
    let sent = 0;
    const client = createRawClient({
      baseUrl: BASE_URL,
      fetch() {
        sent++;
        controller.abort();
        return answer();
      },
    });
    client.use(createAuthMiddleware({ baseUrl: BASE_URL, getToken: async () => token }), {
      onRequest: ({ request }) => new Request(request, { signal: controller.signal }),
    });
    const outcome = client.GET(listOperation.path).then(({ response }) => response.status, String);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([await outcome, sent]).toEqual([want, 1]);
  },
);

/** Rejects as a browser's does when a timer aborts: with a copy of the reason, and before any listener hears of it. */
function fetchThatHearsFirst(own: AbortSignal | undefined, reason: unknown): typeof fetch {
  return async (_input, init) => {
    await wait(100);
    for (const signal of [own, init?.signal]) {
      if (signal) Object.defineProperties(signal, { aborted: { value: true }, reason: { value: reason } });
    }
    throw new DOMException("a copy", "AbortError");
  };
}

test("the caller gets its signal's own reason, not a platform's copy of it", async () => {
  const reason = new RangeError("enough");
  const { signal } = new AbortController();
  const call = open({ fetch: fetchThatHearsFirst(signal, reason) })(BASE_URL, { signal });
  const left = expect(call).rejects.toBe(reason);
  await vi.advanceTimersByTimeAsync(100);
  await left;
});

test.each([
  { given: "the caller's reason", leaveMs: 100, want: new RangeError("enough") },
  { given: "the error of this package", leaveMs: 60_000, want: new CallTimeoutError(300, `${BASE_URL}/`) },
])("a platform that hands a copy of the reason on to signals that follow costs nobody $given", async (row) => {
  vi.spyOn(AbortSignal, "any").mockImplementation((signals) => {
    const controller = new AbortController();
    for (const signal of signals) signal.addEventListener("abort", () => controller.abort(new DOMException("a copy")));
    return controller.signal;
  });
  const controller = new AbortController();
  const call = open({ timeoutMs: 300, fetch: () => new Promise(() => {}) })(BASE_URL, { signal: controller.signal });
  const ended = call.catch((error: unknown) => error);
  setTimeout(() => controller.abort(row.want), row.leaveMs);
  await vi.advanceTimersByTimeAsync(300);
  expect(await ended).toStrictEqual(row.want);
});

test("no more than 10 s go into a token endpoint that fails, slow as it is, and between attempts", async () => {
  const events: AuthEvent[] = [];
  const endedAt: number[] = [];
  vi.spyOn(Math, "random").mockReturnValue(0);
  const start = performance.now();
  const authFetch = open({
    retry: 9,
    onEvent: (event) => events.push(event),
    async getToken() {
      await wait(6_000);
      throw new Error("down");
    },
  });
  const call = authFetch(BASE_URL).catch(({ code }) => endedAt.push(performance.now() - start) && code);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await call).toBe("ERR_TOKEN_UNAVAILABLE");
  expect(endedAt).toEqual([12_501]);
  expect(events.filter(({ type }) => type.startsWith("call-"))).toEqual([
    { type: "call-retried", durationMs: 6_000, status: undefined, waitMs: 501 },
    { type: "call-gave-up", durationMs: 12_501, status: undefined, reason: "time" },
  ]);
});

test("events tell of each attempt when it was over, how it ended, and what follows", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const events: AuthEvent[] = [];
  const answers = [503, statuses.rejection, 429];
  const authFetch = open({
    retry: 1,
    onEvent: (event) => events.push(event),
    async fetch() {
      await wait(10);
      return new Response(null, { status: answers.shift() ?? 200 });
    },
  });
  const call = authFetch(BASE_URL);
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await call).status).toBe(429);
  expect(events.filter(({ type }) => type.startsWith("call-"))).toEqual([
    { type: "call-retried", durationMs: 10, status: 503, waitMs: 500 },
    { type: "call-replayed", durationMs: 520 },
    { type: "call-gave-up", durationMs: 530, status: 429, reason: "attempts" },
  ]);
});

test("a call whose time ends while it waits for a token speaks of no attempt", async () => {
  const events: AuthEvent[] = [];
  const authFetch = open({
    timeoutMs: 300,
    onEvent: (event) => events.push(event),
    getToken: () => new Promise(() => {}),
  });
  const call = authFetch(BASE_URL).catch(({ code }) => code);
  await vi.advanceTimersByTimeAsync(300);
  expect([await call, events]).toEqual(["ERR_CALL_TIMEOUT", []]);
});

test("an attempt that could begin no sooner than the call's time ends is not waited for", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const events: AuthEvent[] = [];
  const authFetch = open({
    timeoutMs: 500,
    onEvent: (event) => events.push(event),
    fetch: async () => new Response(null, { status: 503 }),
  });
  const call = authFetch(BASE_URL).then(({ status }) => status, String);
  await vi.advanceTimersByTimeAsync(500);
  expect(await call).toBe(503);
  expect(events.at(-1)).toEqual({ type: "call-gave-up", durationMs: 0, status: 503, reason: "time" });
});

test("a caller who leaves while an attempt is under way hears of no other, and nor does anybody else", async () => {
  const events: AuthEvent[] = [];
  const controller = new AbortController();
  const authFetch = open({ onEvent: (event) => events.push(event), fetch: () => wait(100).then(() => new Response()) });
  const call = authFetch(BASE_URL, { signal: controller.signal }).catch(String);
  await vi.advanceTimersByTimeAsync(50);
  controller.abort("enough");
  expect(await call).toBe("enough");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(events.map(({ type }) => type)).toEqual(["token-acquired"]);
});

test("an operation that rejects every token says when another is not tried", async () => {
  const events: AuthEvent[] = [];
  const fetch = async () => new Response(null, { status: statuses.rejection });
  const authFetch = open({ onEvent: (event) => events.push(event), fetch, getToken: counted() });
  for (let call = 0; call < 3; call++) await authFetch(BASE_URL);
  expect(events.filter(({ type }) => type.startsWith("call-"))).toEqual([
    { type: "call-replayed", durationMs: 0 },
    { type: "call-replayed", durationMs: 0 },
    { type: "call-gave-up", durationMs: 0, status: statuses.rejection, reason: "renewals" },
  ]);
});

test("calls whose tokens die on their way are all sent again, and nobody's token is called rejected", async () => {
  const needs: unknown[] = [];
  const issue = counted(1);
  const authFetch = open({
    getToken(need) {
      needs.push(need.rejected);
      return issue();
    },
    async fetch(_input, init) {
      const token = Number(new Headers(init?.headers).get("Authorization")?.slice("Bearer ".length));
      if (token % 2 === 0) return new Response();
      await wait(1_500);
      return new Response(null, { status: statuses.rejection });
    },
  });
  for (let round = 0; round < 5; round++) {
    const call = authFetch(BASE_URL);
    await vi.advanceTimersByTimeAsync(3_000);
    expect((await call).status).toBe(200);
  }
  expect(needs).toEqual(needs.map(() => undefined));
});

test("where timers are plain numbers, as in browsers, calls and their deadlines work too", async () => {
  const { setTimeout: set } = globalThis;
  vi.stubGlobal("setTimeout", (then: () => void, ms: number) => Number(set(then, ms)));
  const call = open({ timeoutMs: 300, fetch: async () => new Response() })(BASE_URL);
  await vi.advanceTimersByTimeAsync(300);
  expect((await call).status).toBe(200);
  const late = open({ timeoutMs: 300, fetch: () => new Promise(() => {}) })(BASE_URL).catch(({ code }) => code);
  await vi.advanceTimersByTimeAsync(300);
  expect(await late).toBe("ERR_CALL_TIMEOUT");
});

/** A source of the tokens 1, 2, … */
function counted(expires_in = 300) {
  let issued = 0;
  return async () => ({ access_token: String(++issued), expires_in });
}

function open(options: AuthOptions) {
  return createAuthFetch({ baseUrl: BASE_URL, getToken: async () => token, ...options });
}
