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
