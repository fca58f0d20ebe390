/** A pattern as JavaScript reads it; one that JavaScript cannot read, which is not JSON Schema's fault, matches all. */
export const readPattern: { (pattern: string, flags: string): RegExp; readonly code: string } = Object.assign(
  (pattern: string, flags: string): RegExp => compiled(pattern, flags) ?? /(?:)/,
  { code: "new RegExp" },
);

/** Whether JavaScript can read a pattern, with Unicode's rules or without. */
export function canRead(pattern: string): boolean {
  return compiled(pattern, "u") !== undefined;
}

function compiled(pattern: string, flags: string): RegExp | undefined {
  for (const attempt of [flags, ""]) {
    try {
      return new RegExp(pattern, attempt);
    } catch {}
  }
  return undefined;
}
