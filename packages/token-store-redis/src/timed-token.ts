import { type Instant, leftMsOf, type StoredToken } from "@m800/phone-number-auth";

/** A token whose age this process's clocks tell. */
export interface TimedToken extends Pick<StoredToken, "token" | "lifetimeMs"> {
  readonly requestedAt: Instant;
}

export function toStored(timed: TimedToken, now: Instant): StoredToken {
  const { token, lifetimeMs } = timed;
  return { token, lifetimeMs, ageMs: lifetimeMs - leftMsOf(timed, now) };
}

export function fromStored({ token, lifetimeMs, ageMs }: StoredToken, { wall, monotonic }: Instant): TimedToken {
  return { token, lifetimeMs, requestedAt: { wall: wall - ageMs, monotonic: monotonic - ageMs } };
}
