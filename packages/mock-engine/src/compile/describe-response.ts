import type { ResponseDescription, SchemaKey } from "../engine/api-description.ts";
import { concreteOf, isJson } from "../engine/media-type.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { type MediaType, type OpenApiDocument, type Response, resolve, type Schema } from "./openapi-document.ts";
import { readingOf } from "./readings.ts";
import { samples } from "./sample.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";
import { sizeOf } from "./size-of.ts";

/** Describes a response and makes the replies that it implies: its examples, or a sample where it has none that fit. */
export function describeResponse(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  onProblem: (problem: string) => void,
  place: string,
  { headers = {}, content = {} }: Response,
  isError: boolean,
): ResponseDescription {
  const values = (
    examples: MediaType,
    schema: Schema,
    key: SchemaKey,
    place: string,
    mediaType?: string,
  ): { readonly given: readonly NamedValue[]; readonly problem?: string } => {
    const fits = ([name, value]: NamedValue) => {
      const problem = sizeOf(value) > MOST_VALUES ? "it is too large" : schemas.problem(key, value);
      if (problem === undefined) return true;
      if (mediaType !== undefined && schemas.isUnparsed(key, value, mediaType)) return true;
      onProblem(`${place}: the example "${name}" does not fit its schema: ${problem}.`);
      return false;
    };
    const given = namedExamples(document, examples).filter(fits);
    if (given.length > 0) return { given };
    // Objects are written as JSON only, and everything else as text.
    const canWrite = (value: unknown) =>
      mediaType === undefined || typeof value !== "object" || value === null || isJson(mediaType);
    let reason = "none of a reasonable size fits the schema";
    for (const value of samples(document, schema, { fits: schemas.fits })) {
      const problem = schemas.problem(key, value);
      if (problem === undefined && canWrite(value)) return { given: [["sample", value]] };
      reason = problem === undefined ? "it is no JSON" : `none fits the schema: ${problem}`;
    }
    const problem = `${place}: no sample could be made, since ${reason}. Give an example.`;
    onProblem(problem);
    return { given: [], problem };
  };
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, referable]) => {
        const { required = false, content, explode = false, ...header } = resolve(document, referable);
        const [inner = header] = Object.values(content ?? {});
        const { schema = {}, ...examples } = { ...inner, ...header };
        const headerPlace = `${place}.header.${name}`;
        const key = schemas.add(headerPlace, schema, "writeOnly");
        const style = content ? "json" : "simple";
        const reading = content ? "any" : readingOf(document, schemas, headerPlace, schema, "writeOnly");
        const isNeeded = required || namedExamples(document, examples).length > 0;
        const [first] = isNeeded ? values(examples, schema, key, headerPlace).given : [];
        // The style has no null: it is a header that is not there.
        const isWritten = first && (content !== undefined || first[1] !== null);
        const example = isWritten && { example: content ? JSON.stringify(first[1]) : simpleText(first[1], explode) };
        return [name.toLowerCase(), { required, reading, style, explode, schema: key, ...example }];
      }),
    ),
    content: Object.fromEntries(
      Object.entries(content).map(([range, { schema = {}, ...examples }]) => {
        const mediaType = concreteOf(range);
        const mediaTypePlace = `${place}.${range}`;
        const key = schemas.add(mediaTypePlace, schema, "writeOnly");
        const serialise = (value: unknown) =>
          typeof value === "string" && !isJson(mediaType) ? value : JSON.stringify(value);
        const { given, problem } = values(examples, schema, key, mediaTypePlace, mediaType);
        const bodies = given.map(([name, value]) => [name, serialise(value)]);
        const refusal = isError
          ? describeRefusal(
              document,
              schema,
              mediaType,
              [...given.map(([, value]) => value), samples(document, schema).next().value],
              (value) => schemas.problem(key, value) === undefined,
            )
          : undefined;
        return [
          range,
          {
            schema: key,
            examples: Object.fromEntries(bodies),
            ...(problem && { problem }),
            ...(refusal && { refusal }),
          },
        ];
      }),
    ),
  };
}

/** As a header has it: OpenAPI's style `simple`. */
function simpleText(value: unknown, explode: boolean): string {
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.join(",");
  return Object.entries(Object(value))
    .map(([name, item]) => `${name}${explode ? "=" : ","}${item}`)
    .join(",");
}

/** Examples of more values, as YAML's aliases of aliases make them, are passed over. */
const MOST_VALUES = 1_000_000;

type NamedValue = readonly [name: string, value: unknown];

function namedExamples(document: OpenApiDocument, { example, examples = {} }: MediaType): NamedValue[] {
  const named = Object.entries(examples)
    .map(([name, referable]): NamedValue => [name, resolve(document, referable).value])
    // Those elsewhere are not fetched.
    .filter(([, value]) => value !== undefined);
  return example === undefined ? named : [["example", example], ...named];
}
