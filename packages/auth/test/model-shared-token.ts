import type { Seal } from "../src/shared-token-store/seal.ts";
import type { SealedToken } from "../src/shared-token-store/share-token.ts";
import type { SharedFailure } from "../src/shared-token-store/shared-failure.ts";
import { type Cell, LOCK_MS, type SharedToken } from "../src/shared-token-store/shared-token.ts";

/** Looked up at each call, so that fake timers count. */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows what it sealed: encryption has tests of its own. */
const glassSeal = {
  seal: async (content: unknown) => JSON.stringify(content),
  async open(value: string) {
    return value.startsWith("{") ? JSON.parse(value) : undefined;
  },
};
export const glassSeals: { readonly tokenSeal: Seal<SealedToken>; readonly failureSeal: Seal<SharedFailure> } = {
  tokenSeal: glassSeal,
  failureSeal: glassSeal,
};

/** One owner's token as a backend has it, in the time of the test. */
export interface ModelBackend {
  /** The commands that were run, in order. */
  readonly log: string[];
  value: string;
  expiresAt: number;
  lock: string;
  lockedUntil: number;
  /** @param tripMs How long the process's next command and its reply are under way, each. */
  connect(tripMs?: () => number): SharedToken;
}

/** What every backend does, in memory. */
export function createModelBackend(): ModelBackend {
  const isHeld = () => performance.now() < model.lockedUntil;
  const isMine = (lock: string) => isHeld() && model.lock === lock;
  const cellOf = (value: string, endsAt: number): Cell => {
    const leftMs = endsAt - performance.now();
    return leftMs > 0 ? { text: value, version: value, leftMs } : { text: "", version: "", leftMs: -2 };
  };
  const tokenCell = () => cellOf(model.value, model.expiresAt);
  const lockCell = () => cellOf(model.lock, model.lockedUntil);
  const model: ModelBackend = {
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
        read: () => run("read", () => ({ token: tokenCell(), lock: lockCell(), nowMs: performance.now() })),
        claim: (seen, lock, { isDropped, isBroken }) =>
          run("claim", () => {
            if (tokenCell().version !== seen.token.version) return false;
            if (isDropped) model.value = "";
            if (isHeld() && !(isBroken && lockCell().version === seen.lock.version)) return false;
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
        fail: (lock, failure, pauseMs) =>
          run("fail", () => {
            if (!isMine(lock)) return false;
            [model.lock, model.lockedUntil] = [failure, performance.now() + pauseMs];
            return true;
          }),
      };
    },
  };
  return model;
}
