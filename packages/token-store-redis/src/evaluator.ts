import { ConfigurationError } from "@m800/phone-number-auth";
import { StoreTrouble } from "@m800/phone-number-auth/shared-token-store";
import { createClient, ErrorReply } from "redis";
import { reasonOf } from "./reason-of.ts";

/** Redis answers within a millisecond or so. What takes this long, while this process runs, counts as a failure. */
export const COMMAND_TIMEOUT_MS = 1_000;

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
  /** @throws StoreTrouble if Redis fails, or does not answer within a second. */
  evaluate(script: string, keys: string[], values: string[]): Promise<unknown>;
  /** Ends the connection, if it is this evaluator's own. */
  close(): void;
}

/** Uses a client of the user's, who connects and closes it. */
export function evaluateWith(client: NodeRedisLike | IoRedisLike): Evaluator {
  return {
    async evaluate(script, keys, values) {
      try {
        return await inTime(
          "defineCommand" in client
            ? client.eval(script, keys.length, ...keys, ...values)
            : client.eval(script, { keys, arguments: values }),
        );
      } catch (error) {
        throw troubleOf(error, script);
      }
    },
    close() {},
  };
}

/**
 * Connects when first needed, and again when needed after a failure: between calls, nothing is attempted. A command that fails
 * on a connection that was kept is tried once more on a new one: only that tells whether Redis can be used, since what
 * sits between drops idle connections without a word. The connection keeps no process alive.
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
  interface Connection {
    readonly client: ReturnType<typeof create>;
    readonly isReady: Promise<unknown>;
    hasAnswered: boolean;
  }
  let kept: Connection | undefined;
  let closings = 0;

  function connect(): Connection {
    const client = create();
    // Without a listener, an error would end the process. Commands fail with it as well.
    client.on("error", () => {});
    client.unref();
    return { client, isReady: client.connect(), hasAnswered: false };
  }

  return {
    async evaluate(script, keys, values) {
      const before = closings;
      for (let isLast = false; ; isLast = true) {
        const connection = kept?.client.isOpen ? kept : connect();
        const { hasAnswered } = connection;
        kept = connection;
        try {
          await inTime(connection.isReady);
          const reply = await inTime(connection.client.eval(script, { keys, arguments: values }));
          connection.hasAnswered = true;
          return reply;
        } catch (error) {
          const isAlive = hasAnswered && isAnswer(error);
          if (!isAlive) connection.client.destroy();
          if (isAlive || !hasAnswered || isLast || closings > before) throw troubleOf(error, script);
        }
      }
    },
    close() {
      closings++;
      kept?.client.destroy();
    },
  };
}

/** Redis itself refused: a new connection would not help, but for one to a server that is no longer the primary. */
function isAnswer(error: unknown): boolean {
  return error instanceof ErrorReply && !error.message.startsWith("READONLY");
}

function troubleOf(error: unknown, script: string): StoreTrouble {
  return error instanceof StoreTrouble ? error : new StoreTrouble(reasonOf(error, script));
}

/** While a process stands still for want of a processor, no more than one of these passes for it. */
const TICKS = 10;

function inTime<T>(reply: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (ticks: number) => {
      timer = setTimeout(() => (ticks > 1 ? wait(ticks - 1) : expire()), COMMAND_TIMEOUT_MS / TICKS);
    };
    // A turn later, so that a process that was paused itself sees the reply that came meanwhile.
    const expire = () => setImmediate(() => reject(new StoreTrouble("timeout")));
    wait(TICKS);
    reply.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
