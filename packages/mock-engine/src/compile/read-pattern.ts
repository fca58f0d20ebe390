/** A pattern as JavaScript reads it; one that JavaScript cannot read, which is not JSON Schema's fault, matches all. */
export const readPattern: { (pattern: string, flags: string): RegExp; readonly code: string } = Object.assign(
  (pattern: string, flags: string): RegExp => {
    for (const attempt of [flags, ""]) {
      try {
        return new RegExp(pattern, attempt);
      } catch {}
    }
    return /(?:)/;
  },
  { code: "new RegExp" },
);
