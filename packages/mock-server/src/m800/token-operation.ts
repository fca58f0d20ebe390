import type { ApiDescription, OperationDescription } from "@m800/mock-engine";

/** The operation that issues tokens: the one that M800's own scheme secures. Undefined, if the API is not like M800's. */
export function tokenOperationOf(api: ApiDescription): OperationDescription | undefined {
  return api.operations.find((operation) => isSecuredBy(operation, "m800auth"));
}

/** @param scheme Of HTTP authentication, in lower case. */
export function isSecuredBy(operation: OperationDescription, scheme: string): boolean {
  return schemesOf(operation).some((found) => found.kind === "http" && found.scheme.toLowerCase() === scheme);
}

/** A fault of the document is told where the operation is called. */
function schemesOf(operation: OperationDescription) {
  try {
    return operation.security.flat();
  } catch {
    return [];
  }
}
