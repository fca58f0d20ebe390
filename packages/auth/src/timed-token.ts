import { type Instant, leftMsOf, type TokenRecord } from "./token-rule.ts";
import type { StoredToken } from "./token-store.ts";

/** A token whose age this process's clocks tell. */
export type TimedToken = Pick<TokenRecord, "token" | "lifetimeMs" | "requestedAt">;

/** What a store is handed: the age is by the clock that says more. */
export function toStored(timed: TimedToken, now: Instant): StoredToken {
  const { token, lifetimeMs } = timed;
  return { token, lifetimeMs, ageMs: lifetimeMs - leftMsOf(timed, now) };
}

/** What a store has handed back, just now. */
export function fromStored({ token, lifetimeMs, ageMs }: StoredToken, { wall, monotonic }: Instant): TimedToken {
  return { token, lifetimeMs, requestedAt: { wall: wall - ageMs, monotonic: monotonic - ageMs } };
}
