import type { RequestBodyDescription, Validators } from "./api-description.ts";
import { isJson } from "./media-type.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { describeErrors } from "./validation.ts";

/** Reads, parses and validates a request body. */
export async function readRequestBody(
  description: RequestBodyDescription,
  request: EngineRequest,
  validators: Validators,
): Promise<{ readonly body: unknown } | Refusal> {
  const text = await request.readText();
  if (text === "") {
    return description.required ? { status: 400, message: "The request body is missing." } : { body: undefined };
  }
  const mediaType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const key = schemaFor(description, mediaType);
  if (!key) {
    const accepted = Object.keys(description.content).join(", ");
    return { status: 415, message: `The content type must be ${accepted}, not "${mediaType}".` };
  }
  const body = parse(mediaType, text);
  if (body === undefined) return { status: 400, message: "The request body is not valid JSON." };
  const validate = validators[key];
  if (validate && !validate(body)) return { status: 400, message: `Request body: ${describeErrors(validate)}.` };
  return { body };
}

/** The schema of a media type, or of the range it falls in. */
function schemaFor({ content }: RequestBodyDescription, mediaType: string): string | undefined {
  const range = `${mediaType.split("/")[0]}/*`;
  const known = [mediaType, range, "*/*"].find((type) => Object.hasOwn(content, type));
  return known === undefined ? undefined : content[known];
}

/** Undefined for what is not JSON but should be: JSON itself has no undefined. */
function parse(mediaType: string, text: string): unknown {
  if (mediaType === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(text));
  if (!isJson(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
