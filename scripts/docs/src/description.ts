/** What the reference reads of an OpenAPI description. References may stand anywhere: see {@link createResolver}. */
export interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly (Marked & { readonly description?: string })[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> };
}

/** Anything that may carry the mark of an assumption, or stand elsewhere. */
export interface Marked {
  readonly $ref?: string;
  readonly "x-assumed"?: string;
}

export interface SecurityScheme {
  readonly scheme?: string;
  readonly description?: string;
}

export type PathItem = Marked & Readonly<Partial<Record<Method, Operation>>>;

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

export interface Operation extends Marked {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Answer>>;
}

export interface Parameter extends Marked {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

export interface Body extends Marked {
  readonly description?: string;
  readonly content?: Readonly<Record<string, Content>>;
}

export interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value?: unknown } & Marked>>;
}

export interface Answer extends Body {
  readonly headers?: Readonly<Record<string, Omit<Parameter, "name" | "in">>>;
}

export interface Schema extends Marked {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Follows references within a description to what they lead to. */
export function createResolver(description: Description) {
  return function resolve<T extends Marked>(value: T): T {
    if (value.$ref === undefined) return value;
    const steps = value.$ref.replace(/^#\//, "").split("/");
    const target = steps.reduce(
      (place, step) => Object(place)[step.replaceAll("~1", "/").replaceAll("~0", "~")],
      Object(description),
    );
    if (target === undefined) throw new Error(`${value.$ref} leads nowhere in the description.`);
    return resolve(target);
  };
}

/** Every operation with where it stands, in the description's order. */
export function operationsOf({ paths }: Description) {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, item, method: method.toUpperCase(), operation }] : [];
    }),
  );
}

export type PlacedOperation = ReturnType<typeof operationsOf>[number];
