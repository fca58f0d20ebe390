import type { OperationDescription } from "./api-description.ts";
import { decode, pairsOf } from "./sources.ts";

export interface Route {
  /** The path's operations, by method in upper case. */
  readonly operations: ReadonlyMap<string, OperationDescription>;
  /** What stands where the path's templates have parameters, as it was sent: still encoded. */
  readonly values: readonly string[];
}

interface Node {
  readonly literals: Map<string, Node>;
  readonly templates: {
    readonly source: string;
    readonly fixed: number;
    readonly pattern: RegExp;
    readonly node: Node;
  }[];
  readonly operations: Map<string, OperationDescription>;
}

/** Finds a path's operations in time that grows with its length, not with their number; literals go before templates. */
export function createRouter(operations: readonly OperationDescription[]): (pathname: string) => Route | undefined {
  const root = createNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of partsOf(operation.path).pathname.split("/").slice(1)) node = childFor(node, segment);
    node.operations.set(operation.method, operation);
  }
  return (pathname) => find(root, pathname.split("/"), 1, []);
}

const TEMPLATE = /\{([^}]+)\}/g;

/** Some write a query behind a path, which is no part of it, and call what stands in there the path's parameters. */
function partsOf(path: string): { readonly pathname: string; readonly query: string } {
  const [pathname = "", query = ""] = path.split(/\{?\?(.*)/s);
  return { pathname, query };
}

/** A route's values by the names that an operation gives them: on one path, operations may differ in that. */
export function pathValuesOf(
  { path }: OperationDescription,
  { values }: Route,
  search: string,
): Record<string, string> {
  if (!path.includes("{")) return {};
  const { pathname, query } = partsOf(path);
  const named = [...pathname.matchAll(TEMPLATE)].map(([, name = ""], index) => [name, values[index] ?? ""]);
  const sent = new Map(query === "" ? [] : pairsOf(search.slice(1), "&"));
  const written = [...query.matchAll(/([^&=]+)=\{([^}]+)\}/g)].flatMap(([, key = "", name = ""]) => {
    const value = sent.get(key);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...named, ...written]);
}

function createNode(): Node {
  return { literals: new Map(), templates: [], operations: new Map() };
}

function childFor(node: Node, segment: string): Node {
  if (!segment.includes("{")) {
    const name = decode(segment);
    const literal = node.literals.get(name) ?? createNode();
    node.literals.set(name, literal);
    return literal;
  }
  const literalParts = segment.split(/\{[^}]+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const source = literalParts.join("(.+?)");
  const known = node.templates.find((template) => template.source === source);
  if (known) return known.node;
  const fixed = literalParts.join("").length;
  const template = { source, fixed, pattern: new RegExp(`^${source}$`), node: createNode() };
  node.templates.push(template);
  // The more of a segment is fixed, the closer it is to what a request means.
  node.templates.sort((one, other) => other.fixed - one.fixed);
  return template.node;
}

function find(node: Node, segments: readonly string[], index: number, values: readonly string[]): Route | undefined {
  const segment = segments[index];
  if (segment === undefined) {
    return node.operations.size === 0 ? undefined : { operations: node.operations, values };
  }
  const literal = node.literals.get(decode(segment));
  const route = literal && find(literal, segments, index + 1, values);
  if (route) return route;
  for (const template of node.templates) {
    const match = template.pattern.exec(segment);
    const found = match && find(template.node, segments, index + 1, [...values, ...match.slice(1)]);
    if (found) return found;
  }
  return undefined;
}
