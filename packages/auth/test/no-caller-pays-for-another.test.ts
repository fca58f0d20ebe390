import { contract } from "@m800/phone-number-client";
import createClient from "openapi-fetch";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AuthOptions } from "../src/auth-options.ts";
import { createAuthFetch } from "../src/create-auth-fetch.ts";
import { createAuthMiddleware } from "../src/create-auth-middleware.ts";
import { createMemoryTokenStore } from "../src/create-memory-token-store.ts";
import { createTokenHandler } from "../src/create-token-handler.ts";
import { createSimulatedGateway, type SimulatedGateway } from "./simulated-gateway.ts";
import { statuses } from "./statuses.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_795_687_200_000 });
  // A store keys what it keeps by a digest, whose threads know nothing of virtual time.
  vi.spyOn(crypto.subtle, "sign").mockResolvedValue(new ArrayBuffer(32));
  vi.spyOn(crypto.subtle, "importKey").mockResolvedValue({} as CryptoKey);
});
afterEach(() => void vi.useRealTimers());

const BASE_URL = "https://g.example";
const credentials = { securityToken: "s", username: "u" };

type Door = (gateway: SimulatedGateway, options?: AuthOptions) => (path: string, init?: RequestInit) => Promise<number>;

const throughFetch: Door = (gateway, options) => {
  const authFetch = createAuthFetch({ baseUrl: BASE_URL, credentials, fetch: gateway.fetch, ...options });
  return async (path, init) => (await authFetch(BASE_URL + path, init)).status;
};

/** As an app's own source would be asked, which knows the gateway. */
const getTokenOf = (gateway: SimulatedGateway) => async () => {
  const response = await gateway.fetch(`${BASE_URL}/token`, { method: "POST" });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return response.json();
};

const DOORS: Record<string, Door> = {
  createAuthFetch: throughFetch,
  "createAuthFetch with a store": (gateway, options) =>
    throughFetch(gateway, { tokenStore: createMemoryTokenStore(), ...options }),
  "createAuthFetch with getToken": (gateway, options) =>
    throughFetch(gateway, { credentials: undefined, getToken: getTokenOf(gateway), ...options }),
  createAuthMiddleware(gateway, options) {
    const client = createClient<Record<string, { get: Record<string, unknown> }>>({
      baseUrl: BASE_URL,
      fetch: gateway.fetch,
    });
    client.use(createAuthMiddleware({ baseUrl: BASE_URL, credentials, fetch: gateway.fetch, ...options }));
    return async (path, init) =>
      (await client.GET(path, { body: undefined, signal: init?.signal ?? null })).response.status;
  },
};

const doors = Object.entries(DOORS).map(([door, open]) => ({ door, open }));

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Lets the time pass that a call takes. */
async function outcomeOf<T>(call: Promise<T>, ms = 100): Promise<T> {
  await wait(ms);
  return call;
}

test.each(doors)("nine callers who leave, one after the other, cost the tenth nothing: $door", async ({ open }) => {
  const gateway = createSimulatedGateway();
  gateway.tokenDelayMs = 300;
  const call = open(gateway);
  const start = performance.now();
  let controller = new AbortController();
  const left: Promise<unknown>[] = [];
  for (let key = 0; key < 9; key++) {
    controller = new AbortController();
    left.push(call("/countries", { signal: controller.signal }).catch(String));
    await wait(120);
    controller.abort(new Error("typed on"));
  }
  expect(await Promise.all(left.slice(0, 2))).toEqual(["Error: typed on", "Error: typed on"]);
  expect(await outcomeOf(call("/countries"))).toBe(200);
  expect(performance.now() - start).toBeLessThan(9 * 120 + 200);
  expect(gateway.tokenRequests).toBe(1);
});

test.each(doors)(
  "calls with less time than the token endpoint takes: all but the first succeed: $door",
  async ({ open }) => {
    const gateway = createSimulatedGateway();
    gateway.tokenDelayMs = 300;
    const call = open(gateway, { timeoutMs: 250 });
    const outcomes: unknown[] = [];
    for (let time = 0; time < 20; time++) {
      const outcome = call("/countries").catch(({ code }) => code);
      await wait(260);
      outcomes.push(await outcome);
    }
    expect(outcomes).toEqual(["ERR_CALL_TIMEOUT", ...Array.from({ length: 19 }, () => 200)]);
    expect(gateway.tokenRequests).toBe(1);
  },
);

test("visitors who close their pages cost the next visitor nothing", async () => {
  const gateway = createSimulatedGateway();
  gateway.tokenDelayMs = 400;
  const handle = createTokenHandler({ baseUrl: BASE_URL, credentials, fetch: gateway.fetch, authorize: () => true });
  const visit = (signal?: AbortSignal) =>
    handle(new Request("https://app.example/api/token", { signal: signal ?? null }));
  for (let visitor = 0; visitor < 8; visitor++) {
    const controller = new AbortController();
    const left = visit(controller.signal).catch(() => undefined);
    await wait(150);
    controller.abort();
    await left;
  }
  const stays = visit();
  await wait(1);
  expect((await stays).status).toBe(200);
  expect(gateway.tokenRequests).toBe(1);
});

test.each([
  { given: "never answers", status: undefined, tokenDelayMs: 2 ** 30 },
  { given: "answers 503", status: 503, tokenDelayMs: 10 },
])(
  "300 callers in a minute who each leave an endpoint that $given cost a bounded number of token requests",
  async ({ status, tokenDelayMs }) => {
    const gateway = createSimulatedGateway();
    Object.assign(gateway, { tokenStatus: status, tokenDelayMs });
    const call = throughFetch(gateway);
    const left: Promise<unknown>[] = [];
    for (let caller = 0; caller < 300; caller++) {
      const controller = new AbortController();
      left.push(call("/countries", { signal: controller.signal }).catch((error: unknown) => error));
      await wait(200);
      controller.abort(new Error("left"));
    }
    expect(gateway.tokenRequests).toBeLessThanOrEqual(15);
    await wait(60_000);
    expect(await Promise.all(left)).toHaveLength(300);
  },
);

test.each(doors)(
  "an operation that always rejects exposes no revocation to others, at a bounded cost: $door",
  async ({ open }) => {
    const gateway = createSimulatedGateway();
    const call = open(gateway);
    const seen: number[] = [];
    for (let second = 0; second < 600; second++) {
      if (second % 97 === 96) gateway.revokeAll();
      const forbidden = second % 5 === 0 ? call("/forbidden") : undefined;
      const other = call("/countries");
      await wait(1_000);
      seen.push(await other);
      if (forbidden) expect(await forbidden).toBe(statuses.rejection);
    }
    expect(seen.filter((status) => status !== 200)).toEqual([]);
    expect(gateway.tokenRequests).toBeLessThanOrEqual(50);
  },
);

test("nor to an operation that is called for the first time, nor at ever new paths that reject", async () => {
  const gateway = createSimulatedGateway();
  const call = throughFetch(gateway);
  for (let second = 0; second < 120; second++) {
    await outcomeOf(call("/forbidden"));
    await outcomeOf(call("/countries"));
    await wait(800);
  }
  const before = gateway.tokenRequests;
  gateway.revokeAll();
  expect(await outcomeOf(call("/numbers"))).toBe(200);
  for (let index = 0; index < 300; index++) {
    expect(await outcomeOf(call(`/forbidden/${index}`))).toBe(statuses.rejection);
    if (index % 50 === 49) gateway.revokeAll();
    expect(await outcomeOf(call("/countries"))).toBe(200);
  }
  expect(gateway.tokenRequests - before).toBeLessThanOrEqual(20);
});

test.each(doors)(
  "an API that rejects all costs ever fewer token requests, and is well again soon: $door",
  async ({ open }) => {
    const gateway = createSimulatedGateway();
    const call = open(gateway);
    for (let path = 0; path < 10; path++) expect(await outcomeOf(call(`/path/${path}`))).toBe(200);
    gateway.isDeaf = true;
    const before = gateway.tokenRequests;
    for (let index = 0; index < 1_200; index++)
      expect(await outcomeOf(call(`/path/${index % 10}`))).toBe(statuses.rejection);
    expect(gateway.tokenRequests - before).toBeLessThanOrEqual(20);
    gateway.revokeAll();
    gateway.isDeaf = false;
    await wait(35_000);
    expect(await outcomeOf(call("/path/0"))).toBe(200);
  },
);

test.each(doors)("a revocation just after a refresh is repaired: $door", async ({ open }) => {
  for (const afterMs of [0, 500, 1_000, 2_000]) {
    const gateway = createSimulatedGateway();
    const call = open(gateway);
    const seen = new Set<number>();
    let revokedAt: number | undefined;
    for (let time = 0; time < 400; time++) {
      seen.add(await outcomeOf(call("/countries")));
      await wait(time > 250 && time < 320 ? 400 : 900);
      if (gateway.tokenRequests === 2 && revokedAt === undefined) {
        revokedAt = time;
        await wait(afterMs);
        gateway.revokeAll();
      }
    }
    expect(revokedAt).toBeGreaterThan(0);
    expect([...seen]).toEqual([200]);
  }
});

test.each(doors)("a source that hands the rejected token out again is asked again: $door", async ({ open }) => {
  for (const repeats of [1, 2]) {
    const gateway = createSimulatedGateway();
    const call = open(gateway);
    expect(await outcomeOf(call("/countries"))).toBe(200);
    gateway.revokeAll();
    gateway.repeats = repeats;
    expect(await outcomeOf(call("/countries"))).toBe(200);
    expect(gateway.tokenRequests).toBe(2 + repeats);
  }
});

test.each(doors)("a source that knows no other token than the rejected one is not stormed: $door", async ({ open }) => {
  const gateway = createSimulatedGateway();
  const call = open(gateway);
  expect(await outcomeOf(call("/countries"))).toBe(200);
  gateway.revokeAll();
  gateway.repeats = Number.POSITIVE_INFINITY;
  const before = gateway.calls.length;
  for (let time = 0; time < 600; time++) expect(await outcomeOf(call("/countries"))).toBe(statuses.rejection);
  expect(gateway.tokenRequests).toBeLessThanOrEqual(60);
  expect(gateway.calls.length - before).toBeLessThanOrEqual(2 * 600);
});

test("a source that repeats its token for a call that is always rejected costs the others nothing", async () => {
  const gateway = createSimulatedGateway();
  const call = throughFetch(gateway);
  expect(await outcomeOf(call("/countries"))).toBe(200);
  gateway.repeats = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 50; time++) {
    expect(await outcomeOf(call("/forbidden"))).toBe(statuses.rejection);
    expect(await outcomeOf(call("/countries"))).toBe(200);
  }
});

test.each(
  doors.flatMap(({ door, open }) =>
    [...contract.token.refusals, 503].map((tokenStatus) => ({ door, open, tokenStatus })),
  ),
)(
  "an endpoint that answers $tokenStatus during a refresh, and recovers before the token dies, costs no call: $door",
  async ({ open, tokenStatus }) => {
    for (const downForMs of [1_000, 10_000, 20_000]) {
      const gateway = createSimulatedGateway();
      const call = open(gateway, { retry: false });
      const seen = new Set<number>();
      let downAt: number | undefined;
      for (let second = 0; second < 400; second++) {
        if (second === 265) gateway.tokenStatus = tokenStatus;
        if (gateway.tokenRequests > 1) downAt ??= performance.now();
        if (downAt !== undefined && performance.now() - downAt >= downForMs) gateway.tokenStatus = undefined;
        seen.add(await outcomeOf(call("/countries")));
        await wait(900);
      }
      expect(gateway.tokenRequests).toBeGreaterThan(2);
      expect([...seen]).toEqual([200]);
    }
  },
);

test.each(doors.slice(0, 2))(
  "credentials that are dead serve their token to its end, and are not hammered: $door",
  async ({ open }) => {
    const gateway = createSimulatedGateway();
    const call = open(gateway);
    const outcomes: unknown[] = [];
    for (let second = 0; second < 900; second++) {
      if (second === 100) gateway.tokenStatus = statuses.refusal;
      const outcome = call("/countries").catch(({ code }) => code);
      await wait(1_000);
      outcomes.push(await outcome);
    }
    expect(outcomes.indexOf("ERR_CREDENTIALS_REJECTED")).toBeGreaterThanOrEqual(299);
    expect(new Set(outcomes.slice(301))).toEqual(new Set(["ERR_CREDENTIALS_REJECTED"]));
    expect(gateway.tokenRequests).toBeLessThanOrEqual(30);
  },
);

test.each(doors.slice(0, 2))(
  "credentials that never worked are asked for once in a minute: $door",
  async ({ open }) => {
    const gateway = createSimulatedGateway();
    gateway.tokenStatus = statuses.refusal;
    const call = open(gateway);
    for (let second = 0; second < 55; second++) {
      await expect(outcomeOf(call("/countries").catch(({ code }) => code))).resolves.toBe("ERR_CREDENTIALS_REJECTED");
      await wait(900);
    }
    expect(gateway.tokenRequests).toBeLessThanOrEqual(2);
  },
);

test.each(doors)("a client outlives fake timers: $door", async ({ open }) => {
  vi.useRealTimers();
  const answers = [503, 200];
  const gateway: SimulatedGateway = {
    ...createSimulatedGateway(),
    async fetch(input, init) {
      const isCall = new Request(input, init).headers.get("Authorization")?.startsWith("Bearer ");
      if (isCall) return new Response(null, { status: 200 });
      const status = answers.shift() ?? 200;
      return status === 200
        ? Response.json({ access_token: "t", expires_in: 300 })
        : new Response(null, { status, headers: { "Retry-After": "60" } });
    },
  };
  const call = open(gateway, { retry: false });
  await expect(call("/countries")).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE" });
  vi.useFakeTimers();
  expect(performance.now()).toBeLessThan(1);
  expect(await call("/countries")).toBe(200);
});
