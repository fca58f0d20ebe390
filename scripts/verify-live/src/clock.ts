/** Time as the check sees it. */
export interface Clock {
  /** Milliseconds since any moment. */
  now(): number;
  /** Waits for some milliseconds. */
  wait(milliseconds: number): Promise<void>;
}
