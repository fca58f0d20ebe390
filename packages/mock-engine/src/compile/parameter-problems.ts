const STYLES: ReadonlyMap<unknown, readonly unknown[]> = new Map([
  ["path", ["simple", "label", "matrix"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form"]],
]);

/** What is wrong with a parameter; under no keys, what it lacks. */
export function* parameterProblems(parameter: object): Generator<[keys: readonly string[], message: string]> {
  for (const key of ["name", "in"]) {
    if (typeof Reflect.get(parameter, key) === "string") continue;
    yield [[], `The parameter lacks \`${key}\`.`];
    return;
  }
  if (!("schema" in parameter || "content" in parameter)) yield [[], "The parameter lacks `schema`, or `content`."];
  const location = Reflect.get(parameter, "in");
  const styles = STYLES.get(location);
  if (!styles) yield [["in"], `\`in\` is one of ${[...STYLES.keys()].join(", ")}, not ${JSON.stringify(location)}.`];
  const style = Reflect.get(parameter, "style") ?? styles?.[0];
  if (styles && !styles.includes(style)) {
    yield [["style"], `The style in a ${location} is one of ${styles.join(", ")}, not ${JSON.stringify(style)}.`];
  }
}
