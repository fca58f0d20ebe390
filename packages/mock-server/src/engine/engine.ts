import type { ApiDescription, OperationDescription, Validators } from "./api-description.ts";
import type { Behaviour } from "./behaviour.ts";
import type { EngineReply, EngineRequest, Refusal } from "./messages.ts";
import { readParameters } from "./parameters.ts";
import { createReplyFactory, type ReplyInit } from "./replies.ts";
import { readRequestBody } from "./request-body.ts";
import { createRequestLog, type LogEntry, type RecordedRequest } from "./request-log.ts";
import { createRouter } from "./router.ts";
import { authenticate } from "./security.ts";
import { describeErrors } from "./validation.ts";

/** Serves an API from its description: requests in, replies out, wherever they come from. */
export interface Engine {
  handle(request: EngineRequest): Promise<EngineReply>;
  override(operationId: string, reply: Override, options?: OverrideOptions): void;
  requests(operationId?: string): readonly RecordedRequest[];
  reset(): void;
}

export type Override = ReplyInit | ((request: RecordedRequest) => ReplyInit | Promise<ReplyInit>);

export interface OverrideOptions {
  /** Number of calls that get this reply. Default: all. */
  readonly times?: number;
  /** Sends the reply unchecked, for tests of what happens when a gateway breaks its own spec. Default: false. */
  readonly offSpec?: boolean;
}

interface ActiveOverride {
  readonly next: (request: RecordedRequest) => EngineReply | Promise<EngineReply>;
  remaining: number;
}

export function createEngine(api: ApiDescription, validators: Validators, behaviour: Behaviour): Engine {
  const route = createRouter(api.operations);
  const replies = createReplyFactory(validators);
  const log = createRequestLog();
  const overrides = new Map<string, ActiveOverride[]>();

  function operationOf(
    request: EngineRequest,
  ): { operation: OperationDescription; pathValues: Record<string, string> } | Refusal {
    const found = route(request.pathname);
    if (!found) return { status: 404, message: `The API has no path ${request.pathname}.` };
    const method = request.method === "HEAD" && !found.operations.has("HEAD") ? "GET" : request.method;
    const operation = found.operations.get(method);
    if (operation) return { operation, pathValues: found.pathValues };
    const allow = [...found.operations.keys()].join(", ");
    const message = `${request.pathname} does not take ${request.method}, only ${allow}.`;
    return { status: 405, message, headers: { allow } };
  }

  async function handle(request: EngineRequest): Promise<EngineReply> {
    const target = operationOf(request);
    if ("status" in target) {
      log.add({ request, operation: undefined });
      return replies.refuse(undefined, target);
    }
    const { operation, pathValues } = target;
    const entry: LogEntry = { request, operation };
    log.add(entry);
    const outcome = await serve(operation, pathValues, request, entry);
    return "message" in outcome ? replies.refuse(operation, outcome) : outcome;
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
      const parameters = readParameters(operation, request, pathValues);
      const validate = validators[operation.parametersSchema];
      if (validate && !validate(parameters))
        return { status: 400, message: `Parameters: ${describeErrors(validate)}.` };
      entry.parameters = parameters;
    }

    if (operation.requestBody) {
      const result = await readRequestBody(operation.requestBody, request, validators);
      if ("status" in result) return result;
      entry.body = result.body;
    }

    const override = takeOverride(operation.operationId);
    if (override) return override.next(log.publish(entry));

    const outcome = behaviour.operations[operation.operationId]?.({
      body: entry.body,
      credentials: authentication.credentials,
    });
    if (!outcome) return replies.success(operation);
    if ("refusal" in outcome) return { status: 401, message: outcome.refusal };
    return replies.build(operation, { status: 200, body: outcome.body });
  }

  /** The newest override that has calls left. */
  function takeOverride(operationId: string): ActiveOverride | undefined {
    const override = overrides.get(operationId)?.findLast(({ remaining }) => remaining > 0);
    if (override) override.remaining--;
    return override;
  }

  return {
    handle,
    override(operationId, reply, { times = Number.POSITIVE_INFINITY, offSpec = false } = {}) {
      const operation = api.operations.find((candidate) => candidate.operationId === operationId);
      if (!operation) {
        const known = api.operations.map((candidate) => candidate.operationId).join(", ");
        throw new TypeError(`There is no operation ${operationId}: the spec has ${known}.`);
      }
      const build = (init: ReplyInit) => (offSpec ? replies.buildOffSpec(init) : replies.build(operation, init));
      const next =
        typeof reply === "function"
          ? async (request: RecordedRequest) => build(await reply(request))
          : always(build(reply));
      overrides.set(operationId, [...(overrides.get(operationId) ?? []), { next, remaining: times }]);
    },
    requests: (operationId) => log.read(operationId),
    reset() {
      overrides.clear();
      log.clear();
    },
  };
}

function always<T>(value: T): () => T {
  return () => value;
}
