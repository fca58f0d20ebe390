import type {
  FindValidator,
  MediaTypeDescription,
  OperationDescription,
  ResponseDescription,
} from "./api-description.ts";
import { lowerCaseNames } from "./lower-case-names.ts";
import { concreteOf } from "./media-type.ts";
import type { EngineReply, Refusal, ReplyInit } from "./messages.ts";
import type { Negotiated } from "./negotiate.ts";
import { put } from "./put.ts";

/** What builds a described reply, in one of its media types. @throws TypeError if it breaks the description. */
type Build = (operation: OperationDescription, init: ReplyInit, mediaType?: Negotiated) => EngineReply;

/** Turns a refusal into the reply that the operation describes for its status, saying what was wrong. */
export function createRefuse(
  build: Build,
  findValidator: FindValidator,
): (operation: OperationDescription | undefined, refusal: Refusal) => EngineReply {
  return (operation, { status, message, headers = {} }) => {
    const response = operation && responseFor(operation, status);
    if (operation && response) {
      // A challenge that the description has otherwise is left to the description.
      for (const given of [headers, {}]) {
        try {
          const described = mediaTypeOf(response);
          const mediaType = described === undefined ? undefined : { described, sent: concreteOf(described) };
          const reply = build(operation, { status, headers: given }, mediaType);
          return withMessage(reply, response.content[described ?? ""], message);
        } catch {}
      }
    }
    return {
      status,
      headers: { "content-type": "application/json", ...lowerCaseNames(headers) },
      body: JSON.stringify({ code: CODES[status] ?? "error", message }),
    };
  };

  function withMessage(reply: EngineReply, content: MediaTypeDescription | undefined, message: string): EngineReply {
    if (content?.refusal) {
      const { schema, refusal } = content;
      const body = put(JSON.parse(refusal.body), refusal.place, message);
      const validate = findValidator(schema);
      if (!validate || validate(body)) {
        return { ...reply, body: refusal.place.length === 0 ? message : JSON.stringify(body) };
      }
    }
    return { ...reply, headers: { ...reply.headers, [HEADER]: message.replace(UNSENDABLE, encodeURIComponent) } };
  }
}

/** Says what was wrong where a description leaves no place for it in the body. */
const HEADER = "mock-refusal";
const UNSENDABLE = /[^\t\x20-\x7e]/gu;

const CODES: Readonly<Record<number, string>> = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  406: "not_acceptable",
  413: "payload_too_large",
  415: "unsupported_media_type",
  422: "invalid_request",
  501: "not_implemented",
};

/** The media type that has a place for the words, or at least something to say. */
function mediaTypeOf({ content }: ResponseDescription): string | undefined {
  const described = Object.entries(content);
  const [mediaType] =
    described.find(([, { refusal }]) => refusal) ??
    described.find(([, { examples }]) => Object.keys(examples).length > 0) ??
    [];
  return mediaType;
}

/**
 * The status that an operation refuses with: 403 for 401 and 422 for 400, where it describes the one and not the other. What
 * is said of a range, or of all else, is said of 400 too; of 401 it is less than a 403 by name.
 */
export function describedStatus(operation: OperationDescription, status: number): number {
  const { responses } = operation;
  if (status === 401 && !("401" in responses) && "403" in responses) return 403;
  if (status === 400 && !responseFor(operation, 400) && "422" in responses) return 422;
  return status;
}

/** What an operation describes for a status: by its number, its range, or as the default. */
export function responseFor({ responses }: OperationDescription, status: number): ResponseDescription | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
}
