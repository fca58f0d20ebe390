import type { OperationDescription } from "./api-description.ts";
import { MAX_DELAY_MS } from "./delay.ts";
import type { EngineReply, ReplyInit } from "./messages.ts";
import type { ReplyFactory } from "./replies.ts";
import type { RecordedRequest } from "./request-log.ts";
import { unsendable } from "./sendable.ts";

export type Override = ReplyInit | ((request: RecordedRequest) => ReplyInit | Promise<ReplyInit>);

export interface OverrideOptions {
  /** Number of calls that get this reply. Default: all. */
  readonly times?: number;
  /** Time until the reply, in milliseconds. Default: 0. */
  readonly delayMs?: number;
  /** Sends the reply unchecked, for tests of what happens when a gateway breaks its own spec. Default: false. */
  readonly offSpec?: boolean;
}

interface ActiveOverride {
  readonly next: (request: RecordedRequest) => EngineReply | Promise<EngineReply>;
  readonly delayMs: number;
  remaining: number;
}

/** The replies that a test has set, in the place of the description's. */
export interface Overrides {
  /** Returns what takes the reply away again. */
  add(operation: OperationDescription, reply: Override, options?: OverrideOptions): () => void;
  /** The newest of an operation: one that has no calls left is forgotten. */
  take(operationId: string): ActiveOverride | undefined;
  clear(): void;
}

export function createOverrides(replies: ReplyFactory): Overrides {
  const active = new Map<string, ActiveOverride[]>();

  function forget(operationId: string, override: ActiveOverride): void {
    const others = (active.get(operationId) ?? []).filter((other) => other !== override);
    active.set(operationId, others);
  }

  return {
    add(operation, reply, { times = Number.POSITIVE_INFINITY, delayMs = 0, offSpec = false } = {}) {
      const { operationId } = operation;
      if (!(times >= 0)) throw new TypeError(`times must be a number from 0 up, not ${times}.`);
      if (!(delayMs >= 0 && delayMs <= MAX_DELAY_MS)) {
        throw new TypeError(`delayMs must be a number from 0 to ${MAX_DELAY_MS}, not ${delayMs}.`);
      }
      const build = (init: ReplyInit) => {
        checkReply(init, operationId);
        return offSpec ? replies.buildOffSpec(init) : replies.build(operation, init);
      };
      // A file's bytes are to be had later, but whether there may be one is said at once.
      const built =
        typeof reply === "function" ? undefined : build(isFile(reply) ? { ...reply, body: NO_BYTES } : reply);
      const next =
        built && !isFile(reply)
          ? always(built)
          : async (request: RecordedRequest) =>
              build(await readFile(typeof reply === "function" ? await reply(request) : reply));
      if (times === 0) return () => {};
      const added = { next, delayMs, remaining: times };
      active.set(operationId, [...(active.get(operationId) ?? []), added]);
      return () => forget(operationId, added);
    },
    take(operationId) {
      const override = active.get(operationId)?.at(-1);
      if (override && --override.remaining <= 0) forget(operationId, override);
      return override;
    },
    clear: () => active.clear(),
  };
}

const REPLY_FIELDS = ["status", "headers", "body", "example"];

/** Takes no `Response`, and no field that would go unnoticed. */
function checkReply(init: ReplyInit, operationId: string): void {
  const fields = Object.keys(init ?? {});
  const unknown = fields.find((field) => !REPLY_FIELDS.includes(field));
  if (unknown) throw new TypeError(`A reply of ${operationId} has no ${unknown}: it has ${REPLY_FIELDS.join(", ")}.`);
  if (!fields.includes("status")) throw new TypeError(`A reply of ${operationId} is an object with a status.`);
  const problem = unsendable(init.status, init.headers);
  if (problem) throw new TypeError(`A reply of ${operationId} cannot be sent: ${problem}.`);
}

const NO_BYTES = new Uint8Array();

function isFile(reply: Override): boolean {
  return Object(reply).body instanceof Blob;
}

async function readFile(init: ReplyInit): Promise<ReplyInit> {
  return init?.body instanceof Blob ? { ...init, body: new Uint8Array(await init.body.arrayBuffer()) } : init;
}

function always<T>(value: T): () => T {
  return () => value;
}
