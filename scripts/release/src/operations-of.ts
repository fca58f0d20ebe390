import { METHODS, type OpenApiDocument, type Operation, resolve } from "@m800/mock-engine/compile";

export interface NamedOperation {
  /** In lower case. */
  readonly method: string;
  readonly path: string;
  /** What a report calls it, such as "GET /countries". */
  readonly subject: string;
  readonly operation: Operation;
  /** Its own and those of its path, which they replace by name and place. */
  readonly parameters: readonly object[];
  /** Where it is served, if elsewhere than the rest. */
  readonly servers: unknown;
}

/** Every operation of a document. */
export function operationsOf(document: OpenApiDocument): NamedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, referable]) => {
    const item = { servers: undefined, ...resolve(document, referable), ...referable };
    return METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = new Map(
        [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => {
          const { name, in: location } = resolve(document, parameter);
          return [`${location} ${name}`, resolve(document, parameter)];
        }),
      );
      const servers = "servers" in operation ? operation.servers : item.servers;
      const subject = `${method.toUpperCase()} ${path}`;
      return [{ method, path, subject, operation, parameters: [...parameters.values()], servers }];
    });
  });
}
