import { METHODS, resolve } from "./openapi-document.ts";
import { isObject } from "./positions.ts";

type Problem = readonly [keys: readonly string[], message: string];

/** What is wrong with the paths of a document: their form, and the parameters that stand in them. */
export function* pathProblems(document: object): Generator<Problem> {
  const paths: unknown = Reflect.get(document, "paths");
  const known = new Map<string, string>();
  for (const [path, item] of Object.entries(Object(paths))) {
    if (path.startsWith("x-")) continue;
    const place = ["paths", path];
    if (!path.startsWith("/")) yield [place, "A path begins with a slash."];
    const shape = path.replace(/\{?\?.*/s, "").replace(/\{[^}]*\}/g, "{}");
    const found = followed(document, item);
    for (const method of METHODS) {
      const operation = found?.[method];
      if (!isObject(operation)) continue;
      const requests = `${method} ${shape}`;
      const other = known.get(requests);
      if (other !== undefined)
        yield [[...place, method], `${other} takes the same requests: no server can tell them apart.`];
      known.set(requests, path);
      const described = new Set(
        [found?.parameters, Reflect.get(operation, "parameters")].flatMap((list) => namesIn(document, list)),
      );
      const written = new Set([...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name));
      for (const name of written) {
        if (!described.has(name)) yield [[...place, method], `The path has {${name}}, but no parameter describes it.`];
      }
      for (const name of described) {
        if (!written.has(name))
          yield [[...place, method], `The parameter ${name} is in the path, which has no {${name}}.`];
      }
    }
  }
}

/** What a reference leads to; undefined for nothing. */
function followed(document: object, value: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    return isObject(value) ? { ...resolve(document, value), ...value } : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(document: object, parameters: unknown): string[] {
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((referable) => {
    const parameter = followed(document, referable);
    return parameter?.in === "path" && typeof parameter.name === "string" ? [parameter.name] : [];
  });
}
