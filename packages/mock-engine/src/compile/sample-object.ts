import type { Node } from "./flatten.ts";
import { both, type Flat } from "./flatten.ts";
import type { Schema } from "./openapi-document.ts";
import { readPattern } from "./read-pattern.ts";
import { type Maker, variations } from "./sample-maker.ts";

/** Objects of a schema: with all that is welcome, then with other values, then with what is required only. */
export function* objectsOf(flat: Flat, maker: Maker): Generator<object> {
  for (const isWelcome of [maker.isWelcome, () => false]) {
    yield* variations(fieldsOf(flat, maker, isWelcome), maker, (entries) => Object.fromEntries(entries));
  }
}

type Fields = (readonly [name: string, schema: Node])[];

/** Names and schemas of an object's properties. */
function fieldsOf(given: Flat, maker: Maker, isWelcome: (schema: Node) => boolean): Fields {
  const { flat, names } = needed(given, maker);
  const { minProperties = 0 } = flat.least;
  const { maxProperties = Number.POSITIVE_INFINITY } = flat.most;
  const declared = flat.objects.flatMap(({ properties }) => Object.keys(properties));
  const hasMore = (name: string) => flat.dependents.some(([other]) => other === name);
  for (const name of declared) {
    const isFree = names.size < maxProperties && !hasMore(name);
    if (isFree && isWelcome(schemaOf(flat, name)) && isNamed(flat, maker, name)) names.add(name);
  }
  for (const name of moreNames(flat, maker, declared)) {
    if (names.size >= minProperties) break;
    if (schemaOf(flat, name) !== false && isNamed(flat, maker, name)) names.add(name);
  }
  const order = [...new Set([...declared, ...names])].filter((name) => names.has(name));
  return order.map((name) => [name, schemaOf(flat, name)] as const).filter(([, schema]) => !maker.isUnsent(schema));
}

/** The names that have to be there, and what they bring with them. */
function needed(given: Flat, { flatten }: Maker): { readonly flat: Flat; readonly names: Set<string> } {
  let flat = given;
  const names = new Set(flat.required);
  for (const name of names) {
    for (const [, more] of flat.dependents.filter(([other]) => other === name)) {
      if (Array.isArray(more)) for (const other of more) names.add(other);
      else flat = both(flat, flatten(more as Node)[0] ?? flat);
      for (const other of flat.required) names.add(other);
    }
  }
  return { flat, names };
}

function isNamed({ propertyNames }: Flat, { fits }: Maker, name: string): boolean {
  return propertyNames.every((schema) => fits(schema, name));
}

/** Names for properties that only have to be several. */
function* moreNames(flat: Flat, { many }: Maker, declared: readonly string[]): Generator<string> {
  yield* declared;
  const patterns = flat.objects.flatMap(({ patternProperties }) => patternProperties.map(([pattern]) => pattern));
  const schemas: Node[] = [...flat.propertyNames, ...patterns.map((pattern): Schema => ({ type: "string", pattern }))];
  for (const schema of schemas) for (const name of many(schema)) if (typeof name === "string") yield name;
  for (let count = 1; count < MOST_NAMES; count++) yield `property${count}`;
}

const MOST_NAMES = 1_000;

/** What is said of a property; false if it may not be there. The same object for the same name. */
function schemaOf({ objects, known }: Flat, name: string): Node {
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  const parts = objects.flatMap(({ properties, patternProperties, additionalProperties }): Node[] => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const matching = patternProperties.filter(([pattern]) => readPattern(pattern, "u").test(name));
    const named = [...(own === undefined ? [] : [own]), ...matching.map(([, schema]) => schema)];
    return named.length > 0 ? named : [additionalProperties];
  });
  const schema = allOf(parts);
  known.set(name, schema);
  return schema;
}

/** All of several schemas. */
export function allOf(parts: readonly Node[]): Node {
  if (parts.includes(false)) return false;
  const schemas = parts.filter((part) => typeof part === "object");
  const [only = true, second] = schemas;
  return second === undefined ? only : { allOf: schemas };
}
