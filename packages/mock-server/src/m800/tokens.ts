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

/** Of the tokens that have expired, too. */
const REMEMBERED = 1_000;

/** @param remembered Number of tokens that are kept though they have expired. */
export function createTokenRegistry(
  clock: MockClock,
  lifetimeSeconds: number,
  remembered: number = REMEMBERED,
): TokenRegistry {
  const records = new Map<string, IssuedToken>();
  let count = 0;
  let key = createKey();

  /** All live equally long, so that the oldest expire first. */
  function forgetExpired(): void {
    const now = clock.now();
    for (const { token, expiresAt } of records.values()) {
      if (records.size <= remembered || expiresAt > now) return;
      records.delete(token);
    }
  }

  function change(record: IssuedToken, changes: Partial<IssuedToken>): void {
    records.set(record.token, { ...record, ...changes });
  }

  return {
    issued: () => [...records.values()],
    expireAll() {
      const now = clock.now();
      for (const record of records.values()) change(record, { expiresAt: Math.min(record.expiresAt, now) });
      forgetExpired();
    },
    revokeAll() {
      for (const record of records.values()) change(record, { revoked: true });
    },
    revoke(token) {
      const record = records.get(token);
      if (!record) throw new RangeError("tokens.revoke was given a token that this mock API never issued.");
      change(record, { revoked: true });
    },
    issue(username) {
      const issuedAt = clock.now();
      const token = `mock.${++count}.${key}`;
      const record = { token, username, issuedAt, expiresAt: issuedAt + lifetimeSeconds * 1000, revoked: false };
      records.set(token, record);
      forgetExpired();
      return record;
    },
    verify(token) {
      const record = records.get(token);
      if (!record) return "The access token is unknown.";
      if (record.revoked) return "The access token has been revoked.";
      if (clock.now() >= record.expiresAt) return "The access token has expired.";
      return record;
    },
    reset() {
      records.clear();
      count = 0;
      key = createKey();
    },
  };
}

/** Tells the tokens of one registry from all others'. Not by randomUUID, which pages without https and simulated ones do not have. */
function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
