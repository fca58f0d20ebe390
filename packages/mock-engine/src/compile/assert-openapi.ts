import type { OpenApiDocument } from "./openapi-document.ts";

/** @throws TypeError saying what the document is instead. */
export function assertOpenApi(document: unknown): asserts document is OpenApiDocument {
  if (typeof document === "object" && document !== null && "openapi" in document) {
    if (typeof document.openapi === "string" && /^3\.[01](\.|$)/.test(document.openapi)) return;
  }
  throw new TypeError(`The document is not OpenAPI 3.0 or 3.1: ${versionOf(document)}.`);
}

/** What it is instead, in words. */
function versionOf(document: unknown): string {
  if (typeof document !== "object" || document === null) return "it is no object";
  if ("swagger" in document) return `it is Swagger ${document.swagger}, which has to be converted first`;
  if (!("openapi" in document)) return "it has no `openapi`";
  return `its \`openapi\` is ${JSON.stringify(document.openapi)}, not "3.1.0", for example, in quotes`;
}
