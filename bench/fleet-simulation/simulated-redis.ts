import { type Cell, LOCK_MS, type SharedToken } from "../../packages/auth/src/shared-token-store/shared-token.ts";
import { COMMAND_TIMEOUT_MS } from "../../packages/token-store-redis/src/evaluator.ts";
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
  const cellOf = (text: string, endsAt: number): Cell => {
    const leftMs = endsAt - time.now();
    return leftMs > 0 ? { text, version: text, leftMs } : { text: "", version: "", leftMs: -2 };
  };
  const tokenCell = () => cellOf(value, expiresAt);
  const lockCell = () => cellOf(lock, lockedUntil);

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
      read: () => run(() => ({ token: tokenCell(), lock: lockCell(), nowMs: time.now() })),
      claim: (seen, name, { isDropped, isBroken }) =>
        run(() => {
          if (time.now() > seen.nowMs + COMMAND_TIMEOUT_MS || tokenCell().version !== seen.token.version) return false;
          if (isDropped) value = "";
          if (time.now() < lockedUntil && !(isBroken && lockCell().version === seen.lock.version)) return false;
          [lock, lockedUntil] = [name, time.now() + LOCK_MS];
          return true;
        }),
      renew: (name) =>
        run(() => {
          if (!isMine(name)) return false;
          lockedUntil = time.now() + LOCK_MS;
          return true;
        }),
      write: (name, written, expiresAtMs) =>
        run(() => {
          if (!isMine(name)) return false;
          [value, expiresAt, lockedUntil] = [written, expiresAtMs, 0];
          return true;
        }),
      fail: (name, failure, pauseMs) =>
        run(() => {
          if (!isMine(name)) return false;
          [lock, lockedUntil] = [failure, time.now() + pauseMs];
          return true;
        }),
    };
  }

  return { scripts, connect };
}
