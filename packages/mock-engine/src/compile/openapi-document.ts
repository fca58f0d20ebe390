import type { ParameterLocation, ParameterStyle } from "../engine/api-description.ts";
import { lookUp } from "./positions.ts";

/** The part of OpenAPI 3.1, and of 3.0 once upgraded, that is read here. Every `$ref` is internal; `resolve` follows it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
    readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string };
  };
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Readonly<Record<string, Referable<PathItem>>>;
  readonly webhooks?: Readonly<Record<string, Referable<PathItem>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, object>>;
    readonly securitySchemes?: Readonly<Record<string, Referable<SecuritySchemeObject>>>;
  };
}

export interface Reference {
  readonly $ref: string;
}

export type Referable<T> = T | Reference;

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default: string }>>;
}

export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  readonly parameters?: readonly Referable<Parameter>[];
};

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type Method = (typeof METHODS)[number];

export interface Operation {
  readonly operationId?: string;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly Referable<Parameter>[];
  readonly requestBody?: Referable<RequestBody>;
  readonly responses?: Readonly<Record<string, Referable<Response>>>;
  /** By name, and then by an expression that says where it goes. */
  readonly callbacks?: Readonly<Record<string, Referable<Readonly<Record<string, Referable<PathItem>>>>>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required?: boolean;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface Response {
  readonly headers?: Readonly<Record<string, Referable<Header>>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Header extends Examples {
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType extends Examples {
  readonly schema?: Schema;
  /** How a form's fields are written, by name. */
  readonly encoding?: Readonly<Record<string, { readonly style?: ParameterStyle; readonly explode?: boolean }>>;
}

interface Examples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Referable<{ readonly value?: unknown }>>>;
}

type SchemaType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

export interface Schema {
  readonly $ref?: string;
  readonly type?: SchemaType | SchemaType[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: Schema[];
  readonly anyOf?: Schema[];
  readonly oneOf?: Schema[];
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly [keyword: string]: unknown;
}

export type SecuritySchemeObject =
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "apiKey"; readonly in: "query" | "header" | "cookie"; readonly name: string }
  | { readonly type: "oauth2" | "openIdConnect" | "mutualTLS" };

/** In 3.1 a schema may be just true or false: not such a one. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows internal references until there is none. */
export function resolve<T extends object>(document: object, value: Referable<T>): T {
  let current: Referable<T> = value;
  for (let hops = 0; isReference(current); hops++) {
    if (hops > 100) throw new Error(`${current.$ref} refers to itself.`);
    current = lookUp(document, current.$ref) as Referable<T>;
  }
  return current;
}

/** Where references lead in the end; undefined if nowhere. */
export function endOf(document: object, value: object): object | undefined {
  try {
    return resolve(document, value);
  } catch {
    return undefined;
  }
}

/** What stands beside `$ref` is passed over, as OpenAPI has it for all but schemas. */
function isReference(value: object): value is Reference {
  // In 3.1 a schema may be just true or false.
  return typeof value === "object" && "$ref" in value && typeof value.$ref === "string";
}

/**
 * What a schema refers to, one step on: what stands beside a schema's `$ref` counts.
 *
 * @throws Error if that leads nowhere, or to itself.
 */
export function targetOf(document: object, { $ref }: Schema): Schema | boolean | undefined {
  if ($ref === undefined) return undefined;
  resolve<Schema>(document, { $ref });
  return lookUp(document, $ref) as Schema | boolean;
}

/** A schema and all that it applies to the same value: through references, `allOf`, `anyOf`, `oneOf` and conditions. */
export function partsOf(document: OpenApiDocument, schema: Schema | boolean): Set<Schema> {
  const parts = new Set<Schema>();
  const visit = (part: Schema | boolean | undefined) => {
    if (typeof part !== "object" || parts.has(part)) return;
    parts.add(part);
    const { allOf = [], anyOf = [], oneOf = [] } = part;
    for (const inner of [targetOf(document, part), ...allOf, ...anyOf, ...oneOf, part.then, part.else]) visit(inner);
  };
  visit(schema);
  return parts;
}

/** A schema and all that a value has to meet with it, whatever is chosen: through references and `allOf`, each once. */
export function conjunctionOf(document: OpenApiDocument, schema: Schema | boolean): Set<Schema | boolean> {
  const parts = new Set<Schema | boolean>([schema]);
  for (const part of parts) {
    if (typeof part !== "object") continue;
    const target = targetOf(document, part);
    for (const inner of [...(target === undefined ? [] : [target]), ...(part.allOf ?? [])]) parts.add(inner);
  }
  return parts;
}
