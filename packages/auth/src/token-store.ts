/** An access token as stores pass it on. Times are spans, since the clocks of two machines disagree. */
export interface StoredToken {
  readonly token: string;
  readonly lifetimeMs: number;
  /** Time since the token's request was started. */
  readonly ageMs: number;
}

/**
 * Shares one access token between clients with the same identity. A client keeps its own copy: it comes here only when
 * that copy is due, dead or rejected.
 */
export interface TokenStore {
  /**
   * Returns the token that is stored for `identity`, if it is alive and not the one to be replaced. Otherwise calls
   * `acquire`, once at a time for all who share the store, and stores what it returns. A failure is not stored.
   *
   * @param identity Hash of gateway and credentials: equal for clients that may share a token, and for no others.
   * @param replaces The token that the client wants replaced.
   */
  obtain(identity: string, replaces: string | undefined, acquire: () => Promise<StoredToken>): Promise<StoredToken>;
}
