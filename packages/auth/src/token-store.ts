import type { AcquisitionReason } from "./auth-event.ts";
import type { Credentials } from "./credentials.ts";

/** Who a token belongs to. Holds secrets: a store keys what it keeps by {@link identityOf}, never by these. */
export interface TokenOwner {
  readonly baseUrl: string;
  readonly credentials: Credentials;
}

/**
 * An access token as it is handed to a store, and as a store hands it back. It means the same in every process: no clock of
 * one of them is in it. A store adds to the age the time for which it kept the token.
 */
export interface StoredToken {
  /** As the API issued it. */
  readonly token: string;
  /** From the start of the request for it. */
  readonly lifetimeMs: number;
  /** How much of its life is over, at the moment of handing over. */
  readonly ageMs: number;
}

/**
 * Shares one access token between clients with the same owner. A client keeps its own copy: it comes here only when
 * that copy is due, dead or rejected, and waits no longer than for a token request: 10 s.
 */
export interface TokenStore {
  /**
   * Returns the token that is stored for the owner, if it is alive and not the one to be replaced. Otherwise calls
   * `acquire`, once at a time for all who share the store, and stores what it returns. A failure is not stored.
   *
   * @param owner Whose token it is.
   * @param replaces The token that the client wants replaced.
   * @param acquire Asks the API for another.
   * @param reason Why it wants one. Only a `rejected` token is useless to all others too.
   */
  obtain(
    owner: TokenOwner,
    replaces: string | undefined,
    acquire: () => Promise<StoredToken>,
    reason?: AcquisitionReason,
  ): Promise<StoredToken>;
}
