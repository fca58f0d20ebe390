/** Waits. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Longest delay that a timer can hold, in milliseconds: some 24 days. Longer ones end at once. */
export const MAX_DELAY_MS: number = 2 ** 31 - 1;
