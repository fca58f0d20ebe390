/** A mutant that no test can notice, or that none needs to. */
export interface Equivalent {
  readonly file: string;
  /** What stood there, and what the mutant made of it. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [];
