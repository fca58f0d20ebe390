import type { SecretNode } from "../engine/api-description.ts";
import { type OpenApiDocument, type Parameter, type RequestBody, type Schema, targetOf } from "./openapi-document.ts";

/**
 * Finds what a request's schemas say is secret (`format: password`), wherever it stands in them.
 *
 * @returns A graph whose first node is the request, `{ path, query, header, cookie, body }`; empty if nothing is secret.
 */
export function describeSecrets(
  document: OpenApiDocument,
  parameters: readonly Parameter[],
  requestBody: RequestBody | undefined,
): readonly SecretNode[] {
  const places: Record<string, Schema> = {};
  for (const { in: location, name, schema, content = {} } of parameters) {
    const [described = schema ?? {}] = Object.values(content).map((mediaType) => mediaType.schema ?? {});
    const key = location === "header" ? name.toLowerCase() : name;
    places[location] = { properties: { ...places[location]?.properties, [key]: described } };
  }
  const bodies = Object.values(requestBody?.content ?? {}).map(({ schema = {} }) => schema);
  return prune(graphOf(document, { properties: { ...places, body: { anyOf: bodies } } }));
}

interface Node {
  readonly isSecret: boolean;
  readonly properties: Map<string, number>;
  readonly items: number[];
  readonly others: number[];
  readonly also: number[];
}

function graphOf(document: OpenApiDocument, root: Schema): readonly Node[] {
  const nodes: Node[] = [];
  const indices = new Map<Schema, number>();
  const waiting: Schema[] = [];
  const indexOf = (schema: unknown): number[] => {
    if (typeof schema !== "object" || schema === null) return [];
    const found = schema as Schema;
    const index = indices.get(found) ?? waiting.push(found) - 1;
    indices.set(found, index);
    return [index];
  };
  const listOf = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap(indexOf) : []);
  const valuesOf = (value: unknown): number[] => Object.values(Object(value)).flatMap(indexOf);
  indexOf(root);
  for (const schema of waiting) {
    const target = indexOf(targetOf(document, schema));
    const named = Object.entries(schema.properties ?? {});
    nodes.push({
      isSecret: schema.format === "password",
      properties: new Map(
        named.flatMap(([name, property]) => indexOf(property).map((index) => [name, index] as const)),
      ),
      items: [...indexOf(schema.items), ...listOf(schema.prefixItems)],
      others: [...indexOf(schema.additionalProperties), ...valuesOf(schema.patternProperties)],
      also: [
        ...target,
        ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap(listOf),
        ...[schema.if, schema.then, schema.else].flatMap(indexOf),
        ...valuesOf(schema.dependentSchemas),
      ],
    });
  }
  return nodes;
}

/** Index of no node: a property by this name is none of the others. */
const NOTHING = -1;

/** Without what leads to nothing secret. */
function prune(nodes: readonly Node[]): readonly SecretNode[] {
  const sources = new Map<number, number[]>();
  nodes.forEach(({ properties, items, others, also }, index) => {
    for (const target of [...properties.values(), ...items, ...others, ...also]) {
      sources.set(target, [...(sources.get(target) ?? []), index]);
    }
  });
  const leading = new Set(nodes.flatMap(({ isSecret }, index) => (isSecret ? [index] : [])));
  for (const index of leading) for (const source of sources.get(index) ?? []) leading.add(source);
  const kept = new Map([...leading].sort((one, other) => one - other).map((index, position) => [index, position]));
  const known = (indices: readonly number[]) => indices.flatMap((index) => kept.get(index) ?? []);
  return nodes.flatMap((node, index) => {
    if (!kept.has(index)) return [];
    const [items, others, also] = [known(node.items), known(node.others), known(node.also)];
    const properties = [...node.properties].flatMap(([name, target]) => {
      const to = kept.get(target) ?? (others.length > 0 ? NOTHING : undefined);
      return to === undefined ? [] : [[name, to] as const];
    });
    return [
      {
        ...(node.isSecret && { isSecret: true as const }),
        ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
        ...(items.length > 0 && { items }),
        ...(others.length > 0 && { others }),
        ...(also.length > 0 && { also }),
      },
    ];
  });
}
