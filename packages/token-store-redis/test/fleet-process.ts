import { createAuthFetch } from "@m800/phone-number-auth";
import { createRedisTokenStore } from "../src/index.ts";

// One process of a fleet: calls the API again and again, and tells its parent at the end how that went.

/** What a parent tells a process. */
export interface Order {
  readonly baseUrl: string;
  readonly redisUrl: string;
  readonly username: string;
  /** Between calls, on average. */
  readonly spacingMs: number;
}

/** What a process reports. */
export interface Report {
  readonly calls: number;
  /** Statuses other than 200, and errors. */
  readonly failures: readonly string[];
  readonly slowestMs: number;
  readonly events: readonly string[];
}

process.once("message", async ({ baseUrl, redisUrl, username, spacingMs }: Order) => {
  const events: string[] = [];
  const tokenStore = createRedisTokenStore({
    url: redisUrl,
    onEvent: (event) => events.push(event.type === "sharing-failed" ? event.reason : event.type),
  });
  const call = createAuthFetch({
    baseUrl,
    credentials: { securityToken: "canary-secret", username, password: "canary-password" },
    tokenStore,
    fetch: (input, init) => {
      const headers = new Headers(input instanceof Request ? input.headers : init?.headers);
      headers.set("X-Pid", String(process.pid));
      return fetch(input, { ...init, headers });
    },
  });
  let isOver = false;
  process.once("message", () => {
    isOver = true;
  });
  process.send?.("started");
  const failures: string[] = [];
  let calls = 0;
  let slowestMs = 0;
  while (!isOver) {
    const startedAt = performance.now();
    calls++;
    try {
      const response = await call(`${baseUrl}/${encodeURIComponent(username)}`);
      if (response.status !== 200) failures.push(String(response.status));
      await response.arrayBuffer();
    } catch (error) {
      failures.push(String(error));
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, spacingMs * (0.5 + Math.random())));
  }
  const report: Report = { calls, failures, slowestMs, events };
  process.send?.(report, () => process.disconnect());
  tokenStore.close();
});
