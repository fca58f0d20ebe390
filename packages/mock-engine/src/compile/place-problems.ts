import { METHODS } from "./openapi-document.ts";
import { isObject, type Kind, positionsOf } from "./positions.ts";

/** What stands in an object's places without being what belongs there, and what belongs nowhere. */
export function* placeProblems(node: object, kind: Kind): Generator<[keys: readonly string[], message: string]> {
  const positions = positionsOf(kind);
  for (const key of Object.keys(node)) {
    const position = positions.get(key);
    const value: unknown = position && Reflect.get(node, key);
    // What YAML leaves empty is as good as not there.
    if (!position || value === undefined || value === null) continue;
    const { kind: inner, many } = position;
    const isRight = many === "" ? isOne(value, inner) : many === "[]" ? Array.isArray(value) : isMap(value);
    if (!isRight) yield [[key], `\`${key}\` is ${wanted(inner, many)}, not ${shown(value)}.`];
    else if (many !== "" && isObject(value)) {
      for (const name of Object.keys(value)) {
        const item: unknown = Reflect.get(value, name);
        if (item === null || isOne(item, inner) || (many === "{x}" && name.startsWith("x-"))) continue;
        yield [[key, name], `\`${name}\` of \`${key}\` is ${wanted(inner)}, not ${shown(item)}.`];
      }
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

/** Whether a value may be one of a kind: a schema may be just true or false. */
function isOne(value: unknown, kind: Kind): boolean {
  return isMap(value) || (kind === "schema" && typeof value === "boolean");
}

function wanted(kind: Kind, many = ""): string {
  const [one, several] = kind === "schema" ? ["a schema", "schemas"] : ["an object", "objects"];
  return many === "" ? one : `a ${many === "[]" ? "list" : "map"} of ${several}`;
}

function isMap(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value);
}

/** As it is written, or the beginning of that. */
export function shown(value: unknown): string | undefined {
  return JSON.stringify(value)?.slice(0, 60);
}
