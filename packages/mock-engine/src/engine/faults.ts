import { delay, MAX_DELAY_MS } from "./delay.ts";
import type { EngineReply } from "./messages.ts";
import { own } from "./own.ts";
import { createRandom } from "./random.ts";
import { unsendable } from "./sendable.ts";

/** Trouble between a client and the API, for some of the requests or all. */
export type Fault<OperationId extends string = string> = Trouble & {
  /** operationId whose requests it meets. Default: every request, also those that no operation matches. */
  readonly operation?: OperationId | undefined;
  /** The one request that it meets, counted from 1 among those of its operation. Default: all of them. */
  readonly nth?: number | undefined;
  /** Share of the requests that it meets, from 0 to 1; the seed decides which. Default: 1. */
  readonly rate?: number | undefined;
};

export type Trouble =
  /** The connection breaks before there is an answer. */
  | { readonly kind: "network-error" }
  /** There is never an answer: the connection breaks at the next reset. */
  | { readonly kind: "timeout" }
  /** The gateway answers with this status before it looks at the request. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** The connection breaks in the middle of the answer's body. */
  | { readonly kind: "truncate" }
  /** The answer comes so many milliseconds later. */
  | { readonly kind: "slow"; readonly delayMs: number }
  /** The answer's body is not what its content type says. */
  | { readonly kind: "garbage" };

/** Trouble that a test makes. */
export interface MockFaults<OperationId extends string = string> {
  /**
   * Adds a fault, and returns what removes it. Where several meet a request they add up, in the order they were added.
   *
   * @throws TypeError if the fault is invalid.
   * @example api.faults.add({ kind: "status", status: 503, operation: "listCountries", rate: 0.2 });
   */
  add(fault: Fault<OperationId>): () => void;
  /** Removes all. */
  clear(): void;
}

export interface FaultInjector extends MockFaults {
  /** Serves a request through the faults that meet it. */
  serve(operationId: string | undefined, answers: Answers): Promise<EngineReply>;
  reset(): void;
}

export interface Answers {
  /** What the API answers. */
  own(): Promise<EngineReply>;
  /** What a gateway in trouble answers for it. */
  status(status: number, headers: Readonly<Record<string, string>> | undefined): EngineReply;
}

interface ActiveFault {
  readonly fault: Fault;
  seen: number;
}

export function createFaultInjector(operationIds: readonly string[], seed: number): FaultInjector {
  let active: ActiveFault[] = [];
  let random = createRandom(seed);
  let [held, release] = createLatch();

  function meets(entry: ActiveFault, operationId: string | undefined): boolean {
    const { operation = operationId, nth, rate = 1 } = entry.fault;
    if (operation !== operationId) return false;
    entry.seen++;
    return (nth === undefined || nth === entry.seen) && random() < rate;
  }

  function serve(operationId: string | undefined, answers: Answers): Promise<EngineReply> {
    const faults = active.filter((entry) => meets(entry, operationId)).map(({ fault }) => fault);
    return faults.length === 0 ? answers.own() : serveThrough(faults, answers);
  }

  async function serveThrough(faults: readonly Fault[], { own, status }: Answers): Promise<EngineReply> {
    let answer = own;
    for (const fault of faults) {
      const before = answer;
      if (fault.kind === "slow") await delay(fault.delayMs);
      else if (fault.kind === "status") answer = async () => status(fault.status, fault.headers);
      else if (fault.kind === "truncate") answer = async () => ({ ...(await before()), lost: "truncate" });
      else if (fault.kind === "garbage") answer = async () => spoil(await before());
      else
        return { status: 0, headers: {}, lost: "network-error", ...(fault.kind === "timeout" && { heldUntil: held }) };
    }
    return answer();
  }

  /** What is valid in no format that an API promises. */
  function spoil(reply: EngineReply): EngineReply {
    const garbage = Array.from({ length: 64 }, () => String.fromCharCode(33 + Math.floor(random() * 94)));
    return reply.body === undefined ? reply : { ...reply, body: `}${garbage.join("")}` };
  }

  return {
    serve,
    add(fault) {
      checkFault(fault, operationIds);
      const entry = { fault, seen: 0 };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    clear() {
      active = [];
    },
    reset() {
      active = [];
      random = createRandom(seed);
      release();
      [held, release] = createLatch();
    },
  };
}

/** A promise, and what fulfils it. */
function createLatch(): [Promise<void>, () => void] {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return [held, release];
}

const FIELDS_BY_KIND: Readonly<Record<string, readonly string[]>> = {
  "network-error": [],
  timeout: [],
  status: ["status", "headers"],
  truncate: [],
  slow: ["delayMs"],
  garbage: [],
} satisfies Record<Trouble["kind"], readonly string[]>;

function checkFault(fault: Fault, operationIds: readonly string[]): void {
  const { kind, operation, nth, rate } = Object(fault) as Fault;
  const fields = own(FIELDS_BY_KIND, String(kind));
  if (!fields)
    throw new TypeError(`A fault's kind is one of ${Object.keys(FIELDS_BY_KIND).join(", ")}, not "${kind}".`);
  const known = ["kind", "operation", "nth", "rate", ...fields];
  const unknown = Object.keys(fault).find((field) => !known.includes(field));
  if (unknown) throw new TypeError(`A fault of kind ${kind} has no ${unknown}: it has ${known.join(", ")}.`);
  if (operation !== undefined && !operationIds.includes(operation)) {
    throw new TypeError(`There is no operation ${operation}: the spec has ${operationIds.join(", ")}.`);
  }
  if (nth !== undefined && !(Number.isInteger(nth) && nth >= 1)) {
    throw new TypeError(`A fault's nth is a whole number from 1 up, not ${nth}.`);
  }
  if (rate !== undefined && !(typeof rate === "number" && rate >= 0 && rate <= 1)) {
    throw new TypeError(`A fault's rate is a number from 0 to 1, not ${rate}.`);
  }
  if (fault.kind === "status") {
    const problem = unsendable(fault.status, fault.headers);
    if (problem) throw new TypeError(`A fault of kind status cannot be sent: ${problem}.`);
  }
  if (fault.kind === "slow" && !isDelay(fault.delayMs)) {
    throw new TypeError(`A fault's delayMs is a number from 0 to ${MAX_DELAY_MS}, not ${fault.delayMs}.`);
  }
}

function isDelay(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= MAX_DELAY_MS;
}
