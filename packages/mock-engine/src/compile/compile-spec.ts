import type { MockSpec } from "../engine/api-description.ts";
import { describeApi } from "./describe-api.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { createSchemaCompiler } from "./schema-compiler.ts";
import { upgrade } from "./upgrade.ts";

/**
 * Makes what `createMockApi({ spec })` serves from any OpenAPI 3.0 or 3.1 document: parsed, and without references to other
 * files. An operation is compiled when it is first called. Examples that do not fit their schemas are passed over.
 *
 * @throws TypeError if it is no such document.
 */
export function compileSpec(document: object): MockSpec {
  if (!isOpenApi(document)) throw new TypeError(`The document is not OpenAPI 3.0 or 3.1: ${versionOf(document)}.`);
  const upgraded = upgrade(document);
  const schemas = createSchemaCompiler(upgraded);
  return { api: describeApi(upgraded, schemas, () => {}), findValidator: schemas.find };
}

function isOpenApi(document: object): document is OpenApiDocument {
  return "openapi" in document && typeof document.openapi === "string" && /^3\.[01]\b/.test(document.openapi);
}

/** What it is instead, in words. */
function versionOf(document: object): string {
  if ("swagger" in document) return `it is Swagger ${document.swagger}, which has to be converted first`;
  if (!("openapi" in document)) return "it has no `openapi`";
  return `its \`openapi\` is ${JSON.stringify(document.openapi)}, not "3.1.0", for example, in quotes`;
}
