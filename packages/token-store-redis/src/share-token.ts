import { type AcquisitionReason, type Instant, leftMsOf } from "@m800/phone-number-auth";
import type { Seal } from "./seal.ts";
import { isUsable, PATIENCE_MS, pauseAfter, planFor, pollMs, RENEWAL_MS } from "./share-rule.ts";
import type { SharedToken, Sighting } from "./shared-token.ts";
import type { TimedToken } from "./timed-token.ts";

/** One process's need of a token, and what it has to meet it. */
export interface Need {
  readonly replaces: string | undefined;
  readonly reason: AcquisitionReason;
  readonly acquire: () => Promise<TimedToken>;
  readonly redis: SharedToken;
  readonly seal: Seal;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Names a lock as nobody else does. */
  readonly newLock: () => string;
  readonly onUnreadable: () => void;
  /** Told of what went wrong with Redis after the lock was taken: that fails no one. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Returns the fleet's token; the one process that takes the lock replaces it first, if it has to be.
 *
 * @throws what `acquire` throws; what Redis throws until the lock is taken
 */
export async function shareToken(need: Need): Promise<TimedToken> {
  const { replaces, reason, redis, now, random, sleep } = need;
  const startedAt = now().monotonic;
  for (let looks = 1; ; looks++) {
    const askedAt = now();
    const seen = await redis.read();
    const shared = await openSeen(need, seen, askedAt);
    const plan = planFor(shared?.token, replaces, reason);
    if (shared && plan === "use") return shared;
    const lock = need.newLock();
    if (await redis.claim(seen, lock, plan === "drop")) return replace(need, lock, seen.redisMs);
    if (now().monotonic - startedAt > PATIENCE_MS) throw new Error("No other process has got a token in time.");
    await sleep(pollMs(looks, random()));
  }
}

/** By the time that is left, since the writer's clocks are not this process's. */
async function openSeen(need: Need, seen: Sighting, askedAt: Instant): Promise<TimedToken | undefined> {
  if (!seen.value || seen.leftMs === 0) return undefined;
  const opened = seen.leftMs > 0 ? await need.seal.open(seen.value) : undefined;
  if (!opened) {
    need.onUnreadable();
    return undefined;
  }
  // Redis says that more is left than there was, if its clock is set back, or it gives way to a replica whose clock is behind.
  const ageMs = Math.max(0, opened.lifetimeMs - seen.leftMs);
  const requestedAt = { wall: askedAt.wall - ageMs, monotonic: askedAt.monotonic - ageMs };
  const stored = { ...opened, requestedAt };
  return isUsable(stored, need.now()) ? stored : undefined;
}

/** @param seenAtRedisMs A moment before the token was asked for, by Redis's clock: its life is counted from then. */
async function replace(need: Need, lock: string, seenAtRedisMs: number): Promise<TimedToken> {
  const { redis, seal, acquire, onTrouble } = need;
  const startedAt = need.now();
  const renewal = setInterval(() => redis.renew(lock).catch(() => {}), RENEWAL_MS);
  renewal.unref();
  try {
    // Not renewed beyond this: a renewal that came after the release would prolong its pause.
    const stored = await acquire().finally(() => clearInterval(renewal));
    const { token, lifetimeMs } = stored;
    const leftMs = Math.min(lifetimeMs, leftMsOf(stored, startedAt));
    const value = await seal.seal({ token, lifetimeMs });
    // Refused if this process was paused past its lock: its token then serves itself alone.
    await redis.write(lock, value, seenAtRedisMs + leftMs).catch(onTrouble);
    return stored;
  } catch (error) {
    await redis.release(lock, pauseAfter(error)).catch(onTrouble);
    throw error;
  }
}
