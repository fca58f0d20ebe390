/** How many values a value is made of, each counted as often as it stands there. */
export function sizeOf(value: unknown, known: Map<object, number> = new Map()): number {
  if (typeof value !== "object" || value === null) return 1;
  const earlier = known.get(value);
  if (earlier !== undefined) return earlier;
  const size = Object.values(value).reduce<number>((sum, inner) => sum + sizeOf(inner, known), 1);
  known.set(value, size);
  return size;
}
