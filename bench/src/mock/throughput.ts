import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import autocannon from "autocannon";
import type { StartedServer } from "./start-server.ts";

const SECONDS = 2;
const ROUNDS = 5;
const CREDENTIALS = { Authorization: "M800Auth test-security-token", "Content-Type": "application/json" };
const BODY = JSON.stringify({ username: "testusername" });

/** Requests per second and slowest hundredth of each server in turn, for both operations, on 10 and 50 connections. */
export async function benchThroughput(servers: Record<string, StartedServer>): Promise<void> {
  for (const connections of [10, 50]) {
    for (const { operation, request } of [
      { operation: listOperation, request: listRequest },
      { operation: tokenOperation, request: tokenRequest },
    ]) {
      const figures = new Map(Object.keys(servers).map((name) => [name, [] as { rate: number; p99: number }[]]));
      for (let round = 0; round <= ROUNDS; round++) {
        for (const [name, { baseUrl }] of Object.entries(servers)) {
          const result = await autocannon({ ...(await request(baseUrl)), connections, duration: SECONDS });
          if (result.non2xx > 0 || result.errors > 0)
            throw new Error(`${name} answered ${result.non2xx} calls wrongly.`);
          if (round > 0) figures.get(name)?.push({ rate: result.requests.average, p99: result.latency.p99 });
        }
      }
      console.log(
        `\n${operation.method} ${operation.path} over HTTP, ${connections} connections (medians of ${ROUNDS} rounds)`,
      );
      const floor = median([...figures.values()][0]?.map(({ rate }) => rate) ?? []);
      for (const [name, rounds] of figures) {
        const rate = median(rounds.map(({ rate }) => rate));
        const p99 = median(rounds.map(({ p99 }) => p99));
        console.log(`  ${name.padEnd(44)} ${Math.round(rate)} req/s  × ${(rate / floor).toFixed(2)}  p99 ${p99} ms`);
      }
    }
  }
}

/** What autocannon sends for a token. */
export function tokenRequest(baseUrl: string): {
  readonly url: string;
  readonly method: typeof tokenOperation.method;
  readonly headers: typeof CREDENTIALS;
  readonly body: string;
} {
  const { method, path } = tokenOperation;
  return { url: `${baseUrl}${path}`, method, headers: CREDENTIALS, body: BODY };
}

async function listRequest(baseUrl: string) {
  const { url, ...init } = tokenRequest(baseUrl);
  const { access_token: token } = await (await fetch(url, init)).json();
  return { url: `${baseUrl}${listOperation.path}`, headers: { Authorization: `Bearer ${token}` } };
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}
