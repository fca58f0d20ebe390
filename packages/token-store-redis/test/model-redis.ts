import type { Seal } from "../src/seal.ts";
import { LOCK_MS } from "../src/share-rule.ts";
import type { SharedToken } from "../src/shared-token.ts";

/** Looked up at each call, so that fake timers count. */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows what it sealed: encryption has tests of its own. */
export const glassSeal: Seal = {
  seal: async (token) => JSON.stringify(token),
  async open(value) {
    return value.startsWith("{") ? JSON.parse(value) : undefined;
  },
};

/** One owner's token as Redis has it, in the time of the test. */
export interface ModelRedis {
  /** The commands that were run, in order. */
  readonly log: string[];
  value: string;
  expiresAt: number;
  lock: string;
  lockedUntil: number;
  /** @param tripMs How long the process's next command and its reply are under way, each. */
  connect(tripMs?: () => number): SharedToken;
}

/** What the scripts do, said once more and without Lua. */
export function createModelRedis(): ModelRedis {
  const isHeld = () => performance.now() < model.lockedUntil;
  const isMine = (lock: string) => isHeld() && model.lock === lock;
  const liveValue = () => (performance.now() < model.expiresAt ? model.value : "");
  const model: ModelRedis = {
    log: [],
    value: "",
    expiresAt: 0,
    lock: "",
    lockedUntil: 0,
    connect(tripMs = () => 1) {
      async function run<T>(name: string, script: () => T): Promise<T> {
        await sleep(tripMs());
        const reply = script();
        model.log.push(reply === true ? name : reply === false ? `${name} refused` : name);
        await sleep(tripMs());
        return reply;
      }
      return {
        read: () =>
          run("read", () => {
            const value = liveValue();
            const now = performance.now();
            return { value, version: value, leftMs: value ? model.expiresAt - now : -2, redisMs: now };
          }),
        claim: (seen, lock, isDropped) =>
          run("claim", () => {
            if (liveValue() !== seen.version) return false;
            if (isDropped) model.value = "";
            if (isHeld()) return false;
            [model.lock, model.lockedUntil] = [lock, performance.now() + LOCK_MS];
            return true;
          }),
        renew: (lock) =>
          run("renew", () => {
            if (!isMine(lock)) return false;
            model.lockedUntil = performance.now() + LOCK_MS;
            return true;
          }),
        write: (lock, value, expiresAt) =>
          run("write", () => {
            if (!isMine(lock)) return false;
            [model.value, model.expiresAt, model.lockedUntil] = [value, expiresAt, 0];
            return true;
          }),
        release: (lock, pauseMs) =>
          run("release", () => {
            if (!isMine(lock)) return false;
            model.lockedUntil = performance.now() + pauseMs;
            return true;
          }),
      };
    },
  };
  return model;
}
