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

/** Tokens of which something is kept in one piece, and forgotten in one. */
const CHUNK = 1_024;

/** What is kept of a token: 19 bytes, outside the heap, since a mock may issue millions. */
interface Chunk {
  readonly issuedAt: Float64Array;
  readonly expiresAt: Float64Array;
  /** Index of its username. */
  readonly user: Uint16Array;
  readonly revoked: Uint8Array;
}

/** @param remembered Number of tokens that are kept though they have expired. */
export function createTokenRegistry(
  clock: MockClock,
  lifetimeSeconds: number,
  remembered: number = REMEMBERED,
): TokenRegistry {
  const chunks = new Map<number, Chunk>();
  const users: string[] = [];
  // Not randomUUID, which pages without https and simulated ones do not have.
  let keys = crypto.getRandomValues(new Uint32Array(4));
  /** Tokens are numbered from 0. */
  let oldest = 0;
  let count = 0;

  /** Derived from its number, so that it need not be kept. */
  function tokenOf(number: number): string {
    return `mock.${number + 1}.${Array.from(keys, (key) => scrambled(number, key)).join("-")}`;
  }

  /** A token's number; undefined for one that was never issued, or is forgotten. */
  function numberOf(token: string): number | undefined {
    const number = Number(token.split(".", 2)[1]) - 1;
    return number >= oldest && number < count && tokenOf(number) === token ? number : undefined;
  }

  function chunkOf(number: number): Chunk {
    const index = Math.floor(number / CHUNK);
    const chunk = chunks.get(index) ?? createChunk();
    chunks.set(index, chunk);
    return chunk;
  }

  function read(number: number): IssuedToken {
    const { issuedAt, expiresAt, user, revoked } = chunkOf(number);
    const at = number % CHUNK;
    return {
      token: tokenOf(number),
      username: users[user[at] ?? 0] ?? "",
      issuedAt: issuedAt[at] ?? 0,
      expiresAt: expiresAt[at] ?? 0,
      revoked: revoked[at] === 1,
    };
  }

  /** All live equally long, so that the oldest expire first. */
  function forgetExpired(): void {
    const now = clock.now();
    const first = oldest;
    const isOver = (number: number) => (chunkOf(number).expiresAt[number % CHUNK] ?? 0) <= now;
    while (count - oldest > remembered && isOver(oldest)) oldest++;
    for (let index = Math.floor(first / CHUNK); index < Math.floor(oldest / CHUNK); index++) chunks.delete(index);
  }

  return {
    issued: () => Array.from({ length: count - oldest }, (_, index) => read(oldest + index)),
    expireAll() {
      const now = clock.now();
      for (const { expiresAt } of chunks.values()) {
        for (const [at, time] of expiresAt.entries()) expiresAt[at] = Math.min(time, now);
      }
      forgetExpired();
    },
    revokeAll() {
      for (let number = oldest; number < count; number++) chunkOf(number).revoked[number % CHUNK] = 1;
    },
    revoke(token) {
      const number = numberOf(token);
      if (number === undefined)
        throw new RangeError("tokens.revoke was given a token that this mock API never issued.");
      chunkOf(number).revoked[number % CHUNK] = 1;
    },
    issue(username) {
      const number = count++;
      const { issuedAt, expiresAt, user } = chunkOf(number);
      const at = number % CHUNK;
      const now = clock.now();
      issuedAt[at] = now;
      expiresAt[at] = now + lifetimeSeconds * 1000;
      if (!users.includes(username)) users.push(username);
      user[at] = users.indexOf(username);
      forgetExpired();
      return read(number);
    },
    verify(token) {
      const number = numberOf(token);
      if (number === undefined) return "The access token is unknown.";
      const record = read(number);
      if (record.revoked) return "The access token has been revoked.";
      return clock.now() >= record.expiresAt ? "The access token has expired." : record;
    },
    reset() {
      chunks.clear();
      keys = crypto.getRandomValues(new Uint32Array(4));
      oldest = 0;
      count = 0;
    },
  };
}

function createChunk(): Chunk {
  return {
    issuedAt: new Float64Array(CHUNK),
    expiresAt: new Float64Array(CHUNK),
    user: new Uint16Array(CHUNK),
    revoked: new Uint8Array(CHUNK),
  };
}

/** A number of 32 bits that tells nothing of either: the last step of MurmurHash3. */
function scrambled(number: number, key: number): number {
  let bits = key ^ Math.imul(number + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
