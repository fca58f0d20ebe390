import type { FieldShape, ParameterDescription, RequestBodyDescription } from "../engine/api-description.ts";
import { essenceOf } from "../engine/media-type.ts";
import { describeParameter, shapeOf } from "./describe-parameters.ts";
import { type MediaType, type OpenApiDocument, type RequestBody, resolve, type Schema } from "./openapi-document.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

/** Describes a request body, whose forms are read by the fields that its schemas have. */
export function describeRequestBody(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  operationId: string,
  { required = false, content }: RequestBody,
): RequestBodyDescription {
  return {
    required,
    content: Object.fromEntries(
      Object.entries(content).map(([mediaType, { schema = {}, encoding = {} }]) => {
        const key = essenceOf(mediaType);
        const coerce = /form/.test(key);
        const described = schemas.add(`${operationId}.request.${mediaType}`, schema, { coerce, unsent: "readOnly" });
        if (!coerce) return [key, { schema: described }];
        return [
          key,
          {
            schema: described,
            fields: fieldsOf(document, schema),
            ...(key.endsWith("urlencoded") && { styled: styledFields(document, schema, encoding) }),
          },
        ];
      }),
    ),
  };
}

/** The fields of a form that are written as parameters of the query are. */
function styledFields(
  document: OpenApiDocument,
  schema: Schema,
  encoding: NonNullable<MediaType["encoding"]>,
): ParameterDescription[] {
  const { properties = {} } = resolve(document, schema);
  return Object.entries(encoding).flatMap(([name, { style, explode }]) =>
    style === undefined && explode === undefined
      ? []
      : [
          describeParameter(document, {
            name,
            in: "query",
            schema: properties[name] ?? {},
            ...(style !== undefined && { style }),
            ...(explode !== undefined && { explode }),
          }),
        ],
  );
}

function fieldsOf(document: OpenApiDocument, schema: Schema): Record<string, FieldShape> {
  const { properties = {} } = resolve(document, schema);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]): [string, FieldShape][] => {
      const { shape } = shapeOf(document, property);
      if (shape !== "array") return shape === "object" || mayBeObject(document, property) ? [[name, "object"]] : [];
      const isOfObjects = shapeOf(document, resolve(document, property).items).shape === "object";
      return [[name, isOfObjects ? "array of objects" : shape]];
    }),
  );
}

function mayBeObject(document: OpenApiDocument, schema: Schema): boolean {
  const { anyOf = [], oneOf = [] } = resolve(document, schema);
  return [...anyOf, ...oneOf].some((choice) => shapeOf(document, choice).shape === "object");
}
