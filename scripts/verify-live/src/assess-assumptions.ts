import { type Assumption, assumptionsOf } from "@m800/generate/assumptions";
import type { Check } from "./check-gateway.ts";
import { isUnserved } from "./outcome.ts";

/** What the gateway's answers say about an assumption. */
export interface Verdict extends Assumption {
  readonly verdict: "confirmed" | "contradicted" | "not seen";
  readonly reasons: readonly string[];
}

/** Tells for each mark of the description what the answers say about it. */
export function assessAssumptions({ spec, findings }: Check): readonly Verdict[] {
  const assumptions = assumptionsOf(spec.root);
  const contradictions = findings.flatMap(({ exchange: { operation, purpose }, differences }) =>
    differences.map(({ places, message }) => ({
      mark: markOf(assumptions, places),
      reason: `${operation.operationId}, ${purpose}: ${message}`,
    })),
  );
  // What a gateway says while it is down confirms nothing: only if it served the call later was it as described.
  const tested = findings.flatMap((finding) => (isUnserved(finding) ? [] : finding.tested));

  return assumptions.map((assumption) => {
    const { pointer } = assumption;
    const against = contradictions.filter(({ mark }) => mark === pointer).map(({ reason }) => reason);
    if (against.length > 0) return { ...assumption, verdict: "contradicted", reasons: against };
    const isTested = tested.some((place) => place === pointer || (!isOwnOnly(pointer) && isInside(place, pointer)));
    return { ...assumption, verdict: isTested ? "confirmed" : "not seen", reasons: [] };
  });
}

/** The innermost mark that a difference speaks against. */
function markOf(assumptions: readonly Assumption[], places: readonly string[]): string | undefined {
  for (const place of places) {
    const marks = assumptions.filter(
      ({ pointer }) => place === pointer || (!isOwnOnly(pointer) && isInside(place, pointer)),
    );
    const innermost = marks.toSorted((a, b) => b.pointer.length - a.pointer.length)[0];
    if (innermost) return innermost.pointer;
  }
  return undefined;
}

/** A mark on a path or a server is about that path or address, not about what is inside. */
function isOwnOnly(pointer: string): boolean {
  return /^\/(paths|servers|components\/pathItems)\/[^/]+$/.test(pointer);
}

function isInside(place: string, pointer: string): boolean {
  return place.startsWith(`${pointer}/`);
}
