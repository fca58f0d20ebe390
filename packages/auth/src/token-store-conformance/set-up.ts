import type { StoredToken, TokenOwner } from "../token-store.ts";

/** An owner that no other case has, and what acquires tokens for it. */
export function setUp({ lifetimeMs = 60_000, ageMs = 0 }: Partial<Omit<StoredToken, "token">> = {}): {
  readonly owner: TokenOwner;
  readonly acquire: () => Promise<StoredToken>;
  /** Token requests. */
  readonly count: () => number;
} {
  const name = `${Date.now()}-${Math.random()}`;
  const owner: TokenOwner = {
    baseUrl: "https://api.example",
    credentials: { securityToken: `secret-${name}`, username: `user-${name}`, password: `password-${name}` },
  };
  let acquired = 0;
  async function acquire(): Promise<StoredToken> {
    acquired++;
    const token = `token-${name}-${acquired}`;
    // So that others come while this is under way.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { token, lifetimeMs, ageMs };
  }
  return { owner, acquire, count: () => acquired };
}

export async function waitUntil(isTrue: () => boolean): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 20));
  while (!isTrue());
}

export function equal<T>(got: T, want: T, what: string): void {
  if (got !== want) throw new Error(`${what}: ${got}, but ${want} was expected.`);
}

/** A call waits no longer. */
export const IN_TIME_MS = 10_000;

export async function inTime<T>(obtaining: Promise<T>): Promise<T> {
  const late = new Error(`There was no token within ${IN_TIME_MS} ms.`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late), IN_TIME_MS);
  });
  return Promise.race([obtaining, timeout]).finally(() => clearTimeout(timer));
}
