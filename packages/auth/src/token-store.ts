import type { Credentials } from "./exchange-credentials.ts";

/** Who a token belongs to. Holds secrets: a store keys what it keeps by {@link identityOf}, never by these. */
export interface TokenOwner {
  readonly baseUrl: string;
  readonly credentials: Credentials;
}

/** An access token as stores pass it on. Times are spans, since the clocks of two machines disagree. */
export interface StoredToken {
  readonly token: string;
  readonly lifetimeMs: number;
  /** Time since the token's request was started. */
  readonly ageMs: number;
}

/**
 * Shares one access token between clients with the same owner. A client keeps its own copy: it comes here only when
 * that copy is due, dead or rejected.
 */
export interface TokenStore {
  /**
   * Returns the token that is stored for the owner, if it is alive and not the one to be replaced. Otherwise calls
   * `acquire`, once at a time for all who share the store, and stores what it returns. A failure is not stored.
   *
   * @param replaces The token that the client wants replaced.
   */
  obtain(owner: TokenOwner, replaces: string | undefined, acquire: () => Promise<StoredToken>): Promise<StoredToken>;
}
