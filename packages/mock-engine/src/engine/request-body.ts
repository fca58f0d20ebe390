import type { FindValidator, RequestBodyDescription, RequestContentDescription } from "./api-description.ts";
import { closest, essenceOf, isJson } from "./media-type.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { Misread, readValue, type Source } from "./read-value.ts";
import { fieldSource, formSource, groupedSource, pairsOf, parseJson } from "./sources.ts";
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
  const content = closest(contentType, Object.entries(description.content));
  if (!content) {
    const accepted = Object.keys(description.content).join(", ");
    return { status: 415, message: `The content type must be ${accepted}, not "${mediaType}".` };
  }
  let body: unknown;
  try {
    body = await parse(contentType, text, content, findValidator);
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return { status: 400, message: `Request body: ${error.message}.` };
  }
  if (body === undefined) return { status: 400, message: `The request body is not valid ${nameOf(mediaType)}.` };
  const validate = findValidator(content.schema);
  if (!validate || validate(body)) return { body };
  const message = `Request body: ${describeErrors(validate)}.`;
  if (typeof body !== "string" || isJson(mediaType)) return { status: 400, message };
  // What is called text or bytes may be described as a number or an object all the same.
  const value = parseJson(body);
  return validate(value) ? { body: value } : { status: 400, message };
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** Undefined for what is not what it says it is: JSON and forms have no undefined. */
async function parse(
  contentType: string,
  text: string,
  { form, styled = [] }: RequestContentDescription,
  findValidator: FindValidator,
): Promise<unknown> {
  const isForm = FORM.test(contentType);
  if (!isForm && !isJson(contentType)) return text;
  try {
    if (!isForm) return JSON.parse(text);
    const data = await new Response(text, { headers: { "content-type": contentType } }).formData();
    const pairs = await Promise.all(
      [...data].map(async ([name, value]) => [name, typeof value === "string" ? value : await value.text()] as const),
    );
    const isStyled = (name: string) => styled.some((field) => name === field.name || name.startsWith(`${field.name}[`));
    const plain = groupedSource(
      pairs.filter(([name]) => !isStyled(name)),
      fieldSource,
    );
    const raw = pairsOf(text, "&");
    const entries = () => [
      ...plain.entries(),
      ...styled.flatMap((field): [string, Source][] => {
        const source = formSource(field, raw);
        return source ? [[field.name, source]] : [];
      }),
    ];
    return readValue(form ?? { properties: {} }, { ...plain, entries }, findValidator);
  } catch (error) {
    if (error instanceof Misread) throw error;
    return undefined;
  }
}

function nameOf(mediaType: string): string {
  return isJson(mediaType) ? "JSON" : mediaType;
}
