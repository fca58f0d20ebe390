import { METHODS } from "./openapi-document.ts";
import { isObject, type Kind, positionsOf } from "./positions.ts";

/** What stands in an object's places without being what belongs there, and what belongs nowhere. */
export function* placeProblems(node: object, kind: Kind): Generator<[keys: readonly string[], message: string]> {
  for (const [key, { kind: inner, many }] of positionsOf(kind)) {
    const value: unknown = Reflect.get(node, key);
    const [one, several] = inner === "schema" ? ["a schema", "schemas"] : ["an object", "objects"];
    const isOne = (item: unknown) => isMap(item) || (inner === "schema" && typeof item === "boolean");
    // What YAML leaves empty is as good as not there.
    if (value === undefined || value === null || (many === "" && isOne(value))) continue;
    const isHolder = many === "[]" ? Array.isArray(value) : many !== "" && isMap(value);
    if (!isHolder) {
      const wanted = many === "" ? one : `a ${many === "[]" ? "list" : "map"} of ${several}`;
      yield [[key], `\`${key}\` is ${wanted}, not ${shown(value)}.`];
      continue;
    }
    for (const [name, item] of Object.entries(value)) {
      if (item === null || isOne(item) || (many === "{x}" && name.startsWith("x-"))) continue;
      yield [[key, name], `\`${name}\` of \`${key}\` is ${one}, not ${shown(item)}.`];
    }
  }
  if (kind === "requestBody" && [undefined, null].includes(Reflect.get(node, "content")))
    yield [["content"], BODY_LACKS_CONTENT];
  const responses = kind === "operation" ? Reflect.get(node, "responses") : undefined;
  for (const key of isObject(responses) ? Object.keys(responses) : []) {
    if (/^([1-5]\d\d|[1-5]XX|default)$|^x-/.test(key)) continue;
    yield [["responses", key], `\`${key}\` is no status from 100 to 599, nor 1XX to 5XX, nor \`default\`.`];
  }
  for (const key of kind === "pathItem" ? Object.keys(node) : []) {
    if (OF_PATHS.has(key) || key.startsWith("x-")) continue;
    yield [[key], `\`${key}\` is no method: there are ${METHODS.join(", ")}.`];
  }
}

/** What is said of a request body that describes none. */
export const BODY_LACKS_CONTENT = "The request body lacks `content`.";

const OF_PATHS: ReadonlySet<string> = new Set([
  ...METHODS,
  ..."$ref summary description servers parameters".split(" "),
]);

function isMap(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value);
}

/** As it is written, or the beginning of that. */
export function shown(value: unknown): string | undefined {
  return JSON.stringify(value)?.slice(0, 60);
}
