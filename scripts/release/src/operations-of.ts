import { METHODS, type OpenApiDocument, type Operation, resolve } from "@m800/mock-engine/compile";

export interface NamedOperation {
  /** In lower case. */
  readonly method: string;
  readonly path: string;
  /** What a report calls it, such as "GET /countries". */
  readonly subject: string;
  readonly operation: Operation;
}

/** Every operation of a document. */
export function operationsOf(document: OpenApiDocument): NamedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
    const methods = resolve(document, item);
    return METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ method, path, subject: `${method.toUpperCase()} ${path}`, operation }] : [];
    });
  });
}
