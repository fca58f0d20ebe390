import { conjunctionOf, endOf, isSchema, type OpenApiDocument, type Schema } from "./openapi-document.ts";
import { keysOf, pointerIn } from "./positions.ts";

interface Discriminator {
  readonly propertyName: string;
  /** Schemas by name: references, or names of schemas. */
  readonly mapping?: Readonly<Record<string, string>> | null;
}

/**
 * Says in JSON Schema's words what `discriminator` does: a property tells by name of which schema a value is (OpenAPI 3.1,
 * Discriminator Object). A choice asks for the names of those that it is made from, and a child for those that its parent's
 * mapping gives it. Frameworks that write no mapping have other names than the schemas': a child has its own as an example
 * only, and where its like are to choose from, several may do.
 */
export function withDiscriminator(document: OpenApiDocument, schema: Schema, pointer: string): Schema {
  if (!schema.oneOf && !schema.anyOf && !schema.allOf) return schema;
  try {
    const changes = { ...asChoice(document, schema), ...asChild(document, schema, pointer) };
    return Object.keys(changes).length > 0 ? { ...schema, ...changes } : schema;
  } catch {
    // What is wrong with a reference is said where it stands.
    return schema;
  }
}

type Changes = Readonly<Record<string, unknown>>;

function asChoice(document: OpenApiDocument, schema: Schema): Changes {
  const { oneOf, anyOf } = schema;
  const own = discriminatorOf(schema);
  if (own) {
    const ask = (branch: Schema) => asking(document, branch, own);
    return { ...(oneOf && { oneOf: oneOf.map(ask) }), ...(anyOf && { anyOf: anyOf.map(ask) }) };
  }
  const [inherited, ...others] = new Set(oneOf?.map((branch) => discriminatorIn(document, branch)));
  if (!inherited || others.length > 0 || inherited.mapping) return {};
  return { oneOf: undefined, allOf: [...(schema.allOf ?? []), { anyOf: oneOf }] };
}

/** One of a choice, its names asked for beside the reference. */
function asking(document: OpenApiDocument, branch: Schema, { propertyName, mapping }: Discriminator): Schema {
  if (branch.$ref === undefined) return branch;
  const target = endOf(document, branch);
  const given = namesOf(document, mapping, (schema) => schema === target);
  const names = given.length > 0 ? given : keysOf(pointerIn(branch.$ref) ?? "").slice(-1);
  return { ...branch, ...propertyOf(document, branch, propertyName, names, "enum") };
}

/** The property of a named schema one of whose parents has a discriminator. */
function asChild(document: OpenApiDocument, schema: Schema, pointer: string): Changes {
  const { allOf } = schema;
  const [components, schemas, own, ...deeper] = keysOf(pointer);
  const isNamed = components === "components" && schemas === "schemas" && deeper.length === 0;
  if (own === undefined || !isNamed || !allOf || "additionalProperties" in schema) return {};
  const { propertyName, mapping } = discriminatorIn(document, { allOf }) ?? {};
  if (propertyName === undefined) return {};
  const given = namesOf(document, mapping, (other) => conjunctionOf(document, other).has(schema));
  return given.length > 0
    ? propertyOf(document, schema, propertyName, given, "enum")
    : propertyOf(document, schema, propertyName, [own], "examples");
}

/** What is said of a property once it has one of these names, as far as it may. */
function propertyOf(
  document: OpenApiDocument,
  schema: Schema,
  propertyName: string,
  names: readonly string[],
  keyword: "enum" | "examples",
): Pick<Schema, "properties"> {
  const values = partsIn(document, schema)
    .flatMap(({ properties = {} }) => partsIn(document, properties[propertyName] ?? {}))
    .flatMap((part) => ("const" in part ? [[part.const]] : Array.isArray(part.enum) ? [part.enum] : []));
  const possible = names.filter((name) => values.every((values) => values.includes(name)));
  const { [propertyName]: property = {}, ...others } = schema.properties ?? {};
  return possible.length > 0 ? { properties: { ...others, [propertyName]: { ...property, [keyword]: possible } } } : {};
}

function namesOf(
  document: OpenApiDocument,
  mapping: Discriminator["mapping"],
  isIt: (schema: Schema) => boolean,
): string[] {
  const { schemas = {} } = document.components ?? {};
  return Object.entries(mapping ?? {}).flatMap(([name, place]) => {
    const target = Object.hasOwn(schemas, place) ? schemas[place] : endOf(document, { $ref: place });
    return isSchema(target) && isIt(target) ? [name] : [];
  });
}

function partsIn(document: OpenApiDocument, schema: Schema): Schema[] {
  return [...conjunctionOf(document, schema)].filter(isSchema);
}

function discriminatorIn(document: OpenApiDocument, schema: Schema): Discriminator | undefined {
  return partsIn(document, schema)
    .map(discriminatorOf)
    .find((found) => found !== undefined);
}

function discriminatorOf({ discriminator }: Schema): Discriminator | undefined {
  return isDiscriminator(discriminator) ? discriminator : undefined;
}

function isDiscriminator(value: unknown): value is Discriminator {
  return isSchema(value) && typeof value.propertyName === "string";
}
