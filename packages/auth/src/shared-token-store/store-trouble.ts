/** A backend cannot be used. Holds nothing of its error, which may quote a command, and so a secret. */
export class StoreTrouble extends Error {
  /** That of its class. */
  override readonly name = "StoreTrouble";
  /** See the event `sharing-failed`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The store's backend cannot be used (${reason}).`);
    this.reason = reason;
  }
}

/** Of a foreign error nothing is quoted but its code: the system's, or the backend's. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreTrouble) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new StoreTrouble(/^[A-Z0-9_]{2,60}$/.test(code) ? code : "unknown");
}
