/**
 * Puts a value in its place in a JSON value, which it changes; objects and lists on the way are made where they are missing.
 *
 * @param place Names of properties and indices of items.
 * @returns the whole; undefined if something else stands on the way.
 */
export function put(whole: unknown, place: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  const holder = whole ?? (typeof step === "number" ? [] : {});
  if (typeof holder !== "object" || Array.isArray(holder) !== (typeof step === "number")) return undefined;
  const inner = put(Object.getOwnPropertyDescriptor(holder, step)?.value, rest, value);
  if (inner === undefined) return undefined;
  Object.defineProperty(holder, step, { value: inner, configurable: true, enumerable: true, writable: true });
  return holder;
}
