import { METHODS, type OpenApiDocument, resolve } from "../../../packages/mock-server/src/compile/openapi-document.ts";
import type { Finding } from "./finding.ts";

/** Named examples that are gone: tests ask the mock for them by name, which no type checks. */
export function exampleDiff(last: OpenApiDocument, next: OpenApiDocument): Finding[] {
  const left = new Set(examples(next).map(({ key }) => key));
  return examples(last)
    .filter(({ key }) => !left.has(key))
    .map(({ subject, name, status }) => ({
      level: "breaking",
      subject,
      text: `the example \`${name}\` is gone, which a test may ask the mock for`,
      statuses: [status],
      packages: ["mock-server"],
    }));
}

function examples(document: OpenApiDocument) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const { operationId = "", responses = {} } = item[method] ?? {};
      return Object.entries(responses).flatMap(([status, response]) =>
        Object.values(resolve(document, response).content ?? {}).flatMap(({ examples = {} }) =>
          Object.keys(examples).map((name) => ({
            key: [operationId, status, name].join(" "),
            subject: `${method.toUpperCase()} ${path}`,
            status,
            name,
          })),
        ),
      );
    }),
  );
}
