import { keywordProblems } from "./keyword-problems.ts";
import { parameterProblems } from "./parameter-problems.ts";
import { pathProblems } from "./path-problems.ts";
import { placeProblems } from "./place-problems.ts";
import { childrenOf, isObject, type Kind, lookUp, pointerOf } from "./positions.ts";
import { securityProblems } from "./security-problems.ts";

/** A fault of a document. */
export interface Problem {
  /** Where it is, as a JSON Pointer: `/paths/~1countries/get`. */
  readonly pointer: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/**
 * Finds what keeps parts of an OpenAPI document from being served: references that lead nowhere, unknown security schemes,
 * whatever is not what it has to be in its place. Each is told once, in the document's order; what is wrong with paths, last.
 */
export function findProblems(document: object): Problem[] {
  const problems: Problem[] = [];
  const visited = new Map<Kind, Set<object>>();
  const operationIds = new Map<string, string>();

  function visit(node: object, kind: Kind, pointer: string): void {
    const seen = visited.get(kind) ?? new Set();
    visited.set(kind, seen.add(node));
    const add = (message: string, ...keys: readonly string[]) =>
      problems.push({ pointer: pointer + pointerOf(keys), message });
    if ("$ref" in node) {
      const problem = problemOfReference(document, node.$ref);
      if (problem) add(problem, "$ref");
      // What stands beside a reference is passed over, except in schemas and path items.
      if (kind !== "schema" && kind !== "pathItem") return;
    }
    for (const [keys, message] of placeProblems(node, kind)) add(message, ...keys);
    for (const [keys, message] of securityProblems(document, node, kind)) add(message, ...keys);
    if (kind === "operation" && "operationId" in node && node.operationId !== null) {
      const id = String(node.operationId);
      const other = operationIds.get(id);
      if (other !== undefined)
        add(`The operation #${other} is called ${id} too: give each a name of its own.`, "operationId");
      operationIds.set(id, pointer);
    }
    if (kind === "parameter" && !pointer.includes("/headers/"))
      for (const [keys, message] of parameterProblems(node)) add(message, ...keys);
    if (kind === "schema") for (const [key, message] of keywordProblems(node)) add(message, key);
    for (const child of childrenOf(node, kind)) {
      if (!visited.get(child.kind)?.has(child.value)) visit(child.value, child.kind, pointer + pointerOf(child.keys));
    }
  }

  visit(document, "document", "");
  for (const [keys, message] of pathProblems(document)) problems.push({ pointer: pointerOf(keys), message });
  return problems;
}

function problemOfReference(document: object, reference: unknown): string | undefined {
  const seen = new Set<unknown>();
  for (let current = reference; ; ) {
    if (typeof current !== "string") return "A $ref is a string.";
    if (seen.has(current)) return `${current} refers to itself.`;
    seen.add(current);
    try {
      const target = lookUp(document, current);
      if (!isObject(target) || !("$ref" in target) || Object.keys(target).length > 1) return undefined;
      current = target.$ref as string;
    } catch (error) {
      return error instanceof Error ? error.message : undefined;
    }
  }
}
