/**
 * What a changed part of a schema does to the values that fit it: fewer or more do, or no rule tells. Two things are agreed
 * rather than deduced: a field more is nothing that breaks, and a field less is something that an answer's reader misses.
 */
export type Effect = "narrows" | "widens" | "unknown" | "adds" | "removes";

export interface Change {
  readonly effect: Effect;
  /** The names on the way to it, with `[]` for a list's entries. Empty for the whole. */
  readonly field: readonly string[];
  /** What became of the field, as the rest of a sentence that begins with it. */
  readonly text: string;
}
