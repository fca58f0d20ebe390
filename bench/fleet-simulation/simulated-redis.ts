import { COMMAND_TIMEOUT_MS, LOCK_MS } from "../../packages/token-store-redis/src/share-rule.ts";
import type { SharedToken, Sighting } from "../../packages/token-store-redis/src/shared-token.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What one script costs a Redis, which runs one at a time: `redis-benchmark` with the script that reads got 94,000 a second. */
const SCRIPT_MS = 0.01;

export class SimulatedTrouble extends Error {}

export interface SimulatedRedis {
  /** Scripts that were run in each second. */
  readonly scripts: number[];
  /** @param isAlive Whether the process that asks still is: a dead one sends nothing, and hears nothing. */
  connect(isAlive: () => boolean): SharedToken;
}

/**
 * One Redis with one owner's token, as its scripts treat it, behind a network and a queue.
 *
 * @param tripMs Samples the time that a command and its reply are under way.
 * @param isLost Samples whether a command fails.
 */
export function createSimulatedRedis(time: VirtualTime, tripMs: () => number, isLost: () => boolean): SimulatedRedis {
  const scripts: number[] = [];
  let freeAt = 0;
  let value = "";
  let expiresAt = 0;
  let lock = "";
  let lockedUntil = 0;

  const isMine = (name: string) => lock === name && time.now() < lockedUntil;
  const read = (): Sighting => {
    const isLive = time.now() < expiresAt;
    const seen = isLive ? value : "";
    return { value: seen, version: seen, leftMs: isLive ? expiresAt - time.now() : -2, redisMs: time.now() };
  };

  function connect(isAlive: () => boolean): SharedToken {
    function run<T>(script: () => T): Promise<T> {
      return new Promise((resolve, reject) => {
        if (!isAlive()) return;
        const fail = () => reject(new SimulatedTrouble());
        const timer = time.after(COMMAND_TIMEOUT_MS, fail);
        if (isLost()) return;
        const trip = tripMs();
        time.after(trip / 2, () => {
          freeAt = Math.max(freeAt, time.now()) + SCRIPT_MS;
          const second = Math.floor(time.now() / 1000);
          scripts[second] = (scripts[second] ?? 0) + 1;
          const waited = freeAt - time.now();
          const reply = script();
          time.after(waited + trip / 2, () => {
            timer.work = undefined;
            if (isAlive()) resolve(reply);
          });
        });
      });
    }

    return {
      read: () => run(read),
      claim: (seen, name, isDropped) =>
        run(() => {
          if (time.now() > seen.redisMs + COMMAND_TIMEOUT_MS || read().version !== seen.version) return false;
          if (isDropped) value = "";
          if (time.now() < lockedUntil) return false;
          [lock, lockedUntil] = [name, time.now() + LOCK_MS];
          return true;
        }),
      renew: (name) =>
        run(() => {
          if (!isMine(name)) return false;
          lockedUntil = time.now() + LOCK_MS;
          return true;
        }),
      write: (name, written, expiresAtRedisMs) =>
        run(() => {
          if (!isMine(name)) return false;
          [value, expiresAt, lockedUntil] = [written, expiresAtRedisMs, 0];
          return true;
        }),
      release: (name, pauseMs) =>
        run(() => {
          if (!isMine(name)) return false;
          lockedUntil = time.now() + pauseMs;
          return true;
        }),
    };
  }

  return { scripts, connect };
}
