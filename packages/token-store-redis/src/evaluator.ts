import { ConfigurationError } from "@m800/phone-number-auth";
import { createClient } from "redis";
import { COMMAND_TIMEOUT_MS } from "./share-rule.ts";

/** A client, or cluster, of the `redis` package. */
export interface NodeRedisLike {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client, or cluster, of `ioredis` or `iovalkey`. */
export interface IoRedisLike {
  defineCommand(name: string, definition: { lua: string }): void;
  eval(script: string, numberOfKeys: number, ...keysAndValues: string[]): Promise<unknown>;
}

/** Runs Lua scripts in Redis. */
export interface Evaluator {
  /** @throws RedisTrouble if Redis fails, or does not answer within a second. */
  evaluate(script: string, keys: string[], values: string[]): Promise<unknown>;
  /** Ends the connection, if it is this evaluator's own. */
  close(): void;
}

/** Redis cannot be used. Holds nothing of the client's error, which may quote a command, and so a password. */
export class RedisTrouble extends Error {
  override readonly name = "RedisTrouble";
  /** See the event `sharing-failed`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`Redis cannot be used (${reason}).`);
    this.reason = reason;
  }
}

/** Uses a client of the user's, who connects and closes it. */
export function evaluateWith(client: NodeRedisLike | IoRedisLike): Evaluator {
  return {
    evaluate: (script, keys, values) =>
      inTime(
        "defineCommand" in client
          ? client.eval(script, keys.length, ...keys, ...values)
          : client.eval(script, { keys, arguments: values }),
      ),
    close() {},
  };
}

/**
 * Connects when first needed, and again when needed after a failure: between calls, nothing is attempted. The connection
 * keeps no process alive.
 *
 * @throws ConfigurationError if the URL cannot be read
 */
export function evaluateAt(url: string): Evaluator {
  const create = () =>
    createClient({
      url,
      disableOfflineQueue: true,
      socket: { connectTimeout: COMMAND_TIMEOUT_MS, reconnectStrategy: false },
    });
  try {
    create();
  } catch {
    // Without the cause, which may quote the URL and so a password.
    throw new ConfigurationError(
      "url cannot be read. Its user and password must be percent-encoded, its port and database numbers.",
    );
  }
  let client: ReturnType<typeof create> | undefined;
  let connected: Promise<unknown> | undefined;

  function close(): void {
    client?.destroy();
    client = connected = undefined;
  }

  async function connect(): Promise<ReturnType<typeof create>> {
    if (!client?.isOpen) {
      client = create();
      // Without a listener, an error would end the process. Commands fail with it as well.
      client.on("error", () => {});
      client.unref();
      connected = client.connect();
    }
    const current = client;
    await connected;
    return current;
  }

  return {
    async evaluate(script, keys, values) {
      try {
        const current = await inTime(connect());
        return await inTime(current.eval(script, { keys, arguments: values }));
      } catch (error) {
        if (!(error instanceof RedisTrouble) || error.reason === "timeout") close();
        throw error;
      }
    },
    close,
  };
}

function inTime<T>(reply: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const expire = () => reject(new RedisTrouble("timeout"));
    // A turn later, so that a process that was paused itself sees the reply that came meanwhile.
    const timer = setTimeout(() => setImmediate(expire), COMMAND_TIMEOUT_MS);
    reply
      .finally(() => clearTimeout(timer))
      .then(resolve, (error) => reject(error instanceof RedisTrouble ? error : new RedisTrouble(reasonOf(error))));
  });
}

/** Nothing of a foreign error is quoted but a code: the system's, or the word in capitals that Redis's errors begin with. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : error.message;
  return /^[A-Z][A-Z_]{1,40}\b/.exec(code)?.[0] ?? "unknown";
}
