import type { OperationDescription, ResponseDescription, Validators } from "./api-description.ts";
import { isJson } from "./media-type.ts";
import type { EngineReply, Refusal } from "./messages.ts";
import { describeErrors } from "./validation.ts";

/** A reply as a test writes it. What is left out comes from the spec's example. */
export interface ReplyInit {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Name of an example in the spec, to use as the body. */
  readonly example?: string;
}

/** Builds replies that are true to the spec. */
export interface ReplyFactory {
  /** @throws TypeError saying what breaks the spec, and where. */
  build(operation: OperationDescription, init: ReplyInit): EngineReply;
  /** The reply as it stands, unchecked. */
  buildOffSpec(init: ReplyInit): EngineReply;
  /** The example of the operation's first successful response. */
  success(operation: OperationDescription): EngineReply;
  /** The operation's response for a status, saying what was wrong. */
  refuse(operation: OperationDescription | undefined, refusal: Refusal): EngineReply;
}

export function createReplyFactory(validators: Validators): ReplyFactory {
  const successes = new WeakMap<OperationDescription, EngineReply>();

  function check(key: string, value: unknown, place: string): void {
    const validate = validators[key];
    if (validate && !validate(value)) throw new TypeError(`${place} breaks the spec: ${describeErrors(validate)}.`);
  }

  function headersFor(response: ResponseDescription, given: Readonly<Record<string, string>>, place: string) {
    const headers: Record<string, string> = {};
    for (const [name, { example }] of Object.entries(response.headers))
      if (example !== undefined) headers[name] = example;
    Object.assign(headers, lowerCaseNames(given));
    for (const [name, { required, schema }] of Object.entries(response.headers)) {
      if (headers[name] !== undefined) check(schema, headers[name], `${place}, header ${name}`);
      else if (required) throw new TypeError(`${place} breaks the spec: the header ${name} is required.`);
    }
    return headers;
  }

  function build(operation: OperationDescription, init: ReplyInit): EngineReply {
    const place = `The reply ${init.status} of ${operation.operationId}`;
    const response = responseFor(operation, init.status);
    if (!response) {
      const known = Object.keys(operation.responses).join(", ");
      throw new TypeError(
        `${place} breaks the spec: it has only ${known}. Pass { offSpec: true } to send it all the same.`,
      );
    }
    const headers = headersFor(response, init.headers ?? {}, place);
    const [content] = Object.entries(response.content);
    if (!content) {
      if (init.body !== undefined) throw new TypeError(`${place} breaks the spec: it has no body.`);
      return { status: init.status, headers };
    }
    const [mediaType, { schema, examples }] = content;
    headers["content-type"] ??= mediaType;
    if (init.body !== undefined) {
      check(schema, init.body, `${place}, body`);
      return { status: init.status, headers, body: serialise(init.body, mediaType) };
    }
    const body = init.example === undefined ? Object.values(examples)[0] : examples[init.example];
    if (body === undefined) {
      throw new TypeError(`${place} has no example "${init.example}": it has ${Object.keys(examples).join(", ")}.`);
    }
    return { status: init.status, headers, body };
  }

  return {
    build,
    buildOffSpec({ status, headers: given = {}, body }) {
      const headers = lowerCaseNames(given);
      if (body === undefined) return { status, headers };
      headers["content-type"] ??= typeof body === "string" ? "text/plain" : "application/json";
      return { status, headers, body: serialise(body, headers["content-type"]) };
    },
    success(operation) {
      const known = successes.get(operation);
      if (known) return known;
      const status = Object.keys(operation.responses).find((key) => /^2\d\d$/.test(key));
      const reply = build(operation, { status: status ? Number(status) : 200 });
      successes.set(operation, reply);
      return reply;
    },
    refuse(operation, { status, message, headers = {} }) {
      if (!operation || !responseFor(operation, status)) {
        return {
          status,
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify({ code: CODES[status] ?? "error", message }),
        };
      }
      const reply = build(operation, { status, headers });
      return { ...reply, ...(reply.body !== undefined && { body: withMessage(reply.body, message) }) };
    },
  };
}

const CODES: Readonly<Record<number, string>> = {
  400: "invalid_request",
  401: "unauthorized",
  404: "not_found",
  405: "method_not_allowed",
  415: "unsupported_media_type",
};

function responseFor({ responses }: OperationDescription, status: number): ResponseDescription | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Text as it is, unless JSON was promised. */
function serialise(body: unknown, mediaType: string): string {
  return typeof body === "string" && !isJson(mediaType) ? body : JSON.stringify(body);
}

/** An example error body with its `message`, where it has one, put in the request's own terms. */
function withMessage(example: string, message: string): string {
  const body: unknown = example.startsWith("{") ? JSON.parse(example) : undefined;
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
    ? JSON.stringify({ ...body, message })
    : example;
}
