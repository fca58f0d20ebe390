import {
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type PathItem,
  resolve,
  type Schema,
} from "../../src/compile/openapi-document.ts";
import { samples } from "../../src/compile/sample.ts";
import type { MockSpec, OperationDescription } from "../../src/engine/api-description.ts";
import { essenceOf } from "../../src/engine/media-type.ts";

/** A request that the document allows, made from the first samples that fit; undefined where none does. */
export function makeRequest(
  document: OpenApiDocument,
  { findValidator }: MockSpec,
  description: OperationDescription,
  baseUrl: string,
): Request | undefined {
  const pathItem = resolve<PathItem>(document, document.paths?.[description.path] ?? {});
  const operation = pathItem[description.method.toLowerCase() as "get"] as Operation;
  const headers = new Headers();
  const query = new URLSearchParams();
  let path = description.path;
  const parameters = new Map(
    [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map((referable) => {
      const parameter = resolve(document, referable);
      return [`${parameter.in} ${parameter.name}`, parameter];
    }),
  );
  for (const parameter of parameters.values()) {
    if (!parameter.required) continue;
    const [value] = samples(document, parameter.schema ?? {}, { unsent: "readOnly" });
    const isJson = parameter.content !== undefined;
    const text = isJson ? JSON.stringify(value) : Array.isArray(value) ? value.join(",") : String(value);
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(text));
    else if (
      parameter.in === "query" &&
      Array.isArray(value) &&
      parameter.style === undefined &&
      parameter.explode !== false
    )
      for (const item of value) query.append(parameter.name, String(item));
    else if (parameter.style === "deepObject")
      for (const [name, item] of brackets(parameter.name, value)) query.append(name, item);
    else if (parameter.in === "query") query.append(parameter.name, text);
    else if (parameter.in === "header") headers.set(parameter.name, text);
    else headers.append("Cookie", `${parameter.name}=${encodeURIComponent(text)}`);
  }
  for (const scheme of description.security[0] ?? []) {
    if (scheme.kind === "http") headers.set("Authorization", `${scheme.scheme} x`);
    else if (scheme.kind === "apiKey" && scheme.in === "header") headers.set(scheme.name, "x");
    else if (scheme.kind === "apiKey" && scheme.in === "query") query.append(scheme.name, "x");
    else if (scheme.kind === "apiKey") headers.append("Cookie", `${scheme.name}=x`);
  }
  const body = operation.requestBody && resolve(document, operation.requestBody);
  const isSent = body?.required === true;
  const [range, { schema = {} as Schema, encoding = {} } = {}] = Object.entries(isSent ? body.content : {})[0] ?? [];
  const mediaType = range?.replace("*/*", "application/json");
  let text: string | null = null;
  if (mediaType !== undefined) {
    const key = description.requestBody?.content[essenceOf(range ?? "")]?.schema ?? "";
    const validate = findValidator(key);
    for (const value of samples(document, schema, { unsent: "readOnly" })) {
      if (!validate?.(structuredClone(value))) continue;
      text = encode(mediaType, value, encoding);
      break;
    }
    if (text === null) return undefined;
    headers.set("Content-Type", mediaType.startsWith("multipart") ? `${mediaType}; boundary=${BOUNDARY}` : mediaType);
  }
  const search = query.size > 0 ? `${path.includes("?") ? "&" : "?"}${query}` : "";
  return new Request(baseUrl + path + search, { method: description.method, headers, body: text });
}

const BOUNDARY = "boundary";

function encode(mediaType: string, value: unknown, encoding: NonNullable<MediaType["encoding"]>): string {
  const isForm = /form/.test(mediaType);
  if (!isForm)
    return /json/.test(mediaType) || typeof value === "object" ? JSON.stringify(value) : String(value || "x");
  const fields = Object.entries(value ?? {}).flatMap(([name, field]): [string, string][] => {
    if (mediaType.endsWith("urlencoded") && encoding[name]?.style === "deepObject") return brackets(name, field);
    const values = Array.isArray(field) && field.every((item) => typeof item !== "object") ? field : [field];
    return values.map((item) => [name, typeof item === "object" ? JSON.stringify(item) : String(item)]);
  });
  if (mediaType === "application/x-www-form-urlencoded") return new URLSearchParams(fields).toString() || "x=y";
  const parts = fields.map(
    ([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return `${parts.join("")}--${BOUNDARY}--\r\n`;
}

/** `name[0][inner]=value`, as browsers' libraries write what is nested. */
function brackets(name: string, value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => brackets(`${name}[${key}]`, inner));
}
