import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import { isRecord, listOf, type Plain, recordOf } from "./record.ts";

/** The ways to be let in that an operation offers: each a list of what it takes, and an empty one if it takes nothing. */
export function securityOf(document: OpenApiDocument, { security = document.security ?? [] }: Plain): string[][] {
  const ways = listOf(security).map((requirement) =>
    Object.entries(recordOf(requirement))
      .flatMap(([name, scopes]) => {
        const scheme: unknown = document.components?.securitySchemes?.[name];
        const { description: _, ...meaning } = isRecord(scheme) ? recordOf(resolve(document, scheme)) : { name };
        return [JSON.stringify(meaning), ...listOf(scopes).map((scope) => `${JSON.stringify(meaning)} ${scope}`)];
      })
      .sort(),
  );
  return ways.length > 0 ? ways : [[]];
}
