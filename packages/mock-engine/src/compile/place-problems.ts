import { METHODS } from "./openapi-document.ts";
import { isObject, type Kind, positionsOf } from "./positions.ts";

const WANTED: Readonly<Record<string, string>> = {
  "": "an object",
  "[]": "a list of objects",
  "{}": "a map of objects",
  "{x}": "a map of objects",
};

/** What stands in an object's places without being what belongs there, and what belongs nowhere. */
export function* placeProblems(node: object, kind: Kind): Generator<[key: string, message: string]> {
  // A schema's keywords are looked at by themselves.
  if (kind === "schema") return;
  for (const [key, position] of positionsOf(kind)) {
    const value = Reflect.get(node, key);
    if (isRight(value, position.many, position.kind)) continue;
    const isSchema = position.kind === "schema" && position.many === "";
    const wanted = isSchema ? "a schema" : WANTED[position.many];
    yield [key, `\`${key}\` is ${wanted}, not ${JSON.stringify(value)?.slice(0, 60)}.`];
  }
  if (kind === "requestBody" && [undefined, null].includes(Reflect.get(node, "content")))
    yield ["content", BODY_LACKS_CONTENT];
  const responses = kind === "operation" ? Reflect.get(node, "responses") : undefined;
  for (const key of isObject(responses) ? Object.keys(responses) : []) {
    if (/^([1-5]\d\d|[1-5]XX|default)$|^x-/.test(key)) continue;
    yield ["responses", `\`${key}\` is no status from 100 to 599, nor 1XX to 5XX, nor \`default\`.`];
  }
  for (const key of kind === "pathItem" ? Object.keys(node) : []) {
    if (OF_PATHS.has(key) || key.startsWith("x-")) continue;
    yield [key, `\`${key}\` is no method: there are ${METHODS.join(", ")}.`];
  }
}

/** What is said of a request body that describes none. */
export const BODY_LACKS_CONTENT = "The request body lacks `content`.";

const OF_PATHS: ReadonlySet<string> = new Set([
  ...METHODS,
  ..."$ref summary description servers parameters".split(" "),
]);

function isRight(value: unknown, many: string, kind: Kind): boolean {
  // What YAML leaves empty is as good as not there.
  const isItem = (item: unknown) =>
    item === null || (isObject(item) && !Array.isArray(item)) || (kind === "schema" && typeof item === "boolean");
  if (value === undefined || value === null) return true;
  if (many === "") return isItem(value);
  if (!isObject(value) || Array.isArray(value) !== (many === "[]")) return false;
  return Object.entries(value).every(([name, item]) => isItem(item) || (many === "{x}" && name.startsWith("x-")));
}
