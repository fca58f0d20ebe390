import { setTimeout as sleep } from "node:timers/promises";
import { answer, bearerOf, type Gateway } from "./gateway.ts";
import type { Call } from "./peers.ts";

/** One way for things to go wrong: what is counted then, and what it should come to. */
export interface Row {
  readonly failure: string;
  readonly counted: string;
  readonly want: string;
  /** What it came to. */
  run(call: Call, gateway: Gateway): Promise<string>;
}

/** What calls came to, each a status or the word "failed". */
async function outcomesOf(calls: readonly Promise<number>[]): Promise<(number | "failed")[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((result) => (result.status === "fulfilled" ? result.value : "failed"));
}

const times = (count: number, call: () => Promise<number>) => Array.from({ length: count }, call);
const failuresAmong = (outcomes: readonly (number | "failed")[]) =>
  outcomes.filter((outcome) => outcome !== 200).length;

export const rows: readonly Row[] = [
  {
    failure: "cold start",
    counted: "token requests for 1,000 callers at once",
    want: "1",
    async run(call, { counts }) {
      await outcomesOf(times(1_000, () => call()));
      return `${counts.tokens}`;
    },
  },
  {
    failure: "a lifetime of 300 s",
    counted: "token requests for 50 calls in a row",
    want: "1",
    async run(call, gateway) {
      const { counts } = gateway;
      gateway.onToken = (response) => answer(response, 200, { access_token: `t${counts.tokens}`, expires_in: 300 });
      gateway.onCall = (response) => answer(response, 200, {});
      for (let count = 0; count < 50; count++) await call();
      return `${counts.tokens}`;
    },
  },
  {
    failure: "stale 401s",
    counted: "token requests for 100 late 401s of one old token; callers who see one",
    want: "1; 0",
    async run(call, gateway) {
      await call();
      const before = gateway.counts.tokens;
      const held: (() => void)[] = [];
      const answerNormally = gateway.onCall;
      gateway.onCall = (response, request) => {
        if (bearerOf(request) === `t${before}`) held.push(() => answer(response, 401, {}));
        else answer(response, 200, {});
      };
      const calls = outcomesOf(times(100, () => call()));
      for (let turns = 0; held.length < 100 && turns < 1_000; turns++) await sleep(5);
      for (const release of held) {
        release();
        await sleep(5);
      }
      const failures = failuresAmong(await calls);
      gateway.onCall = answerNormally;
      return `${gateway.counts.tokens - before}; ${failures}`;
    },
  },
  {
    failure: "always 401",
    counted: "requests for one call",
    want: "2",
    async run(call, gateway) {
      gateway.onCall = (response) => answer(response, 401, {});
      await outcomesOf([call()]);
      return `${gateway.counts.calls}`;
    },
  },
  {
    failure: "revoked early",
    counted: "callers who see a 401, of 10 in a row",
    want: "0",
    async run(call, gateway) {
      await call();
      const revoked = `t${gateway.counts.tokens}`;
      gateway.onCall = (response, request) => answer(response, bearerOf(request) === revoked ? 401 : 200, {});
      let failures = 0;
      for (let count = 0; count < 10; count++) failures += failuresAmong(await outcomesOf([call()]));
      return `${failures}`;
    },
  },
  {
    failure: "one caller leaves",
    counted: "innocent callers who fail, of 10; whether the one left within 1 s",
    want: "0; yes",
    async run(call, gateway) {
      const issue = gateway.onToken;
      gateway.onToken = (...exchange) => void sleep(2_000).then(() => issue(...exchange));
      const leaver = new AbortController();
      const startedAt = performance.now();
      const left = outcomesOf([call(leaver.signal)]).then(() => performance.now() - startedAt);
      const others = outcomesOf(times(10, () => call()));
      await sleep(100);
      leaver.abort();
      return `${failuresAmong(await others)}; ${(await left) < 1_100 ? "yes" : "no"}`;
    },
  },
  {
    failure: "token endpoint hangs",
    counted: "whether the caller hears of it within 20 s",
    want: "yes",
    async run(call, gateway) {
      gateway.onToken = () => {};
      return Promise.race([outcomesOf([call()]).then(() => "yes"), sleep(20_000, "no")]);
    },
  },
  {
    failure: "token endpoint down",
    counted: "attempts at it by 500 callers in 3 s",
    want: "≤ 4",
    async run(call, gateway) {
      gateway.onToken = (response) => answer(response, 503, {});
      const until = performance.now() + 3_000;
      const callers = times(500, async () => {
        while (performance.now() < until) {
          await outcomesOf([call()]);
          await sleep(250);
        }
        return 200;
      });
      await Promise.race([Promise.all(callers), sleep(3_000)]);
      return `${gateway.counts.tokens}`;
    },
  },
  {
    failure: "Retry-After: 2 on 429",
    counted: "seconds until the call is sent again",
    want: "≥ 2",
    async run(call, gateway) {
      const sentAt: number[] = [];
      gateway.onCall = (response) => {
        sentAt.push(performance.now());
        answer(response, sentAt.length === 1 ? 429 : 200, {}, { "retry-after": "2" });
      };
      await outcomesOf([call()]);
      const [first, second] = sentAt;
      return first === undefined || second === undefined ? "not sent again" : ((second - first) / 1000).toFixed(1);
    },
  },
];
