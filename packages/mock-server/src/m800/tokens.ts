import type { MockClock } from "@m800/mock-engine";

/** An access token that the mock API has issued. */
export interface IssuedToken {
  /** As it is sent after `Bearer`. */
  readonly token: string;
  /** Username of the account it was issued to. */
  readonly username: string;
  /** Milliseconds since the epoch, by the mock API's clock. */
  readonly issuedAt: number;
  /** Milliseconds since the epoch, by the mock API's clock. */
  readonly expiresAt: number;
  /** Whether it was ended early. */
  readonly revoked: boolean;
}

/** The access tokens of one mock API, and ways to end them early. */
export interface MockTokens {
  /**
   * The tokens since the start or the last reset, oldest first: all that live, and the last 1,000. Older ones are forgotten
   * once they have expired.
   */
  issued(): readonly IssuedToken[];
  /** Ends all tokens as if their lifetime were over. */
  expireAll(): void;
  /** Ends all tokens as a gateway does that revokes them before they expire. */
  revokeAll(): void;
  /** Ends one token. @throws RangeError if it was never issued. */
  revoke(token: string): void;
}

export interface TokenRegistry extends MockTokens {
  issue(username: string): IssuedToken;
  /** The token's record, or in words why it is refused. */
  verify(token: string): IssuedToken | string;
  reset(): void;
}

/** @param remembered Number of tokens that are kept though they have expired. */
export function createTokenRegistry(
  clock: MockClock,
  lifetimeSeconds: number,
  remembered: number = 1_000,
): TokenRegistry {
  // Oldest first: a token says which it is. As columns, since a collector of garbage looks at each of as many objects.
  const usernames: string[] = [];
  const issuedAt: number[] = [];
  const expiresAt: number[] = [];
  const revoked: boolean[] = [];
  let forgotten = 0;
  let key = createKey();

  function tokenAt(index: number): string {
    return `mock.${forgotten + index + 1}.${key}`;
  }

  function recordAt(index: number): IssuedToken {
    return {
      token: tokenAt(index),
      username: usernames[index] ?? "",
      issuedAt: issuedAt[index] ?? 0,
      expiresAt: expiresAt[index] ?? 0,
      revoked: revoked[index] ?? false,
    };
  }

  function find(token: string): number | undefined {
    const index = Number(token.split(".")[1]) - 1 - forgotten;
    return index in usernames && tokenAt(index) === token ? index : undefined;
  }

  function forget(count: number): void {
    for (const column of [usernames, issuedAt, expiresAt, revoked]) column.splice(0, count);
    forgotten += count;
  }

  /** All live equally long, so that the oldest expire first. */
  function forgetExpired(): void {
    const now = clock.now();
    const living = expiresAt.findIndex((time) => time > now);
    const count = usernames.length;
    forget(Math.max(0, Math.min(living < 0 ? count : living, count - remembered)));
  }

  return {
    issued() {
      forgetExpired();
      return usernames.map((_, index) => recordAt(index));
    },
    expireAll() {
      const now = clock.now();
      for (const [index, time] of expiresAt.entries()) expiresAt[index] = Math.min(time, now);
    },
    revokeAll() {
      revoked.fill(true);
    },
    revoke(token) {
      const index = find(token);
      if (index === undefined) {
        throw new RangeError("tokens.revoke was given a token that this mock API never issued.");
      }
      revoked[index] = true;
    },
    issue(username) {
      const now = clock.now();
      const count = usernames.push(username);
      issuedAt.push(now);
      expiresAt.push(now + lifetimeSeconds * 1000);
      revoked.push(false);
      const record = recordAt(count - 1);
      if (count % 1_000 === 0) forgetExpired();
      return record;
    },
    verify(token) {
      const index = find(token);
      if (index === undefined) return "The access token is unknown.";
      const record = recordAt(index);
      if (record.revoked) return "The access token has been revoked.";
      return clock.now() >= record.expiresAt ? "The access token has expired." : record;
    },
    reset() {
      forget(usernames.length);
      forgotten = 0;
      key = createKey();
    },
  };
}

/** Tells the tokens of one registry from all others'. Not by randomUUID, which pages without https and simulated ones do not have. */
function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
