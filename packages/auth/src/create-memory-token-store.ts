import { type Clock, systemClock } from "./clock.ts";
import { identityOf } from "./identity-of.ts";
import { elapsedMs, type Instant } from "./token-rule.ts";
import type { StoredToken, TokenStore } from "./token-store.ts";

interface Entry {
  readonly stored: StoredToken;
  readonly storedAt: Instant;
}

/**
 * Creates a store for the clients of one process that are made anew again and again, one a request for example. A
 * client that lives long needs none: it keeps its token by itself.
 *
 * @example
 * const tokenStore = createMemoryTokenStore();
 * app.get("/", () => createPhoneNumberClient({ ...options, tokenStore }).GET("/countries"));
 */
export function createMemoryTokenStore(clock: Clock = systemClock): TokenStore {
  const entries = new Map<string, Entry>();
  const pending = new Map<string, Promise<StoredToken>>();

  return {
    async obtain(owner, replaces, acquire) {
      const identity = await identityOf(owner);
      const entry = entries.get(identity);
      if (entry && entry.stored.token !== replaces) {
        const ageMs = entry.stored.ageMs + elapsedMs(entry.storedAt, clock.now());
        if (ageMs < entry.stored.lifetimeMs) return { ...entry.stored, ageMs };
      }
      const flight = pending.get(identity);
      if (flight) return flight;
      const started = acquire()
        .then((stored) => {
          entries.set(identity, { stored, storedAt: clock.now() });
          return stored;
        })
        .finally(() => pending.delete(identity));
      pending.set(identity, started);
      return started;
    },
  };
}
