import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { frozenApi as spec } from "../test/frozen-api.ts";
import { createMockEngine } from "./mock-engine.ts";

const NOW = Date.UTC(2026, 0, 1);
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

test.each([
  { options: { baseUrl: "/api" }, want: 'baseUrl must be an absolute URL, not "/api".' },
  { options: { tokenLifetimeSeconds: 0 }, want: "tokenLifetimeSeconds must be a whole number from 1 up, not 0." },
  { options: { tokenLifetimeSeconds: 1.5 }, want: "tokenLifetimeSeconds must be a whole number from 1 up, not 1.5." },
  { options: { seed: 1.5 }, want: "seed must be a whole number, not 1.5." },
  { options: { limits: { requests: -1 } }, want: "limits.requests must be a number from 0 up, not -1." },
  {
    options: { limits: { requestBytes: Number.NaN } },
    want: "limits.requestBytes must be a number from 0 up, not NaN.",
  },
])("refuses $options", ({ options, want }) => {
  expect(() => createMockEngine({ spec, ...options })).toThrow(new TypeError(want));
});

test("takes the least of each, and no limit", () => {
  const limits = { requests: 0, requestBytes: Number.POSITIVE_INFINITY, expiredTokens: 0 };
  expect(() => createMockEngine({ spec, tokenLifetimeSeconds: 1, seed: -1, limits })).not.toThrow();
});

test.each([
  { baseUrl: "https://api.example", want: ["https://api.example", ""] },
  { baseUrl: "https://api.example/", want: ["https://api.example", ""] },
  { baseUrl: "https://api.example/a/b//", want: ["https://api.example/a/b", "/a/b"] },
])("is at $want, given $baseUrl", ({ baseUrl, want }) => {
  const { baseUrl: at, basePath } = createMockEngine({ spec, baseUrl });
  expect([at, basePath]).toEqual(want);
});

const request = (method: string, pathname: string, headers: Record<string, string>, body = "") => ({
  method,
  pathname,
  search: "",
  headers: { "content-type": "application/json", ...headers },
  readBytes: async () => new TextEncoder().encode(body),
});
const ASKED = { authorization: "M800Auth test-security-token" };

test("is at the real time and without tokens after a reset", async () => {
  const { handle, controls } = createMockEngine({ spec });
  const ask = () => handle(request("POST", "/tokens", ASKED, '{"username":"testusername"}'));
  await ask();
  controls.clock.advance(100);
  expect(controls.tokens.issued()).toMatchObject([{ issuedAt: NOW, expiresAt: NOW + 300_000 }]);
  controls.reset();
  expect([controls.clock.now(), controls.tokens.issued(), controls.requests()]).toEqual([NOW, [], []]);
  await ask();
  expect(controls.tokens.issued()).toMatchObject([{ token: expect.stringMatching(/^mock\.1\./), issuedAt: NOW }]);
});

test("remembers as many expired tokens and requests as it is told", async () => {
  const { handle, controls } = createMockEngine({ spec, limits: { expiredTokens: 1, requests: 2 } });
  for (let count = 0; count < 3; count++)
    await handle(request("POST", "/tokens", ASKED, '{"username":"testusername"}'));
  controls.tokens.expireAll();
  expect([controls.tokens.issued().length, controls.requests().length]).toEqual([1, 2]);
});

test("meets other requests by another seed, and signs no answer of another API", async () => {
  const meets = async (seed: number) => {
    const { handle, controls, signature } = createMockEngine({ spec, seed });
    expect(signature).toEqual({});
    controls.faults.add({ kind: "status", status: 503, rate: 0.5 });
    const statuses: number[] = [];
    for (let count = 0; count < 40; count++) statuses.push((await handle(request("GET", "/things", {}))).status);
    return statuses;
  };
  expect(await meets(1)).not.toEqual(await meets(2));
});

test.each([
  { body: { username: "testusername", password: "no" }, authorization: undefined, want: "The password is wrong." },
  { body: { username: "other" }, authorization: undefined, want: "The security token is not this username's." },
  { body: { username: "testusername" }, authorization: "M800Auth no", want: "The security token is unknown." },
])("refuses a token: $want", async ({ body, authorization = ASKED.authorization, want }) => {
  const { handle } = createMockEngine({ spec });
  const reply = await handle(request("POST", "/tokens", { authorization }, JSON.stringify(body)));
  expect([reply.status, reply.refusal]).toEqual([401, want]);
});
