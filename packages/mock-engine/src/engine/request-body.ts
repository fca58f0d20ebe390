import type { FindValidator, RequestBodyDescription, RequestContentDescription } from "./api-description.ts";
import { closest, essenceOf, isJson, isText } from "./media-type.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { Misread, readValue, type Source } from "./read-value.ts";
import { fieldSource, formSource, groupedSource, pairsOf, parseJson } from "./sources.ts";
import { describeErrors, isUnparsed } from "./validation.ts";

const utf8 = new TextDecoder();

/** Parses and validates a request body. */
export async function readRequestBody(
  description: RequestBodyDescription,
  headers: EngineRequest["headers"],
  bytes: Uint8Array,
  findValidator: FindValidator,
): Promise<{ readonly body: unknown } | Refusal> {
  if (bytes.length === 0) {
    return description.required ? { status: 400, message: "The request body is missing." } : { body: undefined };
  }
  const contentType = headers["content-type"] ?? "";
  const mediaType = essenceOf(contentType);
  const content = closest(contentType, Object.entries(description.content));
  if (!content) {
    const accepted = Object.keys(description.content).join(", ");
    return { status: 415, message: `The content type must be ${accepted}, not "${mediaType}".` };
  }
  const isForm = FORM.test(contentType);
  const files: Files = new Map();
  let body: unknown;
  try {
    body = isForm
      ? await readForm(contentType, bytes, content, files, findValidator)
      : isJson(contentType)
        ? parsed(utf8.decode(bytes))
        : utf8.decode(bytes);
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return { status: 400, message: `Request body: ${error.message}.` };
  }
  if (body === undefined) return { status: 400, message: `The request body is not valid ${nameOf(mediaType)}.` };
  // A copy of bytes, which may be a part of a connection's whole buffer.
  const asSent = () => (isText(contentType) ? body : new Uint8Array(bytes));
  const validate = findValidator(content.schema);
  if (!validate || validate(body)) return { body: isForm ? withFiles(body, files) : asSent() };
  const message = `Request body: ${describeErrors(validate)}.`;
  if (typeof body !== "string" || isJson(mediaType)) return { status: 400, message };
  const isForeign = isUnparsed(contentType, body, validate);
  // What is called text or bytes may be described as a number or an object all the same.
  const value = parseJson(body);
  if (validate(value)) return { body: value };
  const isKnown = typeof value === "object" && value !== null;
  return isForeign && !isKnown ? { body: asSent() } : { status: 400, message };
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** A form's files by their fields, in order; undefined for what is no file among them. */
type Files = Map<string, (Uint8Array | undefined)[]>;

/** Undefined for what is not what it says it is: forms have no undefined. */
async function readForm(
  contentType: string,
  bytes: Uint8Array,
  { form = "any", styled = [] }: RequestContentDescription,
  files: Files,
  findValidator: FindValidator,
): Promise<unknown> {
  const data = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!data) return undefined;
  const pairs: [name: string, text: string][] = [];
  for (const [name, value] of data) {
    const file = typeof value === "string" ? undefined : new Uint8Array(await value.arrayBuffer());
    files.set(name, [...(files.get(name) ?? []), file]);
    pairs.push([name, typeof value === "string" ? value : utf8.decode(file)]);
  }
  const isStyled = (name: string) => styled.some((field) => name === field.name || name.startsWith(`${field.name}[`));
  const plain = groupedSource(
    pairs.filter(([name]) => !isStyled(name)),
    fieldSource,
  );
  const raw = pairsOf(utf8.decode(bytes), "&");
  const entries = () => [
    ...plain.entries(),
    ...styled.flatMap((field): [string, Source][] => {
      const source = formSource(field, raw);
      return source ? [[field.name, source]] : [];
    }),
  ];
  return readValue(form, { ...plain, entries }, findValidator);
}

/** A form's fields, with a file's bytes in the place of the text that they were judged as. */
function withFiles(body: unknown, files: Files): unknown {
  return Object.fromEntries(
    Object.entries(Object(body)).map(([name, value]) => {
      const sent = files.get(name) ?? [];
      if (typeof value === "string") return [name, sent[0] ?? value];
      if (!Array.isArray(value)) return [name, value];
      return [name, value.map((item, index) => (typeof item === "string" ? (sent[index] ?? item) : item))];
    }),
  );
}

/** Undefined for what is no JSON, which has none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(mediaType: string): string {
  return isJson(mediaType) ? "JSON" : mediaType;
}
