import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAuthFetch } from "../../src/create-auth-fetch.ts";
import { createSimulatedGateway } from "../simulated-gateway.ts";
import { IS_WHOLE } from "./fleet.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECONDS = IS_WHOLE ? 3_600 : 400;

/** Share of visible rejections, and the cost, of a call every 50 ms, if the API knows each new token only after a while. */
async function measure(lagMs: number, lifetimeSeconds: number, isOldRevoked: boolean) {
  const gateway = createSimulatedGateway();
  Object.assign(gateway, { lifetimeSeconds, isOldRevoked });
  const authFetch = createAuthFetch({
    baseUrl: "https://g.example",
    credentials: { securityToken: "s", username: "u" },
    fetch: gateway.fetch,
  });
  const call = async () => (await authFetch("https://g.example/countries")).status;
  const first = call();
  await vi.advanceTimersByTimeAsync(50);
  await first;
  gateway.lagMs = lagMs;
  const calls: Promise<number>[] = [];
  for (let index = 0; index < SECONDS * 20; index++) {
    calls.push(call());
    await vi.advanceTimersByTimeAsync(50);
  }
  const statuses = await Promise.all(calls);
  const lives = SECONDS / lifetimeSeconds;
  return {
    refused: statuses.filter((status) => status !== 200).length / statuses.length,
    tokenRequestsPerLife: gateway.tokenRequests / lives,
    sentTwice: gateway.calls.length - 1 - statuses.length,
  };
}

test.each([5, 30, 300].flatMap((lifetimeSeconds) => [0, 100, 500].map((lagMs) => ({ lifetimeSeconds, lagMs }))))(
  "a refreshed token of $lifetimeSeconds s that is unknown for $lagMs ms shows no rejection, and costs nothing",
  async ({ lifetimeSeconds, lagMs }) => {
    const { refused, tokenRequestsPerLife, sentTwice } = await measure(lagMs, lifetimeSeconds, false);
    expect([refused, sentTwice]).toEqual([0, 0]);
    expect(tokenRequestsPerLife).toBeLessThan(3);
  },
  600_000,
);

test("an API that ends the old token when it issues a new one shows no rejection either, for one more token request a life", async () => {
  const { refused, tokenRequestsPerLife } = await measure(0, 30, true);
  expect(refused).toBe(0);
  expect(tokenRequestsPerLife).toBeLessThan(4);
}, 600_000);
