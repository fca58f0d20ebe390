import type {
  ApiDescription,
  FieldShape,
  OperationDescription,
  ParameterDescription,
  RequestBodyDescription,
  SecurityScheme,
  ValueShape,
} from "../engine/api-description.ts";
import { essenceOf } from "../engine/media-type.ts";
import { describeResponse } from "./describe-response.ts";
import {
  METHODS,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type RequestBody,
  resolve,
  type Schema,
  type SecurityRequirement,
  type Server,
} from "./openapi-document.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

/**
 * Turns a bundled OpenAPI document into what the engine runs on. An operation is described, and its schemas registered with
 * `schemas`, when more of it is read than its name, method and path.
 *
 * @param onProblem Called with the place and the fault of an example that does not fit its schema, or of a schema that no
 * sample could be made for.
 */
export function describeApi(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  onProblem: (problem: string) => void,
): ApiDescription {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, referable]) => {
    const pathItem: PathItem = { ...resolve(document, referable), ...referable };
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      if (!operation) return [];
      const operationId = operation.operationId ?? `${method} ${path}`;
      const describe = () => describeOperation(document, schemas, onProblem, operationId, pathItem, operation);
      return [lazily({ operationId, method: method.toUpperCase(), path }, describe)];
    });
  });
  return { baseUrl: serverUrl(document.servers?.[0]), operations };
}

function serverUrl(server: Server = { url: "/" }): string {
  const url = server.url.replace(/\{([^}]+)\}/g, (template, name) => server.variables?.[name]?.default ?? template);
  return URL.canParse(url) ? url : new URL(url, "https://api.invalid").href;
}

type Label = Pick<OperationDescription, "operationId" | "method" | "path">;
type Details = Omit<OperationDescription, keyof Label>;

function lazily(label: Label, describe: () => Details): OperationDescription {
  let details: Details | undefined;
  const known = () => {
    details ??= describe();
    return details;
  };
  return {
    ...label,
    get security() {
      return known().security;
    },
    get parameters() {
      return known().parameters;
    },
    get parametersSchema() {
      return known().parametersSchema;
    },
    get requestBody() {
      return known().requestBody;
    },
    get responses() {
      return known().responses;
    },
  };
}

function describeOperation(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  onProblem: (problem: string) => void,
  operationId: string,
  pathItem: PathItem,
  operation: Operation,
): Details {
  const parameters = mergeParameters(document, pathItem, operation);
  const requestBody = operation.requestBody && resolve(document, operation.requestBody);
  return {
    security: describeSecurity(document, operation.security ?? document.security ?? []),
    parameters: parameters.map((parameter) => describeParameter(document, parameter)),
    ...(parameters.length > 0 && {
      parametersSchema: schemas.add(`${operationId}.parameters`, parametersSchema(parameters), {
        coerce: true,
        unsent: "readOnly",
      }),
    }),
    ...(requestBody && { requestBody: describeRequestBody(document, schemas, operationId, requestBody) }),
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        status,
        describeResponse(document, schemas, onProblem, `${operationId}.${status}`, resolve(document, response)),
      ]),
    ),
  };
}

/** Headers that are no parameters, whatever a document says (OpenAPI 3.1, Parameter Object). */
const DESCRIBED_ELSEWHERE: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** An operation's parameters, which replace those of its path item by name and place. */
function mergeParameters(document: OpenApiDocument, pathItem: PathItem, operation: Operation): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const referable of [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, referable);
    if (parameter.in === "header" && DESCRIBED_ELSEWHERE.has(parameter.name.toLowerCase())) continue;
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

function describeParameter(document: OpenApiDocument, parameter: Parameter): ParameterDescription {
  const { name, in: location, schema, content } = parameter;
  const isForm = location === "query" || location === "cookie";
  const style = content ? "json" : (parameter.style ?? (isForm ? "form" : "simple"));
  const { shape, properties } = shapeOf(document, schema);
  const explode = parameter.explode ?? style === "form";
  const isScattered = shape === "object" && style === "form" && explode;
  return { name, in: location, shape, style, explode, ...(isScattered && { properties }) };
}

/** How a schema's values are written where there is only text. What may be several things is read as the simplest. */
function shapeOf(
  document: OpenApiDocument,
  schema: Schema = {},
  depth = 0,
): { readonly shape: ValueShape; readonly properties: readonly string[] } {
  const { type, properties = {}, allOf = [], anyOf = [], oneOf = [] } = resolve(document, schema);
  const parts = depth > 10 ? [] : allOf.map((part) => shapeOf(document, part, depth + 1));
  const choices = depth > 10 ? [] : [...anyOf, ...oneOf].map((choice) => shapeOf(document, choice, depth + 1));
  const names = [
    ...new Set([...Object.keys(properties), ...[...parts, ...choices].flatMap((part) => part.properties)]),
  ];
  const types = [type ?? []].flat().filter((name) => name !== "null");
  const own = types.length === 0 && names.length > 0 && choices.length === 0 ? "object" : types[0];
  const shapes = own === undefined ? [...parts, ...choices].map(({ shape }) => shape) : [own];
  const isAll = (name: ValueShape) => shapes.length > 0 && shapes.every((shape) => shape === name);
  return { shape: isAll("array") ? "array" : isAll("object") ? "object" : "primitive", properties: names };
}

/** One schema for all parameters, so that a single validation coerces and checks them. */
function parametersSchema(parameters: readonly Parameter[]): Schema {
  const properties: Record<string, { type: "object"; required: string[]; properties: Record<string, Schema> }> = {};
  for (const { name, in: location, required, schema, content } of parameters) {
    properties[location] ??= { type: "object", required: [], properties: {} };
    const group = properties[location];
    const key = location === "header" ? name.toLowerCase() : name;
    group.properties[key] = asText(schema ?? Object.values(content ?? {})[0]?.schema ?? {});
    if (required) group.required.push(key);
  }
  return { type: "object", properties };
}

/** What is written as text may well be several things at once, such as an integer and a string. */
function asText(schema: Schema): Schema {
  const { oneOf, ...others } = schema;
  return oneOf && !others.anyOf ? { ...others, anyOf: oneOf } : schema;
}

function describeSecurity(document: OpenApiDocument, requirements: readonly SecurityRequirement[]): SecurityScheme[][] {
  return requirements.map((requirement) =>
    Object.keys(requirement).map((name) => {
      const referable = document.components?.securitySchemes?.[name];
      if (!referable) throw new Error(`The security scheme ${name} is used, but components.securitySchemes lacks it.`);
      const scheme = resolve(document, referable);
      if (scheme.type === "http") return { kind: "http", scheme: scheme.scheme };
      if (scheme.type === "apiKey") return { kind: "apiKey", in: scheme.in, name: scheme.name };
      // A client certificate is for the transport to judge; the others are bearer tokens (RFC 6750).
      return scheme.type === "mutualTLS" ? { kind: "other" } : { kind: "http", scheme: "bearer" };
    }),
  );
}

function describeRequestBody(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  operationId: string,
  { required = false, content }: RequestBody,
): RequestBodyDescription {
  const bodySchemas = Object.values(content).map(({ schema = {} }) => resolve(document, schema));
  const secrets = bodySchemas.flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((name) => resolve(document, properties[name] ?? {}).format === "password"),
  );
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
    secrets: [...new Set(secrets)],
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
