import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, upgrade } from "@m800/mock-engine/compile";
import type { Finding } from "../finding.ts";
import { type NamedOperation, operationsOf } from "../operations-of.ts";
import { findingsOf } from "./audience.ts";
import { createOperationDiff } from "./operation-diff.ts";
import { recordOf } from "./record.ts";
import { unknownKeys } from "./unknown-keys.ts";

/**
 * What changed on the wire from one description to another. Breaking is what no rule knows to be harmless, so that nothing
 * passes unseen.
 */
export function specDiff(before: OpenApiDocument, after: OpenApiDocument): Finding[] {
  const [last, next] = [upgrade(before), upgrade(after)];
  const diffOf = createOperationDiff(last, next);
  const found = new Map(operationsOf(next).map((operation) => [routeOf(operation), operation]));
  const kept = operationsOf(last).flatMap((operation) => {
    const now = found.get(routeOf(operation));
    found.delete(routeOf(operation));
    const where = { subject: operation.subject, direction: "request", statuses: [] } as const;
    if (now) return diffOf(operation, now);
    return findingsOf(where, "the operation", [{ effect: "unknown", field: [], text: "is gone" }]);
  });
  const added = [...found.values()].flatMap(({ subject }) =>
    findingsOf({ subject, direction: "request", statuses: [] }, "the operation", [
      { effect: "adds", field: [], text: "is new" },
    ]),
  );
  return merge([...kept, ...added, ...rootDiff(last, next)]);
}

/** What the wire sees of an operation: a path parameter's name is none of it. */
function routeOf({ method, path }: NamedOperation): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

const ROOT_KEYS = ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"];

function rootDiff(last: OpenApiDocument, next: OpenApiDocument): Finding[] {
  const where = { subject: "", direction: "request", statuses: [] } as const;
  const [from, to] = [serverUrl(last), serverUrl(next)];
  const moved = from === to ? [] : [from, to];
  return [
    ...findingsOf(where, "the description", unknownKeys(recordOf(last), recordOf(next), ROOT_KEYS)),
    ...moved.slice(1).map(
      (url): Finding => ({
        level: "breaking",
        subject: "",
        text: `the mock's own address is ${url}, not ${from}`,
        statuses: [],
        packages: ["mock-server"],
      }),
    ),
  ];
}

/** What the mock takes as its address where none is given. Callers name the gateway themselves. */
function serverUrl({ servers: [server] = [] }: OpenApiDocument): string {
  if (!server) return "/";
  return server.url.replace(/\{([^}]+)\}/g, (template, name) => server.variables?.[name]?.default ?? template);
}

/** The same change of the same operation, once, with all its statuses. */
function merge(findings: readonly Finding[]): Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings) {
    const { statuses, ...rest } = finding;
    const index = merged.findIndex(({ statuses: _, ...other }) => isDeepStrictEqual(rest, other));
    const same = merged[index];
    if (same) merged[index] = { ...rest, statuses: [...same.statuses, ...statuses] };
    else merged.push(finding);
  }
  return merged;
}
