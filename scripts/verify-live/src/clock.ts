/** Time as the check sees it. */
export interface Clock {
  /** Milliseconds since any moment. */
  now(): number;
  /** Milliseconds since 1970, in UTC. */
  date(): number;
  /** Waits for some milliseconds, and not less. */
  wait(milliseconds: number): Promise<void>;
  /** Aborts with a `TimeoutError` after some milliseconds. */
  deadline(milliseconds: number): AbortSignal;
}
