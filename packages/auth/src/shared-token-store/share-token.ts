import type { AcquisitionReason } from "../auth-event.ts";
import type { TimedToken } from "../timed-token.ts";
import { type Instant, leftMsOf } from "../token-rule.ts";
import type { Seal } from "./seal.ts";
import { isUsable, lockStateOf, PATIENCE_MS, planFor, pollMs, RENEWAL_MS } from "./share-rule.ts";
import { errorOf, FAILURE_PAUSE_MS, failureOf, type SharedFailure } from "./shared-failure.ts";
import type { SharedToken, Sighting } from "./shared-token.ts";
import { StoreTrouble } from "./store-trouble.ts";

/** What is sealed as the token. */
export interface SealedToken {
  readonly token: string;
  readonly lifetimeMs: number;
  /** By the backend's clock. Sealed in, so that an old value that is put back is refused. */
  readonly expiresAtMs: number;
}

/** One process's need of a token, and what it has to meet it. */
export interface Need {
  readonly replaces: string | undefined;
  readonly reason: AcquisitionReason;
  readonly acquire: () => Promise<TimedToken>;
  readonly shared: SharedToken;
  readonly tokenSeal: Seal<SealedToken>;
  readonly failureSeal: Seal<SharedFailure>;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Names a lock as nobody else does. */
  readonly newLock: () => string;
  readonly onUnreadable: () => void;
  /** Told of what went wrong with the backend after the lock was taken: that fails no one. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Returns the fleet's token; the one process that takes the lock replaces it first, if it has to be.
 *
 * @throws what `acquire` throws, here or in the process that others waited for
 * @throws what the backend throws until the lock is taken; StoreTrouble if others have it for too long
 */
export async function shareToken(need: Need): Promise<TimedToken> {
  const { replaces, reason, shared, now, random, sleep } = need;
  const startedAt = now().monotonic;
  for (let looks = 1; ; looks++) {
    const askedAt = now();
    const seen = await shared.read();
    const current = await openToken(need, seen, askedAt);
    const plan = planFor(current?.token, replaces, reason);
    if (current && plan === "use") return current;
    const failure = seen.lock.text ? await need.failureSeal.open(seen.lock.text) : undefined;
    const state = lockStateOf(seen.lock, failure);
    const how = { isDropped: plan === "drop", isBroken: state === "broken" };
    const isFree = state === "free" || state === "broken";
    const lock = need.newLock();
    if (isFree || how.isDropped) {
      // A process that is short of a processor may be here long after it looked: it is no earlier there than it is here.
      const nowMs = Math.ceil(seen.nowMs + now().monotonic - askedAt.monotonic);
      if (await shared.claim({ ...seen, nowMs }, lock, how)) return replace(need, lock, seen.nowMs);
    }
    let waitMs = pollMs(looks, random());
    if (failure && state === "failed") {
      if (looks > 1 || seen.lock.leftMs > FAILURE_PAUSE_MS) throw errorOf(failure, seen.lock.leftMs);
      waitMs += seen.lock.leftMs;
    }
    const patienceMs = PATIENCE_MS - (now().monotonic - startedAt);
    if (patienceMs <= 0) throw new StoreTrouble("lock-held");
    await sleep(Math.min(waitMs, patienceMs));
  }
}

/** By the time that is left, since the writer's clocks are not this process's. */
async function openToken(
  need: Need,
  { token: cell, nowMs }: Sighting,
  askedAt: Instant,
): Promise<TimedToken | undefined> {
  if (!cell.text || cell.leftMs === 0) return undefined;
  const opened = cell.leftMs > 0 ? await need.tokenSeal.open(cell.text) : undefined;
  if (!opened || opened.expiresAtMs <= nowMs) {
    need.onUnreadable();
    return undefined;
  }
  const { token, lifetimeMs, expiresAtMs } = opened;
  // More seems left than there was, if the backend's clock is set back, or it gives way to a replica whose clock is behind.
  const ageMs = Math.max(0, lifetimeMs - Math.min(cell.leftMs, expiresAtMs - nowMs));
  const requestedAt = { wall: askedAt.wall - ageMs, monotonic: askedAt.monotonic - ageMs };
  const timed = { token, lifetimeMs, requestedAt };
  return isUsable(timed, need.now()) ? timed : undefined;
}

/** @param seenAtMs A moment before the token was asked for, by the backend's clock: its life is counted from then. */
async function replace(need: Need, lock: string, seenAtMs: number): Promise<TimedToken> {
  const { shared, tokenSeal, failureSeal, acquire, onTrouble } = need;
  const startedAt = need.now();
  const renewal = setInterval(() => shared.renew(lock).catch(onTrouble), RENEWAL_MS);
  renewal.unref();
  try {
    // Not renewed beyond this: a renewal that came after a failure would be of no lock any more.
    const timed = await acquire().finally(() => clearInterval(renewal));
    const { token, lifetimeMs } = timed;
    const leftMs = Math.min(lifetimeMs, leftMsOf(timed, startedAt));
    const expiresAtMs = Math.floor(seenAtMs + leftMs);
    const value = await tokenSeal.seal({ token, lifetimeMs, expiresAtMs });
    // Refused if this process was paused past its lock: its token then serves itself alone.
    await shared.write(lock, value, expiresAtMs).catch(onTrouble);
    return timed;
  } catch (error) {
    const failure = failureOf(error);
    await shared.fail(lock, await failureSeal.seal(failure), failure.pauseMs).catch(onTrouble);
    throw error;
  }
}
