import { METHODS, type OpenApiDocument, type PathItem, resolve } from "./openapi-document.ts";

/**
 * What an API itself sends, by name: its webhooks, and the callbacks of its operations, wherever their expressions lead. Each
 * operation has an operationId, its own or the name.
 */
export function webhooksOf(document: OpenApiDocument): Readonly<Record<string, PathItem>> {
  const callbacks = Object.values(document.paths ?? {}).flatMap((referable) => {
    const pathItem = resolve(document, referable);
    return METHODS.flatMap((method) => Object.entries(pathItem[method]?.callbacks ?? {}));
  });
  const named = [
    ...callbacks.flatMap(([name, callback]) =>
      Object.values(resolve(document, callback)).map((pathItem) => [name, pathItem] as const),
    ),
    ...Object.entries(document.webhooks ?? {}),
  ];
  return Object.fromEntries(
    named.map(([name, referable]) => {
      const pathItem = resolve(document, referable);
      const operations = METHODS.flatMap((method) => {
        const operation = pathItem[method];
        return operation ? [[method, { operationId: name, ...operation }]] : [];
      });
      return [name, { ...pathItem, ...Object.fromEntries(operations) }];
    }),
  );
}
