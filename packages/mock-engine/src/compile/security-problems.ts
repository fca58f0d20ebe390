import { isObject, type Kind } from "./positions.ts";

/** What is wrong with a security scheme, or with where schemes are asked for. */
export function* securityProblems(
  document: object,
  node: object,
  kind: Kind,
): Generator<[keys: readonly string[], message: string]> {
  if (kind === "securityScheme") {
    const problem = problemOfScheme(node);
    if (problem !== undefined) yield [[], `The security scheme ${problem}.`];
  }
  if (kind !== "document" && kind !== "operation") return;
  const security: unknown = Reflect.get(node, "security") ?? [];
  if (!isListOfRequirements(security)) {
    yield [["security"], SECURITY_IS_A_LIST];
    return;
  }
  const components = Reflect.get(document, "components");
  const schemes = isObject(components) ? Reflect.get(components, "securitySchemes") : undefined;
  for (const name of new Set(security.flatMap((requirement) => Object.keys(requirement)))) {
    if (!isObject(schemes) || !Object.hasOwn(schemes, name)) yield [["security"], unknownScheme(name)];
  }
}

/** Whether a `security` is one: what is no map has no schemes. */
export function isListOfRequirements(security: unknown): security is object[] {
  return Array.isArray(security) && security.every((item) => isObject(item) && !Array.isArray(item));
}

/** What is said of a `security` that is none. */
export const SECURITY_IS_A_LIST = "`security` is a list of alternatives, each a map of schemes.";

/** What is said of a security scheme that is used but not described. */
export function unknownScheme(name: string): string {
  return `The security scheme ${name} is used, but components.securitySchemes lacks it.`;
}

const NEEDED: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["http", ["scheme"]],
  ["apiKey", ["in", "name"]],
  ["oauth2", []],
  ["openIdConnect", []],
  ["mutualTLS", []],
]);

/** What is wrong with a security scheme, in words; undefined if nothing is. */
export function problemOfScheme(scheme: object): string | undefined {
  const type: unknown = Reflect.get(scheme, "type");
  const needed = NEEDED.get(type);
  if (!needed) return `has a \`type\` of ${[...NEEDED.keys()].join(", ")}, not ${JSON.stringify(type)}`;
  const missing = needed.find((key) => typeof Reflect.get(scheme, key) !== "string");
  if (missing !== undefined) return `lacks \`${missing}\``;
  const location: unknown = Reflect.get(scheme, "in");
  if (type !== "apiKey" || ["query", "header", "cookie"].some((known) => known === location)) return undefined;
  return `is in a query, header or cookie, not ${JSON.stringify(location)}`;
}
