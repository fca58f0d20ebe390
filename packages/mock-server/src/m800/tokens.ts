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
  /** Oldest first: a token says which it is, and is not kept itself, since there may be hundreds of thousands. */
  let records: { -readonly [Field in Exclude<keyof IssuedToken, "token">]: IssuedToken[Field] }[] = [];
  let forgotten = 0;
  let key = createKey();

  function tokenAt(index: number): string {
    return `mock.${forgotten + index + 1}.${key}`;
  }

  function recordOf(token: string): (typeof records)[number] | undefined {
    const index = Number(token.split(".")[1]) - 1 - forgotten;
    return token === tokenAt(index) ? records[index] : undefined;
  }

  /** All live equally long, so that the oldest expire first. */
  function forgetExpired(): void {
    const now = clock.now();
    const living = records.findIndex(({ expiresAt }) => expiresAt > now);
    const dead = Math.max(0, Math.min(living < 0 ? records.length : living, records.length - remembered));
    records.splice(0, dead);
    forgotten += dead;
  }

  return {
    issued() {
      forgetExpired();
      return records.map((record, index) => ({ token: tokenAt(index), ...record }));
    },
    expireAll() {
      const now = clock.now();
      for (const record of records) record.expiresAt = Math.min(record.expiresAt, now);
    },
    revokeAll() {
      for (const record of records) record.revoked = true;
    },
    revoke(token) {
      const record = recordOf(token);
      if (!record) throw new RangeError("tokens.revoke was given a token that this mock API never issued.");
      record.revoked = true;
    },
    issue(username) {
      const issuedAt = clock.now();
      const record = { username, issuedAt, expiresAt: issuedAt + lifetimeSeconds * 1000, revoked: false };
      const token = tokenAt(records.push(record) - 1);
      if (records.length % 1_000 === 0) forgetExpired();
      return { token, ...record };
    },
    verify(token) {
      const record = recordOf(token);
      if (!record) return "The access token is unknown.";
      if (record.revoked) return "The access token has been revoked.";
      if (clock.now() >= record.expiresAt) return "The access token has expired.";
      return { token, ...record };
    },
    reset() {
      records = [];
      forgotten = 0;
      key = createKey();
    },
  };
}

/** Tells the tokens of one registry from all others'. Not by randomUUID, which pages without https and simulated ones do not have. */
function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
