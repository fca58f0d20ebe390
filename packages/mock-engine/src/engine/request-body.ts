import type {
  FieldShape,
  FindValidator,
  RequestBodyDescription,
  RequestContentDescription,
} from "./api-description.ts";
import { essenceOf, isJson } from "./media-type.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { objectOf, pairsOf, parseJson, readForm } from "./parameters.ts";
import { describeErrors } from "./validation.ts";

/** Reads, parses and validates a request body. */
export async function readRequestBody(
  description: RequestBodyDescription,
  request: EngineRequest,
  findValidator: FindValidator,
): Promise<{ readonly body: unknown } | Refusal> {
  const text = await request.readText();
  if (text === "") {
    return description.required ? { status: 400, message: "The request body is missing." } : { body: undefined };
  }
  const contentType = request.headers["content-type"] ?? "";
  const mediaType = essenceOf(contentType);
  const content = contentFor(description, mediaType);
  if (!content) {
    const accepted = Object.keys(description.content).join(", ");
    return { status: 415, message: `The content type must be ${accepted}, not "${mediaType}".` };
  }
  const body = await parse(contentType, text, content);
  if (body === undefined) return { status: 400, message: `The request body is not valid ${nameOf(mediaType)}.` };
  const validate = findValidator(content.schema);
  if (!validate || validate(body)) return { body };
  const message = `Request body: ${describeErrors(validate)}.`;
  if (typeof body !== "string" || isJson(mediaType)) return { status: 400, message };
  // What is called text or bytes may be described as a number or an object all the same.
  const value = parseJson(body);
  return validate(value) ? { body: value } : { status: 400, message };
}

/** What the description says of a media type, or of the range it falls in. */
function contentFor({ content }: RequestBodyDescription, mediaType: string): RequestContentDescription | undefined {
  const range = `${mediaType.split("/")[0]}/*`;
  const known = [mediaType, range, "*/*"].find((type) => Object.hasOwn(content, type));
  return known === undefined ? undefined : content[known];
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** Undefined for what is not what it says it is: JSON and forms have no undefined. */
async function parse(
  contentType: string,
  text: string,
  { fields = {}, styled = [] }: RequestContentDescription,
): Promise<unknown> {
  const isForm = FORM.test(contentType);
  if (!isForm && !isJson(contentType)) return text;
  try {
    if (!isForm) return JSON.parse(text);
    const form = await new Response(text, { headers: { "content-type": contentType } }).formData();
    const pairs = await Promise.all(
      [...form].map(async ([name, value]) => [name, typeof value === "string" ? value : await value.text()] as const),
    );
    const isStyled = (name: string) => styled.some((field) => name === field.name || name.startsWith(`${field.name}[`));
    const body = objectOf(pairs.filter(([name]) => !isStyled(name))) ?? {};
    return Object.fromEntries([
      ...Object.entries(body).map(([name, value]) => [name, shaped(value, fields[name])]),
      ...styled
        .map((field) => [field.name, readForm(field, pairsOf(text, "&"))] as const)
        .filter(([, value]) => value !== undefined),
    ]);
  } catch {
    return undefined;
  }
}

/** An object in a form is JSON, by OpenAPI's default. */
function shaped(value: string | string[], shape: FieldShape | undefined): unknown {
  if (shape === "array") return [value].flat();
  if (shape === "array of objects") return [value].flat().flatMap(parseJson);
  return shape === "object" && typeof value === "string" ? parseJson(value) : value;
}

function nameOf(mediaType: string): string {
  return isJson(mediaType) ? "JSON" : mediaType;
}
