import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../clock.ts";
import { identityOf } from "../identity-of.ts";
import { fromStored, type TimedToken, toStored } from "../timed-token.ts";
import type { TokenOwner, TokenStore } from "../token-store.ts";
import { createSeal, VERSION } from "./seal.ts";
import { isUsable, TROUBLE_PAUSE_MS } from "./share-rule.ts";
import { type Need, type SealedToken, shareToken } from "./share-token.ts";
import type { SharedFailure } from "./shared-failure.ts";
import type { SharedToken } from "./shared-token.ts";
import { StoreTrouble, troubleOf } from "./store-trouble.ts";
import type { TokenStoreEvent } from "./token-store-event.ts";

export interface SharedTokenStoreOptions {
  /** Names what the backend holds for one owner, such as `m800:token:2:{…}`. No secret is in the name. */
  readonly connect: (name: string) => SharedToken;
  /** Called when the backend fails or works again. What it throws fails no call: it is reported as uncaught. */
  readonly onEvent?: ((event: TokenStoreEvent) => void) | undefined;
}

/** What a process keeps for one owner. */
interface Entry extends Pick<Need, "shared" | "tokenSeal" | "failureSeal"> {
  /** Its own copy: no call that can use it waits for the backend. */
  copy?: TimedToken;
  flight?: Promise<TimedToken> | undefined;
}

/** Beyond this the owner who was seen first is forgotten, which costs no more than a look at the backend. */
const MAX_OWNERS = 10_000;

const { now } = systemClock;

/**
 * Creates a store over any backend that can compare and set. One of the processes that share it asks for a token, and for
 * the next one shortly before that dies; the others are told when that fails. While the backend cannot be used, each process
 * goes on with tokens of its own. The backend sees nothing in the clear.
 */
export function createSharedTokenStore({ connect, onEvent }: SharedTokenStoreOptions): TokenStore {
  const entries = new Map<string, Entry>();
  let troubledUntil: number | undefined;

  function tell(event: TokenStoreEvent): void {
    try {
      onEvent?.(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  function noteTrouble(error: unknown): void {
    if (!(error instanceof StoreTrouble)) throw error;
    if (troubledUntil === undefined) tell({ type: "sharing-failed", reason: error.reason });
    troubledUntil = performance.now() + TROUBLE_PAUSE_MS;
  }

  async function enter(owner: TokenOwner): Promise<Entry> {
    const identity = await identityOf(owner);
    const known = entries.get(identity);
    if (known) return known;
    // In braces, so that a cluster of Redis keeps the token and its lock in one place.
    const name = `m800:token:${VERSION}:{${identity}}`;
    const tokenSeal = await createSeal<SealedToken>(owner, name);
    const failureSeal = await createSeal<SharedFailure>(owner, `${name}:lock`);
    const entry: Entry = entries.get(identity) ?? { shared: guard(connect(name)), tokenSeal, failureSeal };
    entries.set(identity, entry);
    for (const [first] of entries) {
      if (entries.size <= MAX_OWNERS) break;
      entries.delete(first);
    }
    return entry;
  }

  type Wish = Parameters<TokenStore["obtain"]>;

  async function fetchToken(entry: Entry, [, replaces, ask, reason = "none"]: Wish): Promise<TimedToken> {
    const acquire = async () => fromStored(await ask(), now());
    if (performance.now() < (troubledUntil ?? 0)) return acquire();
    let hadTrouble = false;
    try {
      const timed = await shareToken({
        ...entry,
        replaces,
        reason,
        acquire,
        now,
        random: Math.random,
        // The auth layer's own timer keeps a process alive for as long as a call waits.
        sleep: (ms) => sleep(ms, undefined, { ref: false }),
        newLock: randomUUID,
        onUnreadable: () => tell({ type: "value-unreadable" }),
        onTrouble(error) {
          hadTrouble = true;
          noteTrouble(error);
        },
      });
      if (troubledUntil !== undefined && !hadTrouble) {
        troubledUntil = undefined;
        tell({ type: "sharing-resumed" });
      }
      return timed;
    } catch (error) {
      noteTrouble(error);
      return acquire();
    }
  }

  return {
    async obtain(...wish) {
      const [owner, replaces] = wish;
      const entry = await enter(owner);
      for (;;) {
        const { copy } = entry;
        if (copy && copy.token !== replaces && isUsable(copy, now())) return toStored(copy, now());
        const joined = entry.flight;
        entry.flight ??= fetchToken(entry, wish).finally(() => {
          entry.flight = undefined;
        });
        entry.copy = await entry.flight;
        // A flight that began before this token was to be replaced may end with it. Its own ends with what there is.
        if (!joined || entry.copy.token !== replaces) return toStored(entry.copy, now());
      }
    },
  };
}

/** Whatever the backend throws is trouble with it, and quotes nothing. */
function guard(shared: SharedToken): SharedToken {
  async function run<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw troubleOf(error);
    }
  }
  return {
    read: () => run(() => shared.read()),
    claim: (...values) => run(() => shared.claim(...values)),
    renew: (...values) => run(() => shared.renew(...values)),
    write: (...values) => run(() => shared.write(...values)),
    fail: (...values) => run(() => shared.fail(...values)),
  };
}
