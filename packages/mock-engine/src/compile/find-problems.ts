import { childrenOf, isObject, type Kind, lookUp, pointerOf } from "./positions.ts";

/** A fault of a document. */
export interface Problem {
  /** Where it is, as a JSON Pointer: `/paths/~1countries/get`. */
  readonly pointer: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/**
 * Finds what keeps parts of an OpenAPI document from being served: references that lead nowhere, unknown security schemes,
 * keywords of schemas that are not what they have to be. Each is told once, in the document's order.
 */
export function findProblems(document: object): Problem[] {
  const problems: Problem[] = [];
  const visited = new Map<Kind, Set<object>>();
  const operationIds = new Map<string, string>();

  function visit(node: object, kind: Kind, pointer: string): void {
    const seen = visited.get(kind) ?? new Set();
    visited.set(kind, seen.add(node));
    const add = (message: string, key?: string) =>
      problems.push({ pointer: key === undefined ? pointer : pointer + pointerOf([key]), message });
    if ("$ref" in node) {
      const problem = problemOfReference(document, node.$ref);
      if (problem) add(problem, "$ref");
      // What stands beside a reference is passed over, except in schemas and path items.
      if (kind !== "schema" && kind !== "pathItem") return;
    }
    if (kind === "document" || kind === "operation")
      for (const [key, message] of securityProblems(document, node)) add(message, key);
    if (kind === "operation" && "operationId" in node) {
      const id = String(node.operationId);
      const other = operationIds.get(id);
      if (other !== undefined)
        add(`The operation #${other} is called ${id} too: give each a name of its own.`, "operationId");
      operationIds.set(id, pointer);
    }
    if (kind === "parameter" && !pointer.includes("/headers/")) {
      const missing = ["name", "in"].find((key) => typeof Reflect.get(node, key) !== "string");
      if (missing) add(`The parameter lacks \`${missing}\`.`);
    }
    if (kind === "schema") for (const [key, message] of keywordProblems(node)) add(message, key);
    for (const child of childrenOf(node, kind)) {
      if (!visited.get(child.kind)?.has(child.value)) visit(child.value, child.kind, pointer + pointerOf(child.keys));
    }
  }

  visit(document, "document", "");
  return problems;
}

function problemOfReference(document: object, reference: unknown): string | undefined {
  const seen = new Set<unknown>();
  for (let current = reference; ; ) {
    if (typeof current !== "string") return "A $ref is a string.";
    if (seen.has(current)) return `${current} refers to itself.`;
    seen.add(current);
    try {
      const target = lookUp(document, current);
      if (!isObject(target) || !("$ref" in target) || Object.keys(target).length > 1) return undefined;
      current = target.$ref as string;
    } catch (error) {
      return error instanceof Error ? error.message : undefined;
    }
  }
}

function* securityProblems(document: object, node: object): Generator<[key: string, message: string]> {
  const security = Reflect.get(node, "security");
  if (!Array.isArray(security)) return;
  const components = Reflect.get(document, "components");
  const schemes = isObject(components) ? Reflect.get(components, "securitySchemes") : undefined;
  for (const name of new Set(security.filter(isObject).flatMap((requirement) => Object.keys(requirement)))) {
    if (!isObject(schemes) || !Object.hasOwn(schemes, name)) yield ["security", unknownScheme(name)];
  }
}

/** What is said of a security scheme that is used but not described. */
export function unknownScheme(name: string): string {
  return `The security scheme ${name} is used, but components.securitySchemes lacks it.`;
}

type Check = readonly [isRight: (value: unknown) => boolean, want: string];

const isMap = (value: unknown) => isObject(value) && !Array.isArray(value);
const isSchema = (value: unknown) => isMap(value) || typeof value === "boolean";
const isNumber = (value: unknown) => typeof value === "number";
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isItem);
const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isType = (value: unknown) => TYPES.some((type) => type === value);

const CHECKS: readonly (readonly [keywords: string, ...Check])[] = [
  ["type", (value) => isType(value) || isListOf(isType)(value), `one or several of ${TYPES.join(", ")}`],
  ["minimum maximum", isNumber, "a number"],
  ["exclusiveMinimum exclusiveMaximum", (value) => isNumber(value) || typeof value === "boolean", "a number"],
  ["multipleOf", (value) => isNumber(value) && Number(value) > 0, "a number above 0"],
  [
    "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
    isCount,
    "a whole number from 0 up",
  ],
  ["pattern format", (value) => typeof value === "string", "a string"],
  ["enum", Array.isArray, "a list"],
  [
    "required",
    (value) => typeof value === "boolean" || isListOf((name) => typeof name === "string")(value),
    "a list of names",
  ],
  [
    "properties patternProperties dependentSchemas $defs",
    (value) => isMap(value) && Object.values(value as object).every(isSchema),
    "a map of schemas",
  ],
  ["allOf anyOf oneOf prefixItems", isListOf(isSchema), "a list of schemas"],
  ["additionalProperties propertyNames not if then else contains", isSchema, "a schema"],
];

const BY_KEYWORD = new Map(
  CHECKS.flatMap(([keywords, ...check]) => keywords.split(" ").map((keyword): [string, Check] => [keyword, check])),
);

function* keywordProblems(schema: object): Generator<[key: string, message: string]> {
  for (const [key, value] of Object.entries(schema)) {
    const [isRight, want] = BY_KEYWORD.get(key) ?? [];
    if (isRight && !isRight(value)) yield [key, `\`${key}\` is ${want}, not ${JSON.stringify(value)?.slice(0, 60)}.`];
  }
}
