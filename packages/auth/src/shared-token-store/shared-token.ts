/** A value, at one moment. */
export interface Cell {
  /** Empty if there is none. */
  readonly text: string;
  /** Tells this value from any other: itself, unless somebody else's may be no text. */
  readonly version: string;
  /** What is left of its life. Not positive if that has no end. */
  readonly leftMs: number;
}

/** What a backend holds for one owner, at one moment. */
export interface Sighting {
  /** The owner's token; empty if there is none. */
  readonly token: Cell;
  /** Who is getting another; empty if nobody is. */
  readonly lock: Cell;
  /** By the backend's own clock: processes' clocks disagree. */
  readonly nowMs: number;
}

/**
 * One owner's token and its lock, where all processes see them. Each step is atomic: no other process's comes in between. It
 * ends within a few seconds: what it throws, a `StoreTrouble` if that is to have a reason of its own, means that the backend
 * cannot be used.
 */
export interface SharedToken {
  read(): Promise<Sighting>;
  /**
   * Takes the lock for {@link LOCK_MS}, if the token is still the one that was seen, so that none is replaced that another has
   * just written; and if the lock is free, its own already, or to be broken and still the one that was seen.
   */
  claim(seen: Sighting, lock: string, how: Claim): Promise<boolean>;
  /** Prolongs its own lock to `LOCK_MS` from now. False, and nothing is done, if that is another's by now. */
  renew(lock: string): Promise<boolean>;
  /** Writes a token, which ends by the backend's clock, and frees the lock. False, and nothing is done, if that is another's. */
  write(lock: string, value: string, expiresAtMs: number): Promise<boolean>;
  /** Puts a failure in place of its own lock, for this time. False, and nothing is done, if that is another's. */
  fail(lock: string, failure: string, pauseMs: number): Promise<boolean>;
}

export interface Claim {
  /** Delete the token that was seen, whoever has the lock. */
  readonly isDropped: boolean;
  /** Take the lock that was seen from whoever has it. */
  readonly isBroken: boolean;
}

/** A lock that its holder stopped renewing ends after this: how long a killed or paused process can hold up the fleet. */
export const LOCK_MS = 3_000;
