import type { ParameterDescription, ValueShape } from "../engine/api-description.ts";
import {
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  resolve,
  type Schema,
} from "./openapi-document.ts";

/** Headers that are no parameters, whatever a document says (OpenAPI 3.1, Parameter Object). */
const DESCRIBED_ELSEWHERE: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** An operation's parameters, which replace those of its path item by name and place. */
export function mergeParameters(document: OpenApiDocument, pathItem: PathItem, operation: Operation): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const referable of [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, referable);
    if (parameter.in === "header" && DESCRIBED_ELSEWHERE.has(parameter.name.toLowerCase())) continue;
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

/** How a parameter is written. */
export function describeParameter(document: OpenApiDocument, parameter: Parameter): ParameterDescription {
  const { name, in: location, schema, content } = parameter;
  const isForm = location === "query" || location === "cookie";
  const style = content ? "json" : (parameter.style ?? (isForm ? "form" : "simple"));
  const { shape, properties } = shapeOf(document, schema);
  const explode = parameter.explode ?? style === "form";
  const isScattered = shape === "object" && style === "form" && explode;
  return { name, in: location, shape, style, explode, ...(isScattered && { properties }) };
}

/** How a schema's values are written where there is only text. What may be several things is read as the simplest. */
export function shapeOf(
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
export function parametersSchema(parameters: readonly Parameter[]): Schema {
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
