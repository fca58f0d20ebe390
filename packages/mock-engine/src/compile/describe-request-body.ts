import type { RequestBodyDescription } from "../engine/api-description.ts";
import { essenceOf } from "../engine/media-type.ts";
import type { MediaType, OpenApiDocument, RequestBody, Schema } from "./openapi-document.ts";
import { BODY_LACKS_CONTENT } from "./place-problems.ts";
import { readingOf } from "./readings.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

/** Describes a request body, whose forms are read by the fields that its schemas have. */
export function describeRequestBody(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  operationId: string,
  { required = false, content }: Partial<RequestBody>,
): RequestBodyDescription {
  if (content === undefined) throw new Error(BODY_LACKS_CONTENT);
  return {
    required,
    content: Object.fromEntries(
      Object.entries(content).map(([mediaType, { schema = {}, encoding = {} }]) => {
        const place = `${operationId}.request.${mediaType}`;
        const described = schemas.add(place, schema, "readOnly");
        const isForm = /form/.test(essenceOf(mediaType));
        return [mediaType, { schema: described, ...(isForm && formOf(mediaType, place, schema, encoding)) }];
      }),
    ),
  };

  function formOf(mediaType: string, place: string, schema: Schema, encoding: NonNullable<MediaType["encoding"]>) {
    const styled = essenceOf(mediaType).endsWith("urlencoded") ? Object.entries(encoding) : [];
    return {
      form: readingOf(document, schemas, place, { type: "object", allOf: [schema] }, "readOnly"),
      styled: styled.flatMap(([name, { style = "form", explode }]) =>
        style === "form" && explode === undefined ? [] : [{ name, style, explode: explode ?? false }],
      ),
    };
  }
}
