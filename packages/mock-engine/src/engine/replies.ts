import type { FindValidator, OperationDescription, ResponseDescription } from "./api-description.ts";
import { lowerCaseNames } from "./lower-case-names.ts";
import { closeness, concreteOf, isJson } from "./media-type.ts";
import type { EngineReply, Refusal, ReplyInit } from "./messages.ts";
import { type Negotiated, negotiate } from "./negotiate.ts";
import { own } from "./own.ts";
import { problemOfHeader } from "./parameters.ts";
import { createRefuse, responseFor } from "./refusals.ts";
import { isHeaderValue } from "./sendable.ts";
import { describeErrors, isUnparsed } from "./validation.ts";

/** Builds replies that are true to the spec. */
export interface ReplyFactory {
  /** @throws TypeError saying what breaks the spec, and where. */
  build(operation: OperationDescription, init: ReplyInit): EngineReply;
  /** The reply as it stands, unchecked. */
  buildOffSpec(init: ReplyInit): EngineReply;
  /** The example of the operation's first successful response, in the media type that Accept likes best. */
  success(operation: OperationDescription, accept: string | undefined): EngineReply | Refusal;
  /** What a request prefers to the operation's success, in a media type that Accept likes. */
  preferred(
    operation: OperationDescription,
    init: Partial<ReplyInit>,
    accept: string | undefined,
  ): EngineReply | Refusal;
  /** The status of an operation's success. */
  successStatus(operation: OperationDescription): number;
  /** The operation's response for a status, saying what was wrong. */
  refuse(operation: OperationDescription | undefined, refusal: Refusal): EngineReply;
}

/** How an operation answers when all is well. */
interface Success {
  readonly status: number;
  readonly mediaTypes: readonly string[];
  /** Those of them that can be given: an answer is made in one of these, if Accept allows it. */
  readonly given: readonly string[];
  /** The last answer, and for what Accept: most callers always send the same. */
  last?: { readonly accept: string | undefined; readonly reply: EngineReply };
}

export function createReplyFactory(findValidator: FindValidator): ReplyFactory {
  const successes = new WeakMap<OperationDescription, Success>();

  function check(key: string, value: unknown, mediaType: string, place: string): void {
    const validate = findValidator(key);
    if (!validate || validate(value) || isUnparsed(mediaType, value, validate)) return;
    throw new TypeError(`${place} breaks the spec: ${describeErrors(validate)}.`);
  }

  function headersFor(response: ResponseDescription, given: Readonly<Record<string, string>>, place: string) {
    const described = Object.entries(response.headers).filter(([name]) => !FRAMING.has(name));
    const headers: Record<string, string> = {
      ...Object.fromEntries(
        described.flatMap(([name, { example = "\0" }]) => (isHeaderValue(example) ? [[name, example]] : [])),
      ),
      ...lowerCaseNames(given),
    };
    for (const [name, header] of described) {
      const text = own<string>(headers, name);
      const problem = text === undefined ? undefined : problemOfHeader(header, name, text, findValidator);
      if (problem !== undefined) throw new TypeError(`${place}, header ${name} breaks the spec: ${problem}.`);
      if (text === undefined && header.required)
        throw new TypeError(`${place} breaks the spec: the header ${name} is required.`);
    }
    return headers;
  }

  function build(operation: OperationDescription, init: ReplyInit, wanted?: Negotiated): EngineReply {
    const place = `The reply ${init.status} of ${operation.operationId}`;
    const response = responseFor(operation, init.status);
    if (!response) {
      const known = Object.keys(operation.responses).join(", ");
      throw new TypeError(
        `${place} breaks the spec: it has only ${known}. Pass { offSpec: true } to send it all the same.`,
      );
    }
    const headers = headersFor(response, init.headers ?? {}, place);
    const mediaType = wanted?.described ?? mediaTypeOf(init, Object.keys(response.content));
    const content = mediaType === undefined ? undefined : response.content[mediaType];
    if (mediaType === undefined || !content || BODILESS.has(init.status)) {
      if (init.body !== undefined) throw new TypeError(`${place} breaks the spec: it has no body.`);
      return { status: init.status, headers };
    }
    const { schema, examples } = content;
    const concrete = concreteOf(mediaType);
    headers["content-type"] ??= wanted?.sent ?? concrete;
    if (init.body !== undefined) {
      const isBytes = init.body instanceof Uint8Array && !isJson(concrete);
      if (!isBytes) check(schema, init.body, concrete, `${place}, body`);
      return { status: init.status, headers, body: serialise(init.body, concrete) };
    }
    const body = init.example === undefined ? Object.values(examples)[0] : own(examples, init.example);
    if (body === undefined) {
      const known = Object.keys(examples).join(", ");
      const [wanted, has] = [init.example === undefined ? "" : ` "${init.example}"`, known && `: it has ${known}`];
      throw new TypeError(`${place} has no example${wanted}${has}.`);
    }
    return { status: init.status, headers, body };
  }

  /** What is asked for at every call is found out once. */
  function successFor(operation: OperationDescription): Success {
    const known = successes.get(operation);
    if (known) return known;
    const status = successOf(operation);
    const content = responseFor(operation, status)?.content ?? {};
    const mediaTypes = Object.keys(content);
    const given = mediaTypes.filter((mediaType) => Object.keys(content[mediaType]?.examples ?? {}).length > 0);
    const success: Success = { status, mediaTypes, given };
    successes.set(operation, success);
    return success;
  }

  return {
    build,
    buildOffSpec({ status, headers: given = {}, body }) {
      const headers = lowerCaseNames(given);
      if (body === undefined) return { status, headers };
      headers["content-type"] ??= typeOf(body);
      return { status, headers, body: serialise(body, headers["content-type"]) };
    },
    success(operation, accept) {
      const known = successFor(operation);
      if (known.last && known.last.accept === accept) return known.last.reply;
      const { status, mediaTypes, given } = known;
      const mediaType = negotiate(accept, given) ?? negotiate(accept, mediaTypes);
      if (mediaType === undefined && mediaTypes.length > 0) {
        return { status: 406, message: `The answer is ${mediaTypes.join(" or ")}, which Accept does not allow.` };
      }
      const problem = problemOf(operation, status, mediaType?.described);
      if (problem !== undefined) {
        const message = `The spec has no answer of ${operation.operationId} that can be given. ${problem} Use respondWith.`;
        return { status: 501, message };
      }
      const reply = build(operation, { status }, mediaType);
      known.last = { accept, reply };
      return reply;
    },
    preferred(operation, { status = successOf(operation), ...init }, accept) {
      const known = Object.entries(responseFor(operation, status)?.content ?? {})
        .filter(([, { examples }]) => init.example === undefined || own(examples, init.example) !== undefined)
        .map(([mediaType]) => mediaType);
      try {
        return build(operation, { status, ...init }, negotiate(accept, known) ?? negotiate(undefined, known));
      } catch (error) {
        // As Prism has it: the description has no such answer.
        return { status: 404, message: `Prefer: ${error instanceof Error ? error.message : error}` };
      }
    },
    successStatus: (operation) => successFor(operation).status,
    refuse: createRefuse(build, findValidator),
  };
}

/** Why an operation cannot answer so by the spec alone; undefined if it can. */
function problemOf(operation: OperationDescription, status: number, mediaType = ""): string | undefined {
  const response = responseFor(operation, status);
  if (!response) return "It describes none of success.";
  const content = response.content[mediaType];
  if (content && Object.keys(content.examples).length === 0 && !BODILESS.has(status)) return content.problem;
  const [header] =
    Object.entries(response.headers).find(
      ([name, { required, example }]) => required && !FRAMING.has(name) && !isHeaderValue(example),
    ) ?? [];
  return header && `No sample of the header ${header} could be made that fits its schema and can be sent.`;
}

/** Headers that say how a body is written or sent, which is for who sends it, not for a description's examples to say. */
const FRAMING: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "keep-alive",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Statuses whose answers have no body, whatever a description says (Fetch standard, "null body status"). */
export const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** The first status of success that an operation has, or of whatever else it has. */
function successOf({ responses }: OperationDescription): number {
  const statuses = Object.keys(responses).filter((status) => /^[2-5]\d\d$/.test(status));
  const first = statuses.find((status) => status.startsWith("2"));
  if ("2XX" in responses || "default" in responses) return Number(first ?? 200);
  return Number(statuses[0] ?? 200);
}

/** The media type that a reply is written in: its own, or the first that a body of its kind may have. */
function mediaTypeOf({ headers = {}, body }: ReplyInit, mediaTypes: readonly string[]): string | undefined {
  const given = lowerCaseNames(headers)["content-type"];
  const fits = (mediaType: string) => {
    if (given !== undefined) return closeness(mediaType, given) > 0;
    if (body instanceof Uint8Array) return !isJson(concreteOf(mediaType));
    return typeof body !== "object" || body === null || isJson(concreteOf(mediaType));
  };
  return mediaTypes.find(fits) ?? mediaTypes[0];
}

/** Text and bytes as they are, unless JSON was promised. */
function serialise(body: unknown, mediaType: string): string | Uint8Array {
  const isReady = typeof body === "string" || body instanceof Uint8Array;
  return isReady && !isJson(mediaType) ? body : JSON.stringify(body);
}

/** Of a body that nothing describes. */
function typeOf(body: unknown): string {
  if (body instanceof Uint8Array) return "application/octet-stream";
  return typeof body === "string" ? "text/plain" : "application/json";
}
