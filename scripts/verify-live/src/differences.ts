import type { Check } from "./check-gateway.ts";
import type { Difference } from "./judge-body.ts";

/** A difference, with all calls that showed it. */
export interface FoundDifference extends Difference {
  readonly operationId: string;
  /** What the calls were to show, in their order. */
  readonly calls: readonly string[];
}

/** Every difference, once for each operation. */
export function differencesOf({ findings }: Check): readonly FoundDifference[] {
  const all = findings.flatMap(({ exchange: { operation, purpose }, differences }) =>
    differences.map((difference) => ({ ...difference, operationId: operation.operationId, calls: [purpose] })),
  );
  const groups = Map.groupBy(all, ({ operationId, message }) => `${operationId} ${message}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? { ...first, calls: [...new Set([first, ...others].flatMap(({ calls }) => calls))] } : [],
  );
}

/** A difference in a sentence. */
export function inWords({ operationId, calls: [first, ...others], message }: FoundDifference): string {
  const more = others.length > 0 ? ` and in ${others.length} more ${others.length === 1 ? "call" : "calls"}` : "";
  return `${operationId}, ${first}${more}: ${message}.`;
}
