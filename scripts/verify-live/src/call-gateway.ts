import type { Clock } from "./clock.ts";
import type { Operation } from "./operations.ts";
import { type Body, readBody } from "./read-body.ts";

/** What came back from one call. */
export interface Answer extends Body {
  readonly status: number;
  readonly headers: Headers;
  /** Without its parameters, in lower case; empty if the answer names none. */
  readonly mediaType: string;
}

export interface Call {
  readonly authorization?: string | undefined;
  readonly body?: object;
}

/** One call and what became of it. */
export interface Exchange {
  readonly operation: Operation;
  /** What the call was to show: "with a fresh token". */
  readonly purpose: string;
  readonly answer: Answer | undefined;
  /** Why there is no answer, in words. */
  readonly failure: string | undefined;
  /** Until the body was whole. */
  readonly milliseconds: number;
}

export interface Gateway {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** Calls an operation once. Follows no redirect, since that would carry credentials to where it leads. */
export async function callGateway(
  { baseUrl, timeoutMs }: Gateway,
  operation: Operation,
  purpose: string,
  { authorization, body }: Call,
  clock: Clock,
): Promise<Exchange> {
  const startedAt = clock.now();
  const ended = (result: { answer: Answer } | { failure: string }): Exchange => ({
    operation,
    purpose,
    answer: undefined,
    failure: undefined,
    ...result,
    milliseconds: clock.now() - startedAt,
  });
  try {
    const response = await fetch(`${baseUrl}${operation.target ?? operation.path}`, {
      method: operation.method,
      headers: {
        "Content-Type": "application/json",
        ...operation.headers,
        ...(authorization !== undefined && { authorization }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: clock.deadline(timeoutMs),
    });
    const contentType = response.headers.get("content-type") ?? "";
    const read = readBody(new Uint8Array(await response.arrayBuffer()), contentType);
    const mediaType = contentType.toLowerCase().replace(/;.*/, "").trim();
    const { status, headers } = response;
    return ended({ answer: { ...read, status, headers, mediaType } });
  } catch (error) {
    return ended({ failure: explain(error, timeoutMs) });
  }
}

/** A name or a code and nothing more: messages of the network layer may hold what was sent. */
function explain(error: unknown, timeoutMs: number): string {
  const { name, cause }: { name?: unknown; cause?: unknown } = Object(error);
  if (name === "TimeoutError") return `no whole answer within ${timeoutMs / 1000} s`;
  const { code = name }: { code?: unknown } = Object(cause);
  return `the connection failed (${code})`;
}
