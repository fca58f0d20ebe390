import type { ApiDescription, FindValidator, OperationDescription } from "./api-description.ts";
import type { Behaviour } from "./behaviour.ts";
import { createMasker, type Masker } from "./create-masker.ts";
import { createOverrides, type Override, type OverrideOptions } from "./create-overrides.ts";
import { delay } from "./delay.ts";
import { type Answers, createFaultInjector, type MockFaults } from "./faults.ts";
import type { EngineReply, EngineRequest, Refusal } from "./messages.ts";
import { nearestPath } from "./nearest-path.ts";
import { readParameters } from "./parameters.ts";
import { readPreference } from "./prefer.ts";
import { describedStatus } from "./refusals.ts";
import { BODILESS, createReplyFactory, type ReplyFactory } from "./replies.ts";
import { readRequestBody } from "./request-body.ts";
import { RequestError } from "./request-error.ts";
import {
  createLogEntry,
  createRequestLog,
  type LogEntry,
  type RecordedRequest,
  type RequestLimits,
} from "./request-log.ts";
import { createRouter, pathValuesOf } from "./router.ts";
import { authenticate } from "./security.ts";
import { unsendable } from "./sendable.ts";

/** Serves an API from its description: requests in, replies out, wherever they come from. */
export interface Engine {
  handle(request: EngineRequest): Promise<EngineReply>;
  /** Returns what takes the reply away again. */
  override(operationId: string, reply: Override, options?: OverrideOptions): () => void;
  /** Path and query of a request, their secrets masked. */
  maskTarget(request: Pick<EngineRequest, "method" | "pathname" | "search">): string;
  requests(operationId?: string): readonly RecordedRequest[];
  readonly faults: MockFaults;
  reset(): void;
}

export interface EngineOptions {
  /** Decides all that looks random. Default: 1. */
  readonly seed?: number;
  readonly limits?: RequestLimits | undefined;
  /** Called for each request, when its answer is decided. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** What depends on the description alone, and all engines of it share: a thousand of them cost no more than their data. */
interface Parts {
  readonly route: ReturnType<typeof createRouter>;
  readonly replies: ReplyFactory;
  readonly masker: Masker;
  readonly operationIds: readonly string[];
}

const partsByApi = new WeakMap<ApiDescription, Parts>();

function partsOf(api: ApiDescription, findValidator: FindValidator): Parts {
  const known = partsByApi.get(api);
  if (known) return known;
  const parts = {
    route: createRouter(api.operations),
    replies: createReplyFactory(findValidator),
    masker: createMasker(api.operations),
    operationIds: api.operations.map(({ operationId }) => operationId),
  };
  partsByApi.set(api, parts);
  return parts;
}

export function createEngine(
  api: ApiDescription,
  findValidator: FindValidator,
  behaviour: Behaviour,
  { seed = 1, limits, onRequest }: EngineOptions = {},
): Engine {
  const { route, replies, masker, operationIds } = partsOf(api, findValidator);
  const log = createRequestLog(masker, limits);
  const overrides = createOverrides(replies);
  const faults = createFaultInjector(operationIds, seed);

  function operationOf(
    request: Pick<EngineRequest, "method" | "pathname" | "search">,
  ): { operation: OperationDescription; pathValues: Record<string, string> } | Refusal | EngineReply {
    const found = route(request.pathname);
    if (!found) {
      const nearest = nearestPath(request.pathname, api.operations);
      const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
      return { status: 404, message: `The API has no path ${request.pathname}.${hint}` };
    }
    const method = request.method === "HEAD" && !found.operations.has("HEAD") ? "GET" : request.method;
    const operation = found.operations.get(method);
    if (operation) return { operation, pathValues: pathValuesOf(operation, found, request.search) };
    const allow = [...found.operations.keys()].join(", ");
    if (method === "OPTIONS") return { status: 204, headers: { allow } };
    const message = `${request.pathname} does not take ${request.method}, only ${allow}.`;
    return { status: 405, message, headers: { allow } };
  }

  async function handle(request: EngineRequest): Promise<EngineReply> {
    const target = operationOf(request);
    const operation = "operation" in target ? target.operation : undefined;
    const entry = createLogEntry(request, operation);
    log.add(entry);
    const refuse = (refusal: Refusal): EngineReply => ({
      ...replies.refuse(operation, refusal),
      refusal: refusal.message,
    });
    const answers: Answers = {
      async own() {
        if ("status" in target) return "message" in target ? { ...refuse(target), isUnknown: true } : target;
        const outcome = await serve(target.operation, target.pathValues, request, entry);
        if (!("message" in outcome)) return outcome;
        return refuse({ ...outcome, status: describedStatus(target.operation, outcome.status) });
      },
      status: (status, headers) => refuse({ status, message: "The mock API was told to fail.", headers }),
    };
    const decide = (reply: EngineReply) => {
      entry.status = reply.status;
      entry.refusal = reply.refusal;
      return reply;
    };
    try {
      const reply = decide(sendable(await faults.serve(operation?.operationId, answers)));
      onRequest?.(log.publish(entry));
      return reply;
    } catch (error) {
      return decide(error instanceof RequestError ? refuse(error) : failed(error));
    }
  }

  /** Security first, then parameters and body, then the reply: a stranger learns nothing about what is valid. */
  async function serve(
    operation: OperationDescription,
    pathValues: Readonly<Record<string, string>>,
    request: EngineRequest,
    entry: LogEntry,
  ): Promise<EngineReply | Refusal> {
    const authentication = authenticate(operation, request, behaviour.authenticators);
    if ("status" in authentication) return authentication;

    if (operation.parametersSchema !== undefined) {
      const result = readParameters(operation, request, pathValues, findValidator);
      if ("status" in result) return result;
      entry.parameters = result.parameters;
    }

    if (operation.requestBody) {
      const bytes = await request.readBytes();
      entry.bytes = bytes.length;
      log.weigh(bytes.length);
      const result = await readRequestBody(operation.requestBody, request.headers, bytes, findValidator);
      if ("status" in result) return result;
      entry.body = result.body;
    }

    const preference = readPreference(request);
    if (typeof preference === "string") return { status: 400, message: preference };
    if (preference) {
      const { delayMs, ...init } = preference;
      if (delayMs > 0) await delay(delayMs);
      if (init.status !== undefined || init.example !== undefined)
        return replies.preferred(operation, init, request.headers.accept);
    }

    const override = overrides.take(operation.operationId);
    if (override) {
      if (override.delayMs) await delay(override.delayMs);
      return override.next(log.publish(entry));
    }

    const outcome = await behaviour.operations.get(operation.operationId)?.({
      body: entry.body,
      parameters: entry.parameters ?? {},
      credentials: authentication.credentials,
    });
    if (!outcome) return replies.success(operation, request.headers.accept);
    if ("refusal" in outcome) return { status: outcome.status ?? 401, message: outcome.refusal };
    return replies.build(operation, { status: replies.successStatus(operation), body: outcome.body });
  }

  function operationNamed(operationId: string): OperationDescription {
    const operation = api.operations.find((candidate) => candidate.operationId === operationId);
    if (operation) return operation;
    throw new TypeError(`There is no operation ${operationId}: the spec has ${operationIds.join(", ")}.`);
  }

  return {
    handle,
    maskTarget(request) {
      const target = operationOf(request);
      const operation = "operation" in target ? target.operation : undefined;
      return masker.path(operation, request.pathname) + masker.search(operation, request.search);
    },
    override: (operationId, reply, options) => overrides.add(operationNamed(operationId), reply, options),
    requests(operationId) {
      if (operationId !== undefined) operationNamed(operationId);
      return log.read(operationId);
    },
    faults,
    reset() {
      overrides.clear();
      faults.reset();
      log.clear();
    },
  };
}

/** Whatever a document or a function makes of a reply, what cannot be sent is not. */
function sendable(reply: EngineReply): EngineReply {
  if (reply.status === 0) return reply;
  const problem = unsendable(reply.status, reply.headers);
  if (problem) throw new TypeError(`The reply cannot be sent: ${problem}.`);
  if (!BODILESS.has(reply.status)) return reply;
  const { body, ...others } = reply;
  return others;
}

/** What a test's own function throws, or a fault of the document: the caller sees why, and the mock goes on. */
function failed(error: unknown): EngineReply {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, headers: { "content-type": "text/plain; charset=utf-8" }, body: message, refusal: message };
}
