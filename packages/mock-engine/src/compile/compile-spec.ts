import type { MockSpec } from "../engine/api-description.ts";
import { assertOpenApi } from "./assert-openapi.ts";
import { describeApi } from "./describe-api.ts";
import { createSchemaCompiler } from "./schema-compiler.ts";
import { upgrade } from "./upgrade.ts";

/**
 * Makes what `createMockApi({ spec })` serves from any OpenAPI 3.0 or 3.1 document: parsed, and without references to other
 * files. An operation is compiled when it is first called. Examples that do not fit their schemas are passed over.
 *
 * @throws TypeError if it is no such document.
 */
export function compileSpec(document: object): MockSpec {
  assertOpenApi(document);
  const upgraded = upgrade(document);
  const schemas = createSchemaCompiler(upgraded, { isWritten: false });
  return { api: describeApi(upgraded, schemas, () => {}), findValidator: schemas.find };
}
