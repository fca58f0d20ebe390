import type { Call, Deviation } from "./serve-gateway.ts";

/** A gateway with one difference, and all that the check has to say about it. */
export interface Deviating {
  readonly given: string;
  readonly deviation: Deviation;
  readonly tokenLifetimeSeconds?: number;
  readonly slowMs?: number;
  readonly timeoutMs?: number;
  /** The differences, complete and in their order. */
  readonly differences?: readonly string[];
  /** The notes, but for that on a lifetime of 300 s. */
  readonly notes?: readonly unknown[];
  /** What could not be checked: all of it. */
  readonly gaps?: readonly unknown[];
  /** How the check ends; by default what the differences and the gaps make of it. */
  readonly status?: number;
  /** The marks that are contradicted: all of them. */
  readonly contradicted?: readonly string[];
}

/** An answer in JSON. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** An error page as proxies and servers send them. */
export const html = (status: number) =>
  new Response("<!DOCTYPE html><html><title>Oops</title></html>", {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });

/** What a busy or broken gateway answers. */
export const busy = (status: number, retryAfter?: string) =>
  json(status, { code: "busy", message: "Later." }, retryAfter === undefined ? {} : { "retry-after": retryAfter });

/** Answers the first call of an operation otherwise. */
export function firstTime(operation: Call["operation"], by: () => Response): Deviation {
  let isFirst = true;
  return ({ operation: called, answer }) => {
    if (called !== operation || !isFirst) return answer();
    isFirst = false;
    return by();
  };
}

export type Fields = Record<string, unknown>;

/** Changes the bodies of an operation's answers that have a status. */
export function body(operation: Call["operation"], status: number, change: (fields: Fields) => unknown): Deviation {
  return async ({ operation: called, answer }) => {
    const response = await answer();
    if (called !== operation || response.status !== status) return response;
    return json(status, change((await response.json()) as Fields), headersOf(response));
  };
}

/** Replaces an operation's answers that have a status. */
export function replaced(operation: Call["operation"], status: number, by: () => Response): Deviation {
  return async ({ operation: called, answer }) => {
    const response = await answer();
    return called === operation && response.status === status ? by() : response;
  };
}

function headersOf(response: Response): Record<string, string> {
  const challenge = response.headers.get("www-authenticate");
  return challenge === null ? {} : { "www-authenticate": challenge };
}
