import type { OperationDescription } from "./api-description.ts";
import type { EngineReply, EngineRequest } from "./messages.ts";
import type { Parameters } from "./parameters.ts";

/** A request that the mock API has received, with its secrets masked. */
export interface RecordedRequest {
  /** Undefined where no operation matched. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Parsed by the spec; empty where the request was refused before its parameters were read. */
  readonly parameters: Readonly<Partial<Parameters>>;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed by the spec; undefined where there was none or the request was refused before it was read. */
  readonly body: unknown;
  /** Of the answer; 0 for none, undefined until it is decided. */
  readonly status: number | undefined;
  /** In words, why the API refused the request; undefined if it did not. */
  readonly refusal: string | undefined;
}

/** Requests beyond this number push out the oldest, so that a mock that serves for days does not grow. */
const CAPACITY = 1_000;

export interface RequestLog {
  add(entry: LogEntry): void;
  /** The last 1,000 requests, oldest first. */
  read(operationId?: string): readonly RecordedRequest[];
  /** What a test may see of an entry: parsed, and without secrets. */
  publish(entry: LogEntry): RecordedRequest;
  clear(): void;
}

export interface LogEntry {
  readonly request: Pick<EngineRequest, "method" | "pathname" | "headers">;
  readonly operation: OperationDescription | undefined;
  parameters?: Parameters;
  body?: unknown;
  reply?: EngineReply;
}

export function createRequestLog(): RequestLog {
  let entries: LogEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length >= 2 * CAPACITY) entries = entries.slice(-CAPACITY);
    },
    read: (operationId) =>
      entries
        .slice(-CAPACITY)
        .filter(({ operation }) => operationId === undefined || operation?.operationId === operationId)
        .map(publish),
    publish,
    clear() {
      entries = [];
    },
  };
}

function publish({
  request,
  operation,
  parameters = { path: {}, query: {}, header: {}, cookie: {} },
  body,
  reply,
}: LogEntry): RecordedRequest {
  const { authorization, ...headers } = request.headers;
  return {
    operationId: operation?.operationId,
    method: request.method,
    path: request.pathname,
    parameters,
    headers: authorization === undefined ? headers : { ...headers, authorization: maskCredentials(authorization) },
    body: maskSecrets(body, operation?.requestBody?.secrets ?? []),
    status: reply?.status,
    refusal: reply?.refusal,
  };
}

const MASK = "***";

function maskCredentials(authorization: string): string {
  const [scheme, ...credentials] = authorization.split(" ");
  return credentials.length > 0 ? `${scheme} ${MASK}` : MASK;
}

function maskSecrets(body: unknown, secrets: readonly string[]): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, secrets.includes(name) ? MASK : value]));
}
