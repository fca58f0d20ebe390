import type { Answer, Exchange } from "../src/call-gateway.ts";
import type { Finding } from "../src/create-prober.ts";
import type { Operation } from "../src/operations.ts";

export const operation: Operation = {
  operationId: "listThings",
  method: "GET",
  path: "/things",
  pointer: "/paths/~1things/get",
  pathPointer: "/paths/~1things",
  scheme: "bearer",
  needsInput: false,
  target: "/things",
  headers: {},
};

export function answerOf(more: Partial<Answer> = {}): Answer {
  const body = { text: "", json: undefined, isReadable: true, faults: [], remarks: [] };
  return { ...body, status: 200, headers: new Headers(), mediaType: "application/json", ...more };
}

/** What came of one call that was as described, but for some of it. */
export function findingOf({
  exchange = {},
  ...more
}: Partial<Omit<Finding, "exchange">> & { exchange?: Partial<Exchange> } = {}): Finding {
  return {
    exchange: { operation, purpose: "to see", answer: answerOf(), failure: undefined, milliseconds: 0, ...exchange },
    expected: 200,
    requestedAt: 0,
    differences: [],
    tested: [],
    fits: undefined,
    ...more,
  };
}
