import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ConfigurationError,
  type Instant,
  identityOf,
  type TokenOwner,
  type TokenStore,
} from "@m800/phone-number-auth";
import { evaluateAt, evaluateWith, type IoRedisLike, type NodeRedisLike, RedisTrouble } from "./evaluator.ts";
import { createSeal, type Seal } from "./seal.ts";
import { COMMAND_TIMEOUT_MS, isUsable, LOCK_MS, TROUBLE_PAUSE_MS } from "./share-rule.ts";
import { shareToken } from "./share-token.ts";
import { createSharedToken, type SharedToken } from "./shared-token.ts";
import { fromStored, type TimedToken, toStored } from "./timed-token.ts";
import type { TokenStoreEvent } from "./token-store-event.ts";

export interface RedisTokenStoreOptions {
  /** `redis://` or `rediss://`: the store connects by itself when it first needs to. */
  readonly url?: string | undefined;
  /** Instead of a URL: a client, or cluster, of `redis`, `ioredis` or `iovalkey`, which you connect and close. */
  readonly client?: NodeRedisLike | IoRedisLike | undefined;
  /** Called when Redis fails or works again. What it throws fails no call: it is reported as uncaught. */
  readonly onEvent?: ((event: TokenStoreEvent) => void) | undefined;
}

export interface RedisTokenStore extends TokenStore {
  /** Ends the connection that the store opened for its `url`. A `client` is left alone. */
  close(): void;
}

/** What a process keeps for one owner. */
interface Entry {
  readonly redis: SharedToken;
  readonly seal: Seal;
  /** Its own copy: no call that can use it waits for Redis. */
  copy?: TimedToken;
  flight?: Promise<TimedToken> | undefined;
}

/** Beyond this the owner who was seen first is forgotten, which costs no more than a look at Redis. */
const MAX_OWNERS = 10_000;

const now = (): Instant => ({ wall: Date.now(), monotonic: performance.now() });

/**
 * Creates a store in Redis 6.2 or newer, or Valkey, that all processes of a fleet share. One of them asks for a token, and
 * for the next one shortly before that dies. While Redis cannot be used, each process goes on with tokens of its own.
 *
 * @throws ConfigurationError unless there is either a `url`, which can be read, or a `client`
 * @example
 * const tokenStore = createRedisTokenStore({ url: "redis://cache.internal:6379" });
 * const client = createPhoneNumberClient({ baseUrl, credentials, tokenStore });
 */
export function createRedisTokenStore({ url, client, onEvent }: RedisTokenStoreOptions): RedisTokenStore {
  if ((url === undefined) === (client === undefined)) {
    throw new ConfigurationError("createRedisTokenStore needs either a url or a client.");
  }
  const { evaluate, close } = client ? evaluateWith(client) : evaluateAt(checkUrl(url));
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
    if (!(error instanceof RedisTrouble)) throw error;
    if (troubledUntil === undefined) tell({ type: "sharing-failed", reason: error.reason });
    troubledUntil = performance.now() + TROUBLE_PAUSE_MS;
  }

  async function enter(owner: TokenOwner): Promise<Entry> {
    const identity = await identityOf(owner);
    // In braces, so that a cluster keeps the token and its lock in one place.
    const key = `m800:token:{${identity}}`;
    const seal = entries.get(identity)?.seal ?? (await createSeal(owner, key));
    const timing = { lockMs: LOCK_MS, timeoutMs: COMMAND_TIMEOUT_MS };
    const entry = entries.get(identity) ?? { redis: createSharedToken(evaluate, key, timing), seal };
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
      const stored = await shareToken({
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
      return stored;
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
    close,
  };
}

function checkUrl(url: string | undefined): string {
  if (!url || !/^rediss?:\/\/./.test(url)) {
    throw new ConfigurationError("url must begin with redis:// or rediss://.");
  }
  return url;
}
