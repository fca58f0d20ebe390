import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createAuthFetch } from "@m800/phone-number-auth";
import { LOCK_MS } from "@m800/phone-number-auth/shared-token-store";
import { createClient } from "redis";
import { expect, onTestFinished, test } from "vitest";
import { createRedisTokenStore, type TokenStoreEvent } from "../src/index.ts";
import { SIGNALS, STEPS } from "./faults.ts";
import { startGateway } from "./start-gateway.ts";
import { redisServer, startRedis } from "./start-redis.ts";

/** `pnpm torture` makes 216 runs. */
const ROUNDS = (import.meta as { env?: { MODE?: string } }).env?.MODE === "whole" ? 12 : 1;
/** Runs at a time. */
const WIDTH = 8;
const RUNS = Array.from({ length: ROUNDS }, (_, round) =>
  SIGNALS.flatMap((signal) => STEPS.map((step) => ({ step, signal, username: `${round} ${signal} ${step}` }))),
).flat();

test.skipIf(!redisServer)(
  `when a process is killed or paused at any step, others go on when its lock ends, and share a token (${RUNS.length} runs)`,
  async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.kill());
    const gateway = await startGateway();
    onTestFinished(() => gateway.stop());
    gateway.latencyMs = 100;
    const { baseUrl } = gateway;
    const admin = await createClient({ url: redis.url }).connect();
    onTestFinished(() => admin.destroy());
    const lockLivesMs: number[] = [];
    const events: TokenStoreEvent[] = [];

    async function run({ username, step, signal }: (typeof RUNS)[number]): Promise<void> {
      const child = fork(new URL("faulty-process.ts", import.meta.url), {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      });
      const exited = once(child, "exit");
      const path = encodeURIComponent(username);
      child.send({ baseUrl, redisUrl: redis.url, username: path, step, signal });
      if (signal === "SIGKILL") await exited;
      else await untilStopped(child.pid);

      for (const lock of await admin.keys("*:lock")) lockLivesMs.push(await admin.pTTL(lock));
      const tokenStore = createRedisTokenStore({ url: redis.url, onEvent: (event) => events.push(event) });
      const owner = { baseUrl, credentials: { securityToken: "s", username: path } };
      const survivor = createAuthFetch({ ...owner, tokenStore });
      const call = async () => (await survivor(`${baseUrl}/${encodeURIComponent(path)}`)).status;
      expect(await call(), username).toBe(200);
      const issued = () => gateway.ledger.filter(({ tenant }) => tenant === path).length;
      const before = issued();

      if (signal === "SIGSTOP") {
        const answered = once(child, "message");
        child.kill("SIGCONT");
        expect(await answered, username).toEqual([200, undefined]);
        await exited;
        // What the paused one wrote, if anything, was not in place of the survivor's.
        const third = createRedisTokenStore({ url: redis.url });
        const seen = await third.obtain(owner, undefined, () =>
          Promise.reject(new Error("the survivor's token is gone")),
        );
        const own = await tokenStore.obtain(owner, undefined, () =>
          Promise.reject(new Error("the survivor has no token")),
        );
        expect(seen.token, username).toBe(own.token);
        third.close();
      }
      expect(await call(), username).toBe(200);
      // The one that was hit, and the survivor; never more.
      expect(before, username).toBeLessThanOrEqual(2);
      expect(issued(), username).toBeLessThanOrEqual(2);
      tokenStore.close();
    }

    const waiting = [...RUNS];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
    };
    await Promise.all(Array.from({ length: WIDTH }, worker));
    console.log({ runs: RUNS.length, locks: lockLivesMs.length, longestMs: Math.max(...lockLivesMs), events });
    // By Redis's clock: no lock outlives its holder for longer.
    expect(lockLivesMs.length).toBeGreaterThan(RUNS.length / 3);
    expect(Math.max(...lockLivesMs)).toBeLessThanOrEqual(LOCK_MS);
    // Who waited for one got the fleet's token when it ended, and did not lose patience.
    expect(events).not.toContainEqual({ type: "sharing-failed", reason: "lock-held" });
    expect(gateway.foreign).toEqual([]);
  },
  240_000,
);

/** Linux tells a process's state in /proc: T is stopped. */
async function untilStopped(pid: number | undefined): Promise<void> {
  while (!/\) T /.test(await readFile(`/proc/${pid}/stat`, "utf8"))) await sleep(5);
}
