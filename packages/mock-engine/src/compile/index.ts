export { assertOpenApi } from "./assert-openapi.ts";
export { compileSpec } from "./compile-spec.ts";
export { describeApi } from "./describe-api.ts";
export { findProblems, type Problem } from "./find-problems.ts";
export { METHODS, type OpenApiDocument, type Operation, resolve } from "./openapi-document.ts";
export { createSchemaCompiler, type SchemaCompiler } from "./schema-compiler.ts";
export { upgrade } from "./upgrade.ts";
export { webhooksOf } from "./webhooks-of.ts";
