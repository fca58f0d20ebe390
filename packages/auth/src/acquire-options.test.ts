import { contract } from "@m800/phone-number-client";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test, vi } from "vitest";
import { statuses } from "../test/statuses.ts";
import type { AuthOptions } from "./auth-options.ts";
import { createAuthFetch } from "./create-auth-fetch.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import type { Credentials } from "./credentials.ts";

const BASE_URL = "https://g.example/prefix";

/** A gateway that knows one security token, and takes these statuses for its answers. */
function setUp(options: AuthOptions, { refusal = statuses.refusal, rejection = statuses.rejection } = {}) {
  const gateway = { secret: "new", urls: [] as string[], secrets: [] as string[], isRevoked: false };
  let issued = 0;
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    retry: false,
    async fetch(input, init) {
      const request = new Request(input, init);
      const [scheme, value = ""] = (request.headers.get("Authorization") ?? "").split(" ");
      gateway.urls.push(request.url);
      if (scheme === "Bearer") {
        return new Response(null, { status: gateway.isRevoked && value === "t1" ? rejection : 200 });
      }
      gateway.secrets.push(value);
      if (value !== gateway.secret) return new Response(null, { status: refusal });
      return Response.json({ access_token: `t${++issued}`, expires_in: 300 });
    },
    ...options,
  });
  const call = async () => (await authFetch(`${BASE_URL}${listOperation.path}`)).status;
  return { gateway, call };
}

const ann = (securityToken: string): Credentials => ({ securityToken, username: "ann" });

test.each([undefined, createMemoryTokenStore()])(
  "credentials that were replaced after a refusal are taken at once",
  async (tokenStore) => {
    const given = [ann("old"), ann("new")];
    const { gateway, call } = setUp({ credentials: async () => given.shift() ?? ann("new"), tokenStore });
    expect(await call()).toBe(200);
    expect(gateway.secrets).toEqual(["old", "new"]);
  },
);

test("the same credentials are not tried twice", async () => {
  let asked = 0;
  const { gateway, call } = setUp({
    credentials: () => {
      asked++;
      return ann("old");
    },
  });
  await expect(call()).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED" });
  expect([asked, gateway.secrets]).toEqual([2, ["old"]]);
});

test.each([
  { given: "nothing", returned: undefined },
  { given: "no username", returned: { securityToken: "s" } },
  { given: "a token that fits into no header", returned: { securityToken: "s\n", username: "ann" } },
])("a function that returns $given fails the call with what is wrong", async ({ returned }) => {
  const { call } = setUp({ credentials: () => returned as Credentials });
  await expect(call()).rejects.toMatchObject({ code: "ERR_CONFIGURATION" });
});

test("what the function throws is the cause", async () => {
  const cause = new Error("the vault is sealed");
  const { call } = setUp({ credentials: () => Promise.reject(cause) });
  await expect(call()).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", cause });
});

test("the token's path is the description's, or the option's", async () => {
  for (const tokenPath of [undefined, "/oauth/v2/issue"]) {
    const { gateway, call } = setUp({ credentials: ann("new"), tokenPath });
    await call();
    expect(gateway.urls[0]).toBe(BASE_URL + (tokenPath ?? contract.token.path));
  }
});

test.each(["token", "https://other.example/token", "", "/a b", "/a#b"])(
  "a tokenPath of '%s' is refused",
  (tokenPath) => {
    expect(() => setUp({ credentials: ann("new"), tokenPath })).toThrow('tokenPath must start with "/"');
  },
);

test("the statuses that mean a rejected token can be set, and then others are the caller's", async () => {
  for (const { rejectionStatuses, rejection, want } of [
    { rejectionStatuses: undefined, rejection: statuses.rejection, want: 200 },
    { rejectionStatuses: [498], rejection: 498, want: 200 },
    { rejectionStatuses: [498], rejection: statuses.rejection, want: statuses.rejection },
    { rejectionStatuses: undefined, rejection: 498, want: 498 },
  ]) {
    const { gateway, call } = setUp({ credentials: ann("new"), rejectionStatuses }, { rejection });
    await call();
    gateway.isRevoked = true;
    expect(await call()).toBe(want);
  }
});

test("statuses that are no list of numbers are refused", () => {
  for (const rejectionStatuses of [401, ["401"], [401, "403"]]) {
    expect(() => setUp({ credentials: ann("new"), rejectionStatuses: rejectionStatuses as never })).toThrow("[401]");
  }
});

test("a wrong path is asked for once a call, however often it may try again", async () => {
  const { gateway, call } = setUp({ credentials: ann("old"), retry: 2 }, { refusal: 404 });
  await expect(call()).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", status: 404 });
  expect(gateway.secrets).toHaveLength(1);
});

test("a store is told whose token is wanted, which it replaces, and why", async () => {
  const wishes: unknown[] = [];
  const { gateway, call } = setUp({
    credentials: ann("new"),
    tokenStore: {
      obtain(owner, replaces, acquire, reason) {
        wishes.push({ owner, replaces, reason });
        return acquire();
      },
    },
  });
  await call();
  gateway.isRevoked = true;
  expect(await call()).toBe(200);
  const owner = { baseUrl: BASE_URL, credentials: { ...ann("new"), password: undefined } };
  expect(wishes).toEqual([
    { owner, replaces: undefined, reason: "none" },
    { owner, replaces: "t1", reason: "rejected" },
  ]);
});

test.each([
  { given: "what is no token", stored: { token: "a b" }, want: "ERR_INVALID_TOKEN_RESPONSE" },
  { given: "a life that is none", stored: { lifetimeMs: Number.NaN }, want: "ERR_INVALID_TOKEN_RESPONSE" },
  { given: "a dead token", stored: { ageMs: 5_000 }, want: "ERR_INVALID_TOKEN_RESPONSE" },
  { given: "a token that is soon dead", stored: { ageMs: 4_000 }, want: 1_000 },
  { given: "a token from the future", stored: { ageMs: -60_000 }, want: 5_000 },
])("of a store that hands out $given comes $want", async ({ stored, want }) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let looks = 0;
  const { call } = setUp({
    credentials: ann("new"),
    tokenStore: {
      async obtain() {
        if (++looks > 1) throw new Error("no other");
        return { token: "t1", lifetimeMs: 5_000, ageMs: 0, ...stored };
      },
    },
  });
  const start = performance.now();
  let code: unknown;
  while (code === undefined) {
    await call().catch((error) => {
      code = error.code;
    });
    await vi.advanceTimersByTimeAsync(100);
  }
  const livedMs = performance.now() - start - 100;
  expect(livedMs || code).toBe(want);
});

test("a token request that a store began ends after 10 s, and keeps no timer when it ends before", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const errors: unknown[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  const { call } = setUp({
    credentials: ann("new"),
    fetch(_input, init) {
      signals.push(init?.signal);
      if (signals.length > 1) return Promise.reject(new Error("down"));
      return new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    },
    tokenStore: {
      async obtain(_owner, _replaces, acquire) {
        return acquire().catch((error) => {
          errors.push(error);
          throw error;
        });
      },
    },
  });
  const first = expect(call()).rejects.toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(signals[0]?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await first;
  expect(signals[0]?.reason).toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  expect(errors).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(call()).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE" });
  expect(vi.getTimerCount()).toBe(0);
});

test("getToken is told which token was rejected, and of no other that it replaces", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const needs: unknown[] = [];
  const { gateway, call } = setUp({
    async getToken({ rejected }) {
      return { access_token: `t${needs.push(rejected)}`, expires_in: 300 };
    },
  });
  await call();
  gateway.isRevoked = true;
  expect(await call()).toBe(200);
  await vi.advanceTimersByTimeAsync(280_000);
  await call();
  await vi.advanceTimersByTimeAsync(300_000);
  await call();
  expect(needs).toEqual([undefined, "t1", undefined, undefined]);
});
