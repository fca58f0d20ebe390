import type {
  ApiDescription,
  OperationDescription,
  ParameterDescription,
  RequestBodyDescription,
  SecurityScheme,
} from "../engine/api-description.ts";
import { describeResponse } from "./describe-response.ts";
import {
  METHODS,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  resolve,
  type Schema,
  type SecurityRequirement,
  type Server,
} from "./openapi-document.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";

/**
 * Turns a bundled OpenAPI document into what the engine runs on, and registers its schemas with `schemas`.
 *
 * @throws Error naming the place, when a reply that the document gives or implies does not fit its own schema.
 */
export function describeApi(document: OpenApiDocument, schemas: SchemaCompiler): ApiDescription {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, pathItem]) =>
    METHODS.flatMap((method) => {
      const operation = pathItem[method];
      return operation ? [describeOperation(document, schemas, path, method, pathItem, operation)] : [];
    }),
  );
  return { baseUrl: serverUrl(document.servers?.[0]), operations };
}

function serverUrl(server: Server = { url: "/" }): string {
  return server.url.replace(/\{([^}]+)\}/g, (template, name) => server.variables?.[name]?.default ?? template);
}

function describeOperation(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  path: string,
  method: string,
  pathItem: PathItem,
  operation: Operation,
): OperationDescription {
  const operationId = operation.operationId ?? `${method} ${path}`;
  const parameters = mergeParameters(document, pathItem, operation);
  const requestBody = operation.requestBody && resolve(document, operation.requestBody);
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    security: describeSecurity(document, operation.security ?? document.security ?? []),
    parameters: parameters.map((parameter) => describeParameter(document, parameter)),
    ...(parameters.length > 0 && {
      parametersSchema: schemas.add(`${operationId}.parameters`, parametersSchema(parameters), { coerce: true }),
    }),
    ...(requestBody && {
      requestBody: describeRequestBody(
        document,
        schemas,
        operationId,
        requestBody.required ?? false,
        requestBody.content,
      ),
    }),
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        status,
        describeResponse(document, schemas, `${operationId}.${status}`, resolve(document, response)),
      ]),
    ),
  };
}

/** An operation's parameters, which replace those of its path item by name and place. */
function mergeParameters(document: OpenApiDocument, pathItem: PathItem, operation: Operation): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const referable of [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, referable);
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

function describeParameter(document: OpenApiDocument, parameter: Parameter): ParameterDescription {
  const { name, in: location } = parameter;
  const isArray = parameter.schema && [resolve(document, parameter.schema).type].flat().includes("array");
  if (!isArray) return { name, in: location };
  const style = parameter.style ?? (location === "query" || location === "cookie" ? "form" : "simple");
  if (style === "form" && (parameter.explode ?? true)) return { name, in: location, separator: "explode" };
  return { name, in: location, separator: SEPARATORS[style] ?? "," };
}

const SEPARATORS: Readonly<Record<string, "," | " " | "|">> = { spaceDelimited: " ", pipeDelimited: "|" };

/** One schema for all parameters, so that a single validation coerces and checks them. */
function parametersSchema(parameters: readonly Parameter[]): Schema {
  const properties: Record<string, { type: "object"; required: string[]; properties: Record<string, Schema> }> = {};
  for (const { name, in: location, required, schema, content } of parameters) {
    properties[location] ??= { type: "object", required: [], properties: {} };
    const group = properties[location];
    const key = location === "header" ? name.toLowerCase() : name;
    group.properties[key] = schema ?? Object.values(content ?? {})[0]?.schema ?? {};
    if (required) group.required.push(key);
  }
  return { type: "object", properties };
}

function describeSecurity(document: OpenApiDocument, requirements: readonly SecurityRequirement[]): SecurityScheme[][] {
  return requirements.map((requirement) =>
    Object.keys(requirement).map((name) => {
      const referable = document.components?.securitySchemes?.[name];
      if (!referable) throw new Error(`The security scheme ${name} is used, but components.securitySchemes lacks it.`);
      const scheme = resolve(document, referable);
      if (scheme.type === "http") return { kind: "http", scheme: scheme.scheme };
      if (scheme.type === "apiKey") return { kind: "apiKey", in: scheme.in, name: scheme.name };
      return { kind: "other" };
    }),
  );
}

function describeRequestBody(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  operationId: string,
  required: boolean,
  content: Readonly<Record<string, MediaType>>,
): RequestBodyDescription {
  const bodySchemas = Object.values(content).map(({ schema = {} }) => resolve(document, schema));
  const secrets = bodySchemas.flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((name) => resolve(document, properties[name] ?? {}).format === "password"),
  );
  return {
    required,
    content: Object.fromEntries(
      Object.entries(content).map(([mediaType, { schema = {} }]) => [
        mediaType,
        schemas.add(`${operationId}.request.${mediaType}`, schema),
      ]),
    ),
    secrets: [...new Set(secrets)],
  };
}
