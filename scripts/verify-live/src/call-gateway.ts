import type { Operation } from "./operations.ts";

/** What came back from one call. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Without its parameters, in lower case; empty if the answer names none. */
  readonly mediaType: string;
  readonly text: string;
  /** The body, parsed; undefined if it is no JSON. */
  readonly json: unknown;
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
): Promise<Exchange> {
  const startedAt = performance.now();
  const ended = (result: { answer: Answer } | { failure: string }): Exchange => ({
    operation,
    purpose,
    answer: undefined,
    failure: undefined,
    ...result,
    milliseconds: performance.now() - startedAt,
  });
  try {
    const response = await fetch(`${baseUrl}${operation.path}`, {
      method: operation.method,
      headers: { "Content-Type": "application/json", ...(authorization !== undefined && { authorization }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const [mediaType = ""] = (response.headers.get("content-type") ?? "").toLowerCase().split(";");
    const { status, headers } = response;
    return ended({ answer: { status, headers, mediaType: mediaType.trim(), text, json: parse(text) } });
  } catch (error) {
    return ended({ failure: explain(error, timeoutMs) });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A name or a code and nothing more: messages of the network layer may hold what was sent. */
function explain(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return "the call failed";
  if (error.name === "TimeoutError") return `no whole answer within ${timeoutMs / 1000} s`;
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
  return `the connection failed (${code})`;
}
