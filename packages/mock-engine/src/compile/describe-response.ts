import type { ResponseDescription, SchemaKey } from "../engine/api-description.ts";
import { isJson } from "../engine/media-type.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { type MediaType, type OpenApiDocument, type Response, resolve, type Schema } from "./openapi-document.ts";
import { samples } from "./sample.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

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
    canWrite = (_value: unknown) => true,
  ): { readonly given: readonly NamedValue[]; readonly problem?: string } => {
    const fits = ([name, value]: NamedValue) => {
      const problem = schemas.problem(key, value);
      if (problem) onProblem(`${place}: the example "${name}" does not fit its schema: ${problem}.`);
      return problem === undefined;
    };
    const given = namedExamples(document, examples).filter(fits);
    if (given.length > 0) return { given };
    let problem: string | undefined;
    for (const value of samples(document, schema)) {
      problem = schemas.problem(key, value);
      if (problem === undefined && canWrite(value)) return { given: [["sample", value]] };
    }
    const reason = problem === undefined ? "it is no JSON" : `none fits the schema: ${problem}`;
    problem = `${place}: no sample could be made, since ${reason}. Give an example.`;
    onProblem(problem);
    return { given: [], problem };
  };
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, referable]) => {
        const { required = false, schema = {}, ...examples } = resolve(document, referable);
        const headerPlace = `${place}.header.${name}`;
        const key = schemas.add(headerPlace, schema, { coerce: true, unsent: "writeOnly" });
        const isNeeded = required || namedExamples(document, examples).length > 0;
        const [first] = isNeeded ? values(examples, schema, key, headerPlace).given : [];
        return [name.toLowerCase(), { required, schema: key, ...(first && { example: String(first[1]) }) }];
      }),
    ),
    content: Object.fromEntries(
      Object.entries(content).map(([range, { schema = {}, ...examples }]) => {
        const mediaType = CONCRETE[range] ?? range;
        const mediaTypePlace = `${place}.${mediaType}`;
        const key = schemas.add(mediaTypePlace, schema, { unsent: "writeOnly" });
        const serialise = (value: unknown) =>
          typeof value === "string" && !isJson(mediaType) ? value : JSON.stringify(value);
        // Objects are written as JSON only, and everything else as text.
        const canWrite = (value: unknown) => typeof value !== "object" || value === null || isJson(mediaType);
        const { given, problem } = values(examples, schema, key, mediaTypePlace, canWrite);
        const bodies = given.map(([name, value]) => [name, serialise(value)]);
        const refusal = isError
          ? describeRefusal(
              document,
              schema,
              mediaType,
              [...given.slice(0, 1).map(([, value]) => value), samples(document, schema).next().value],
              (value) => schemas.problem(key, value) === undefined,
            )
          : undefined;
        return [
          mediaType,
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

/** What is sent where a document names only a range of media types. */
const CONCRETE: Readonly<Record<string, string>> = {
  "*/*": "application/json",
  "application/*": "application/json",
  "text/*": "text/plain",
  "image/*": "image/png",
};

type NamedValue = readonly [name: string, value: unknown];

function namedExamples(document: OpenApiDocument, { example, examples = {} }: MediaType): NamedValue[] {
  const named = Object.entries(examples).map(([name, value]): NamedValue => [name, resolve(document, value).value]);
  return example === undefined ? named : [["example", example], ...named];
}
