import type { NormalizedProblem } from "@redocly/openapi-core";

/** What the API is held to, and not what its callers have to offer: operations of callbacks and of webhooks. */
const OF_THE_API = new Set([
  "operation-2xx-response",
  "operation-4xx-response",
  "operation-description",
  "operation-operationId",
  "operation-summary",
  "operation-tag-defined",
  "security-defined",
]);

/** Whether a problem is not only that a webhook or a callback lacks what an operation of the API needs. */
export function isOfTheApi({ ruleId, location }: NormalizedProblem): boolean {
  return !(
    OF_THE_API.has(ruleId) && location.some(({ pointer }) => /(^#|[/])[/]?(callbacks|webhooks)[/]/.test(pointer ?? ""))
  );
}
