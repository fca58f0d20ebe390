import { tokenOperationOf } from "@m800/generate/contract";
import type { Spec } from "@m800/generate/load-spec";

/**
 * The description with each HTTP scheme of its own (`M800Auth`) told as an API key in the header `Authorization`, its
 * name kept in `x-scheme`, and with the operation that creates tokens marked for our templates.
 *
 * openapi-generator knows Basic and Bearer and drops every other HTTP scheme, with a warning. API keys it knows in all
 * languages, with a prefix; our templates set the prefix from `x-scheme`.
 */
export function withKeySchemes(document: Spec["document"]): object {
  const schemes = Object.entries(document.components?.securitySchemes ?? {}).map(([name, scheme]) => {
    if ("$ref" in scheme || scheme.type !== "http" || /^(basic|bearer)$/i.test(scheme.scheme)) return [name, scheme];
    const { scheme: prefix, ...rest } = scheme;
    return [name, { ...rest, type: "apiKey", in: "header", name: "Authorization", "x-scheme": prefix }];
  });
  const { path, method, operation } = tokenOperationOf(document);
  return {
    ...document,
    paths: {
      ...document.paths,
      [path]: { ...document.paths?.[path], [method]: { ...operation, "x-creates-token": true } },
    },
    components: { ...document.components, securitySchemes: Object.fromEntries(schemes) },
  };
}
