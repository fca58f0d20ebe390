import { createAuthFetch, type StoredToken, type TokenStore } from "@m800/phone-number-auth";
import { createRedisTokenStore } from "../src/index.ts";

// One process of a fleet: calls the API again and again, and tells its parent at the end how that went.

/** Half a token's life. What takes longer may lose two: `lost-tokens.test.ts` of the auth package tells why. */
const MAY_LOSE_TWO_MS = 1_000;

/** What a parent tells a process. */
export interface Order {
  readonly baseUrl: string;
  readonly redisUrl: string;
  readonly username: string;
  /** Between calls, on average. */
  readonly spacingMs: number;
}

export interface Span {
  readonly atMs: number;
  readonly forMs: number;
}

/** How often a process looks whether it stood still, and what is too short to tell. */
const LOOK_MS = 100;
const SHORTEST_STALL_MS = 20;

/** What a process reports. */
export interface Report {
  readonly calls: number;
  /** Statuses other than 200, and errors, but for those of calls that lost two tokens. */
  readonly failures: readonly string[];
  /** When the calls that failed were made, since the order came. */
  readonly failedAtMs: readonly number[];
  /** Slow calls answered with 401 because two tokens died on their way, one after the other: both were sent alive. */
  readonly lostTwice: number;
  /** Calls whose token died on its way. */
  readonly lostOnce: number;
  readonly slowestMs: number;
  /** What the store was asked for: when, since the order came, and how long it took. */
  readonly waits: readonly Span[];
  /** When the process stood still, for want of a processor or at work of its own. */
  readonly stalls: readonly Span[];
  readonly events: readonly string[];
}

process.once("message", async ({ baseUrl, redisUrl, username, spacingMs }: Order) => {
  const events: string[] = [];
  const tokenStore = createRedisTokenStore({
    url: redisUrl,
    onEvent: (event) => events.push(event.type === "sharing-failed" ? event.reason : event.type),
  });
  let held: { readonly stored: StoredToken; readonly since: number } | undefined;
  let wantedAt = 0;
  let readMs = 0;
  const orderedAt = performance.now();
  const waits: Span[] = [];
  const stalls: Span[] = [];
  let lookedAt = orderedAt;
  setInterval(() => {
    const forMs = performance.now() - lookedAt - LOOK_MS;
    lookedAt = performance.now();
    if (forMs > SHORTEST_STALL_MS) stalls.push({ atMs: lookedAt - forMs - orderedAt, forMs });
  }, LOOK_MS).unref();
  const watchedStore: TokenStore = {
    async obtain(...wish) {
      wantedAt = Date.now();
      const since = performance.now();
      const stored = await tokenStore.obtain(...wish);
      waits.push({ atMs: since - orderedAt, forMs: performance.now() - since });
      held = { stored, since: performance.now() };
      readMs = Date.now() - wantedAt;
      return stored;
    },
  };
  const leftMs = (token: typeof held) =>
    token ? token.stored.lifetimeMs - token.stored.ageMs - (performance.now() - token.since) : 0;
  /** Of each attempt of the call under way: what was left of its token when it was sent, and when it was answered. */
  let attempts: { readonly sentMs: number; readonly answeredMs: number }[] = [];
  const call = createAuthFetch({
    baseUrl,
    credentials: { securityToken: "canary-secret", username, password: "canary-password" },
    tokenStore: watchedStore,
    async fetch(input, init) {
      const headers = new Headers(input instanceof Request ? input.headers : init?.headers);
      const isTokenRequest = !headers.has("Authorization");
      headers.set("X-Pid", String(process.pid));
      if (isTokenRequest) {
        headers.set("X-Wanted-At", String(wantedAt));
        headers.set("X-Read-Ms", String(Math.max(readMs, Date.now() - wantedAt)));
      }
      const sent = held;
      const sentMs = leftMs(sent);
      const response = await fetch(input, { ...init, headers });
      if (!isTokenRequest) attempts.push({ sentMs, answeredMs: leftMs(sent) });
      return response;
    },
  });
  let isOver = false;
  process.once("message", () => {
    isOver = true;
  });
  process.send?.("started");
  const failures: string[] = [];
  const failedAtMs: number[] = [];
  let calls = 0;
  let slowestMs = 0;
  let lostOnce = 0;
  let lostTwice = 0;
  while (!isOver) {
    const startedAt = performance.now();
    calls++;
    attempts = [];
    try {
      const response = await call(`${baseUrl}/${encodeURIComponent(username)}`);
      const lost = attempts.filter(({ sentMs, answeredMs }) => sentMs > 0 && answeredMs <= 0).length;
      if (response.status === 200) lostOnce += attempts.length - 1;
      else if (response.status === 401 && lost === 2 && performance.now() - startedAt > MAY_LOSE_TWO_MS) lostTwice++;
      else failures.push(`${response.status} ${JSON.stringify(attempts)}`);
      await response.arrayBuffer();
    } catch (error) {
      failures.push(String(error));
    }
    if (failures.length > failedAtMs.length) failedAtMs.push(startedAt - orderedAt);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, spacingMs * (0.5 + Math.random())));
  }
  const report: Report = { calls, failures, failedAtMs, lostOnce, lostTwice, slowestMs, waits, stalls, events };
  process.send?.(report, () => process.disconnect());
  tokenStore.close();
});
process.send?.("loaded");
