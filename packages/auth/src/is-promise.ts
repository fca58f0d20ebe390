/** Of whichever realm, or library: `instanceof` knows only one, while Jest and zone.js put others beside it. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return "then" in Object(value);
}
