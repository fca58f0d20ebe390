import { listOperation } from "@m800/phone-number-openapi/operations";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { createAuthFetch } from "../src/create-auth-fetch.ts";
import { shareToken } from "../src/shared-token-store/share-token.ts";
import { fromStored, toStored } from "../src/timed-token.ts";
import type { TokenStore } from "../src/token-store.ts";
import { createModelBackend, glassSeals } from "./model-shared-token.ts";
import { statuses } from "./statuses.ts";

const LIFETIME_MS = 2_000;
/** The lead time at its longest: see `leadTimeMs`. */
const LEAD_MS = 0.2 * LIFETIME_MS;
const BASE_URL = "https://api.example";
const now = () => ({ wall: Date.now(), monotonic: performance.now() });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

/** Processes that share tokens, and a gateway: every way to the API and back takes as long as `tripMs` says. */
function setUp(tripMs: () => number) {
  const backend = createModelBackend();
  const issuedAt: number[] = [];
  const sentDead: string[] = [];
  const isDead = (token: string) => performance.now() - (issuedAt[Number(token)] ?? 0) >= LIFETIME_MS;
  let locks = 0;
  const tokenStore: TokenStore = {
    async obtain(_owner, replaces, acquire, reason = "none") {
      const timed = await shareToken({
        replaces,
        reason,
        acquire: async () => fromStored(await acquire(), now()),
        shared: backend.connect(),
        ...glassSeals,
        now,
        random: Math.random,
        sleep,
        newLock: () => `lock${++locks}`,
        onUnreadable() {},
        onTrouble() {},
      });
      return toStored(timed, now());
    },
  };
  async function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    if (init?.method === "POST") {
      await sleep(20);
      const token = String(issuedAt.push(performance.now()) - 1);
      await sleep(20);
      return Response.json({ access_token: token, expires_in: LIFETIME_MS / 1000 });
    }
    const token = new Request(input, init).headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    if (isDead(token)) sentDead.push(token);
    const way = tripMs();
    await sleep(way);
    const status = isDead(token) ? statuses.rejection : 200;
    await sleep(1);
    return new Response(null, { status });
  }
  function start() {
    const credentials = { securityToken: "s", username: "tenant" };
    const send = createAuthFetch({ baseUrl: BASE_URL, credentials, tokenStore, fetch: answer });
    return async () => {
      const startedAt = performance.now();
      const { status } = await send(`${BASE_URL}${listOperation.path}`);
      return { status, tookMs: performance.now() - startedAt };
    };
  }
  return { start, sentDead, issuedAt };
}

test("a call whose two trips each outlast a token sees a rejection, though both tokens were sent alive", async () => {
  const { start, sentDead, issuedAt } = setUp(() => LIFETIME_MS + 100);
  const calling = start()();
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await calling).status).toBe(statuses.rejection);
  expect(issuedAt).toHaveLength(2);
  expect(sentDead).toEqual([]);
});

test("a token that dies on a call's way does not take its successor with it", async () => {
  let tripMs = 10;
  const { start, issuedAt } = setUp(() => tripMs);
  const call = start();
  const first = call();
  await vi.advanceTimersByTimeAsync(LIFETIME_MS - 200);
  expect((await first).status).toBe(200);
  tripMs = 400;
  const second = call();
  await vi.advanceTimersByTimeAsync(2 * tripMs + 100);
  expect((await second).status).toBe(200);
  expect(issuedAt).toHaveLength(2);
});

test("no dead token is sent, and no call sees a rejection sooner than a token's life without its lead time", async () => {
  const trip = fc.oneof({ weight: 3, arbitrary: fc.nat(100) }, fc.nat(2_500));
  let lostTwice = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(trip, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(600), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (trips, spacings, jitter) => {
        vi.spyOn(Math, "random").mockImplementation(() => jitter.next().value);
        let made = 0;
        const { start, sentDead } = setUp(() => trips[made++ % trips.length] ?? 0);
        const fleet = spacings.map(async (spacingMs) => {
          const call = start();
          const outcomes: Awaited<ReturnType<typeof call>>[] = [];
          for (let count = 0; count < 20; count++) {
            outcomes.push(await call());
            await sleep(spacingMs);
          }
          return outcomes;
        });
        await vi.advanceTimersByTimeAsync(200_000);
        for (const { status, tookMs } of (await Promise.all(fleet)).flat()) {
          if (status === 200) continue;
          lostTwice++;
          expect(status).toBe(statuses.rejection);
          // A life is counted from when its token was wanted: some trips to the backend and half a token request before its issue.
          expect(tookMs).toBeGreaterThanOrEqual(LIFETIME_MS - LEAD_MS - 100);
        }
        expect(sentDead).toEqual([]);
      },
    ),
    { seed: 800, numRuns: 100 },
  );
  expect(lostTwice).toBeGreaterThan(0);
});
