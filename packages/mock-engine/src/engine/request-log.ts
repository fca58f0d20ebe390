import type { OperationDescription } from "./api-description.ts";
import type { Masker } from "./create-masker.ts";
import type { EngineRequest } from "./messages.ts";
import type { Parameters } from "./parameters.ts";

/** A request that the mock API has received, with its secrets masked. */
export interface RecordedRequest {
  /** Undefined where no operation matched. */
  readonly operationId: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** Below the base URL, without its query. */
  readonly path: string;
  /** Parsed by the spec; empty where the request was refused before its parameters were read. */
  readonly parameters: Readonly<Partial<Parameters>>;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Parsed by the spec: bytes as a `Uint8Array`, where they are neither JSON, a form nor text, and for a form's files.
   * Undefined where there was none or the request was refused before it was read.
   */
  readonly body: unknown;
  /** Of the answer; 0 for none, undefined until it is decided. */
  readonly status: number | undefined;
  /** In words, why the API refused the request; undefined if it did not. */
  readonly refusal: string | undefined;
}

export interface RequestLimits {
  /** Default: 1,000. */
  readonly requests?: number | undefined;
  /** What the bodies of those requests may come to, in bytes as they were sent. Default: 4 MiB. */
  readonly requestBytes?: number | undefined;
}

export interface RequestLog {
  add(entry: LogEntry): void;
  /** Counts the body of an entry that was added. */
  weigh(bytes: number): void;
  /** The last requests, oldest first. */
  read(operationId?: string): readonly RecordedRequest[];
  /** What a test may see of an entry: parsed, and without secrets. */
  publish(entry: LogEntry): RecordedRequest;
  clear(): void;
}

/** What is kept of a request: little, since memory that lives long makes every call slower. */
export interface LogEntry {
  readonly operation: OperationDescription | undefined;
  readonly method: string;
  readonly pathname: string;
  headers: EngineRequest["headers"];
  parameters: Parameters | undefined;
  body: unknown;
  /** Of the body, as it was sent. */
  bytes: number;
  status: number | undefined;
  refusal: string | undefined;
}

export function createLogEntry(
  { method, pathname, headers }: Pick<EngineRequest, "method" | "pathname" | "headers">,
  operation: OperationDescription | undefined,
): LogEntry {
  return {
    operation,
    method,
    pathname,
    headers,
    parameters: undefined,
    body: undefined,
    bytes: 0,
    status: undefined,
    refusal: undefined,
  };
}

/** What comes on top pushes out the oldest, so that a mock that serves for days does not grow. */
export function createRequestLog(
  masker: Masker,
  { requests = 1_000, requestBytes = 4 * 2 ** 20 }: RequestLimits = {},
): RequestLog {
  let entries: LogEntry[] = [];
  let bytes = 0;
  /** The last of each operation: a client's calls are alike. */
  const known = new Map<OperationDescription | undefined, EngineRequest["headers"]>();

  function publish({ operation, method, pathname, headers, parameters, body, status, refusal }: LogEntry) {
    const read = parameters ?? { path: {}, query: {}, header: {}, cookie: {} };
    const { body: maskedBody, ...maskedParameters } = masker.values(operation, { ...read, body });
    return {
      operationId: operation?.operationId,
      method,
      path: masker.path(operation, pathname),
      parameters: maskedParameters,
      headers: masker.headers(operation, headers),
      body: maskedBody,
      status,
      refusal,
    };
  }

  return {
    add(entry) {
      const last = known.get(entry.operation);
      if (last && isSame(last, entry.headers)) entry.headers = last;
      else known.set(entry.operation, entry.headers);
      entries.push(entry);
      if (entries.length < 2 * requests) return;
      entries = entries.slice(-requests);
      bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    },
    weigh(more) {
      bytes += more;
      let dropped = 0;
      while (bytes > requestBytes && dropped < entries.length - 1) bytes -= entries[dropped++]?.bytes ?? 0;
      if (dropped > 0) entries = entries.slice(dropped);
    },
    read: (operationId) =>
      (requests === 0 ? [] : entries.slice(-requests))
        .filter(({ operation }) => operationId === undefined || operation?.operationId === operationId)
        .map(publish),
    publish,
    clear() {
      entries = [];
      bytes = 0;
      known.clear();
    },
  };
}

function isSame(one: EngineRequest["headers"], other: EngineRequest["headers"]): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
