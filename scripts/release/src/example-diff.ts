import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import type { Finding } from "./finding.ts";
import { operationsOf } from "./operations-of.ts";

/** Named examples that are gone: tests ask the mock for them by name, which no type checks. */
export function exampleDiff(last: OpenApiDocument, next: OpenApiDocument): Finding[] {
  const left = new Map(namedExamples(next).map(({ response, names }) => [response, names]));
  return namedExamples(last).flatMap(({ response, subject, status, names }) =>
    names
      .filter((name) => left.get(response)?.includes(name) === false)
      .map((name) => ({
        level: "breaking" as const,
        subject,
        text: `the example \`${name}\` is gone, which a test may ask the mock for`,
        statuses: [status],
        packages: ["mock-server"] as const,
      })),
  );
}

function namedExamples(document: OpenApiDocument) {
  return operationsOf(document).flatMap(({ subject, operation: { operationId, responses = {} } }) =>
    Object.entries(responses).map(([status, response]) => ({
      response: `${operationId} ${status}`,
      subject,
      status,
      names: Object.values(resolve(document, response).content ?? {}).flatMap(({ examples = {} }) =>
        Object.keys(examples),
      ),
    })),
  );
}
