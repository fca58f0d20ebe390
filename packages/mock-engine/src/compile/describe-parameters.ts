import type { ParameterDescription, ParameterLocation } from "../engine/api-description.ts";
import {
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  resolve,
  type Schema,
} from "./openapi-document.ts";
import { readingOf } from "./readings.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";
import { withProtoProperty } from "./with-proto-property.ts";

/** Headers that are no parameters, whatever a document says (OpenAPI 3.1, Parameter Object). */
const DESCRIBED_ELSEWHERE: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

const LOCATIONS: ReadonlySet<unknown> = new Set(["path", "query", "header", "cookie"] satisfies ParameterLocation[]);

/** An operation's parameters, which replace those of its path item by name and place. */
export function mergeParameters(document: OpenApiDocument, pathItem: PathItem, operation: Operation): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const referable of [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, referable);
    // What stands nowhere in a request cannot be asked for.
    if (typeof parameter.name !== "string" || !LOCATIONS.has(parameter.in)) continue;
    if (parameter.in === "header" && DESCRIBED_ELSEWHERE.has(parameter.name.toLowerCase())) continue;
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

/** How a parameter is written. */
export function describeParameter(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  place: string,
  parameter: Parameter,
): ParameterDescription {
  const { name, in: location, schema = {}, content } = parameter;
  const isForm = location === "query" || location === "cookie";
  const style = content ? "json" : (parameter.style ?? (isForm ? "form" : "simple"));
  const explode = parameter.explode ?? style === "form";
  const reading = content ? "any" : readingOf(document, schemas, `${place}.${name}`, schema, "readOnly");
  return { name, in: location, reading, style, explode };
}

/** One schema for all parameters, so that a single validation checks them. */
export function parametersSchema(parameters: readonly Parameter[]): Schema {
  const locations = [...new Set(parameters.map((parameter) => parameter.in))];
  const groupOf = (location: ParameterLocation) => {
    const named = parameters
      .filter((parameter) => parameter.in === location)
      .map((parameter) => ({
        ...parameter,
        name: location === "header" ? parameter.name.toLowerCase() : parameter.name,
      }));
    return withProtoProperty({
      type: "object" as const,
      required: named.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(
        named.map(({ name, schema, content }) => [name, schema ?? Object.values(content ?? {})[0]?.schema ?? {}]),
      ),
    });
  };
  return {
    properties: Object.fromEntries(locations.map((location) => [location, groupOf(location)])),
  };
}
