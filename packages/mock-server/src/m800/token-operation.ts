import type { ApiDescription, OperationDescription } from "@m800/mock-engine";

/** The operation that issues tokens: the one that M800's own scheme secures. Undefined, if the API is not like M800's. */
export function tokenOperationOf(api: ApiDescription): OperationDescription | undefined {
  return api.operations.find((operation) => isSecuredBy(operation, "m800auth"));
}

/** @param scheme Of HTTP authentication, in lower case. */
export function isSecuredBy({ security }: OperationDescription, scheme: string): boolean {
  return security.flat().some((found) => found.kind === "http" && found.scheme.toLowerCase() === scheme);
}
