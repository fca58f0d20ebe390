import { createCallEnd } from "./call-end.ts";
import { systemClock } from "./clock.ts";
import { identityOf } from "./identity-of.ts";
import { fromStored, toStored } from "./timed-token.ts";
import { createTokenSource, type TokenSource } from "./token-source.ts";
import type { StoredToken, TokenStore } from "./token-store.ts";

interface Entry {
  readonly source: TokenSource;
  /** The latest caller's: an earlier one may be gone. */
  acquire: () => Promise<StoredToken>;
}

/** Beyond this the owner who was seen first is forgotten, which costs no more than a token request. */
const MAX_OWNERS = 10_000;

/**
 * Creates a store for the clients of one process that are made anew again and again, one a request for example. They
 * share a failure's backoff too. A client that lives long needs none: it keeps its token by itself.
 *
 * @example
 * const tokenStore = createMemoryTokenStore();
 * app.get("/", () => createPhoneNumberClient({ ...options, tokenStore }).GET("/countries"));
 */
export function createMemoryTokenStore(): TokenStore {
  const entries = new Map<string, Entry>();

  function enter(identity: string, acquire: Entry["acquire"]): Entry {
    const entry: Entry = {
      source: createTokenSource({
        acquire: async () => fromStored(await entry.acquire(), systemClock.now()),
        clock: systemClock,
        random: Math.random,
        onEvent() {},
        // The client asks again by itself.
        maxAsks: 1,
      }),
      acquire,
    };
    entries.set(identity, entry);
    for (const [first] of entries) {
      if (entries.size <= MAX_OWNERS) break;
      entries.delete(first);
    }
    return entry;
  }

  return {
    async obtain(owner, replaces, acquire, reason) {
      const identity = await identityOf(owner);
      const entry = entries.get(identity) ?? enter(identity, acquire);
      entry.acquire = acquire;
      if (replaces !== undefined && reason === "rejected") entry.source.reject(replaces);
      return toStored(await entry.source.get(createCallEnd({}), replaces), systemClock.now());
    },
  };
}
