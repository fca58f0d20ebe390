import { ConfigurationError, type TokenStore } from "@m800/phone-number-auth";
import { createSharedTokenStore, type TokenStoreEvent } from "@m800/phone-number-auth/shared-token-store";
import { COMMAND_TIMEOUT_MS, evaluateAt, evaluateWith, type IoRedisLike, type NodeRedisLike } from "./evaluator.ts";
import { createSharedToken } from "./shared-token.ts";

export interface RedisTokenStoreOptions {
  /** `redis://` or `rediss://`: the store connects by itself when it first needs to. One server, not a cluster's node. */
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
  const connect = (key: string) => createSharedToken(evaluate, key, COMMAND_TIMEOUT_MS);
  return { ...createSharedTokenStore({ connect, onEvent }), close };
}

function checkUrl(url: string | undefined): string {
  if (!url || !/^rediss?:\/\/./.test(url)) {
    throw new ConfigurationError("url must begin with redis:// or rediss://.");
  }
  return url;
}
