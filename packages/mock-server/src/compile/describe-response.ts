import { sample } from "openapi-sampler";
import type { ResponseDescription, SchemaKey } from "../engine/api-description.ts";
import { isJson } from "../engine/media-type.ts";
import { type MediaType, type OpenApiDocument, type Response, resolve, type Schema } from "./openapi-document.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

/**
 * Describes a response and makes the replies that it implies: its examples, or a sample where it has none.
 *
 * @throws Error naming the place, when an example does not fit its schema, or no sample can be made that does.
 */
export function describeResponse(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  place: string,
  { headers = {}, content = {} }: Response,
): ResponseDescription {
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, referable]) => {
        const { required = false, schema = {}, ...examples } = resolve(document, referable);
        const headerPlace = `${place}.header.${name}`;
        const key = schemas.add(headerPlace, schema, { coerce: true });
        const given = checkedExamples(document, schemas, key, examples, headerPlace);
        const [first] = given.length === 0 && required ? sampled(document, schemas, key, schema, headerPlace) : given;
        return [name.toLowerCase(), { required, schema: key, ...(first && { example: String(first[1]) }) }];
      }),
    ),
    content: Object.fromEntries(
      Object.entries(content).map(([mediaType, { schema = {}, ...examples }]) => {
        const mediaTypePlace = `${place}.${mediaType}`;
        const key = schemas.add(mediaTypePlace, schema);
        const given = checkedExamples(document, schemas, key, examples, mediaTypePlace);
        const replies = given.length === 0 ? sampled(document, schemas, key, schema, mediaTypePlace) : given;
        const serialise = (value: unknown) =>
          typeof value === "string" && !isJson(mediaType) ? value : JSON.stringify(value);
        const bodies = replies.map(([name, value]) => [name, serialise(value)]);
        return [mediaType, { schema: key, examples: Object.fromEntries(bodies) }];
      }),
    ),
  };
}

type NamedValue = readonly [name: string, value: unknown];

/** The examples that the document gives, each of which must fit its schema. */
function checkedExamples(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  key: SchemaKey,
  { example, examples = {} }: MediaType,
  place: string,
): NamedValue[] {
  const named = Object.entries(examples).map(([name, value]): NamedValue => [name, resolve(document, value).value]);
  const all: NamedValue[] = example === undefined ? named : [["example", example], ...named];
  for (const [name, value] of all) {
    const problem = schemas.problem(key, value);
    if (problem) throw new Error(`${place}: the example "${name}" does not fit its schema: ${problem}.`);
  }
  return all;
}

/** A value made from the schema: whole, or with the required properties only, where the whole one never ends. */
function sampled(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  key: SchemaKey,
  schema: Schema,
  place: string,
): NamedValue[] {
  const candidates = [false, true].map((skipNonRequired) =>
    sample(schema, { skipNonRequired, skipWriteOnly: true }, document),
  );
  const value = candidates.find((candidate) => schemas.problem(key, candidate) === undefined);
  if (value === undefined) {
    throw new Error(
      `${place}: no sample could be made that fits the schema: ${schemas.problem(key, candidates[0])}. Give an example.`,
    );
  }
  return [["sample", value]];
}
