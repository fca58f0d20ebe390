import { compileSpec } from "../src/compile/compile-spec.ts";

/** What a mock answers where a document gives a schema and no example; undefined if there is no such value. */
export function sampleOf(schema: object | boolean, schemas: object = {}): unknown {
  const content = { "application/json": { schema } };
  const paths = { "/x": { get: { responses: { 200: { description: "", content } } } } };
  const { api } = compileSpec({ openapi: "3.1.0", paths, components: { schemas } });
  const [text] = Object.values(api.operations[0]?.responses[200]?.content["application/json"]?.examples ?? {});
  return text === undefined ? undefined : JSON.parse(text);
}
