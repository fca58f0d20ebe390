/** Key of a validator in a {@link Validators} table. */
type SchemaKey = string;
/** What the engine needs to know of an API. Plain data, made from an OpenAPI document ahead of time. */
interface ApiDescription {
  /** First server URL of the document, its variables at their defaults. */
  readonly baseUrl: string;
  readonly operations: readonly OperationDescription[];
  /** What the API itself sends: its webhooks, and the callbacks of its operations. Their path is the name of the one or other. */
  readonly webhooks: readonly OperationDescription[];
}
interface OperationDescription {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** As in the document, with its templates: `/countries/{code}`. */
  readonly path: string;
  /** Alternatives, of which one must hold; all schemes of an alternative must. None at all: open to everyone. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly parameters: readonly ParameterDescription[];
  /** Validates `{ path, query, header, cookie }`. */
  readonly parametersSchema?: SchemaKey | undefined;
  readonly requestBody?: RequestBodyDescription | undefined;
  /**
   * What is secret in `{ path, query, header, cookie, body }`: a graph whose first node is that object. Empty, if nothing is.
   */
  readonly secrets: readonly SecretNode[];
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
}
/** What is said of a value by what leads to secrets. Numbers are indices of nodes. */
interface SecretNode {
  readonly isSecret?: true;
  /** By name. */
  readonly properties?: Readonly<Record<string, number>>;
  /** Of the properties that are not named. */
  readonly others?: readonly number[];
  /** Of a list's entries. */
  readonly items?: readonly number[];
  /** Of the same value. */
  readonly also?: readonly number[];
}
type SecurityScheme = {
  readonly kind: "http";
  readonly scheme: string;
} | {
  readonly kind: "apiKey";
  readonly in: "query" | "header" | "cookie";
  readonly name: string;
} | {
  readonly kind: "other";
};
type ParameterLocation = "path" | "query" | "header" | "cookie";
/**
 * What text is read as, before the schema judges it. `any` is a string, or several. A list's first items may have readings
 * of their own (`prefix`). An object's other properties are read as
 * `additional` says; without it they are not the schema's concern. Of `choices` the first counts that `schema` takes.
 */
type Reading = "string" | "number" | "boolean" | "null" | "any" | {
  readonly items: Reading;
  readonly prefix?: readonly Reading[];
} | {
  readonly properties: Readonly<Record<string, Reading>>;
  readonly additional?: Reading;
} | {
  readonly choices: readonly Reading[];
  readonly schema: SchemaKey;
};
interface ParameterDescription {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly reading: Reading;
  /** How OpenAPI writes arrays and objects; `json` for a parameter that has a media type instead. */
  readonly style: ParameterStyle;
  readonly explode: boolean;
}
type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json";
interface RequestBodyDescription {
  readonly required: boolean;
  readonly content: Readonly<Record<string, RequestContentDescription>>;
}
interface RequestContentDescription {
  readonly schema: SchemaKey;
  /** Of a form: an object's reading, whose objects are written as JSON. */
  readonly form?: Reading;
  /** Of a form: the fields that are written otherwise than by default. */
  readonly styled?: readonly Pick<ParameterDescription, "name" | "style" | "explode">[];
}
interface ResponseDescription {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, ResponseHeaderDescription>>;
  /** By media type, or by a range of them, as in the document. */
  readonly content: Readonly<Record<string, MediaTypeDescription>>;
}
interface ResponseHeaderDescription {
  readonly required: boolean;
  readonly reading: Reading;
  readonly style: "simple" | "json";
  readonly explode: boolean;
  readonly schema: SchemaKey;
  readonly example?: string;
}
interface MediaTypeDescription {
  readonly schema: SchemaKey;
  /** Bodies by name, serialised; the first is the default. Empty, if there is neither an example nor a sample that fits. */
  readonly examples: Readonly<Record<string, string>>;
  /** In words, why there is none. */
  readonly problem?: string;
  /** Of an error: how it says what was wrong. */
  readonly refusal?: RefusalTemplate;
}
/** A body of JSON, or of plain text, and the place in it for the words: names of properties and indices of items. */
interface RefusalTemplate {
  readonly body: string;
  readonly place: readonly (string | number)[];
}
/** Says whether a value fits a schema, and leaves what is wrong in `errors`: the shape that Ajv compiles to. */
interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}
interface ValidationError {
  /** JSON Pointer into the value. */
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}
/** Finds the validator of a key in an {@link ApiDescription}. */
type FindValidator = (key: SchemaKey) => Validator | undefined;
/** An API that can be served: its description, and its validators. */
interface MockSpec {
  readonly api: ApiDescription;
  readonly findValidator: FindValidator;
}
export { ParameterLocation as n, MockSpec as t };