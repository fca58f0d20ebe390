import { readablePointer } from "@m800/generate/assumptions";
import { assessAssumptions, type Verdict } from "./assess-assumptions.ts";
import type { Check } from "./check-gateway.ts";
import { differencesOf, inWords } from "./differences.ts";
import { isUnserved, outcomeOf } from "./outcome.ts";

export interface ReportFacts {
  readonly baseUrl: string;
  readonly specHash: string;
  readonly date: string;
  /** The edits that would make the spec right, as a unified diff; empty if there is none. */
  readonly patch: string;
}

/** One call, as it is reported. */
export interface ReportedCall {
  readonly operation: string;
  readonly purpose: string;
  readonly expected: number;
  /** Undefined if there was no answer. */
  readonly status: number | undefined;
  readonly mediaType: string;
  readonly milliseconds: number;
  /** Why there is no answer. */
  readonly failure: string | undefined;
  /** Whether nothing came that counts. */
  readonly isUnserved: boolean;
  readonly differences: readonly string[];
}

/** All that a check has to tell. */
export interface Report {
  readonly gateway: string;
  readonly date: string;
  readonly spec: { readonly version: string; readonly hash: string };
  readonly exit: { readonly status: number; readonly reason: string };
  /** What could not be checked, and why. */
  readonly gaps: readonly string[];
  readonly differences: readonly {
    readonly operation: string;
    readonly calls: readonly string[];
    readonly message: string;
    /** JSON Pointers into the spec, innermost first. */
    readonly places: readonly string[];
    /** All of it in a sentence. */
    readonly text: string;
  }[];
  readonly notes: readonly string[];
  readonly assumptions: readonly {
    readonly verdict: Verdict["verdict"];
    readonly pointer: string;
    readonly where: string;
    readonly assumed: string;
    readonly against: readonly string[];
  }[];
  readonly calls: readonly ReportedCall[];
  readonly patch: string;
}

/** Gathers what is to be told. @param mask hides secrets in a text */
export function createReport(
  check: Check,
  { baseUrl, specHash, date, patch }: ReportFacts,
  mask: (text: string) => string,
): Report {
  const { status, reason, gaps } = outcomeOf(check);
  const all = (texts: readonly string[]) => texts.map(mask);
  return {
    gateway: mask(baseUrl),
    date,
    spec: { version: check.spec.root.info.version, hash: specHash },
    exit: { status, reason },
    gaps: all(gaps),
    differences: differencesOf(check).map((difference) => ({
      operation: difference.operationId,
      calls: difference.calls,
      message: mask(difference.message),
      places: difference.places,
      text: mask(inWords(difference)),
    })),
    notes: all(check.notes),
    assumptions: assessAssumptions(check).map(({ verdict, pointer, reason: assumed, reasons }) => ({
      verdict,
      pointer,
      where: readablePointer(pointer),
      assumed: assumed.trim().replaceAll(/\s+/g, " "),
      against: all(reasons),
    })),
    calls: check.findings.map((finding) => {
      const { operation, purpose, answer, failure, milliseconds } = finding.exchange;
      return {
        operation: operation.operationId,
        purpose,
        expected: finding.expected,
        status: answer?.status,
        mediaType: mask(answer?.mediaType ?? ""),
        milliseconds: Math.round(milliseconds),
        failure,
        isUnserved: isUnserved(finding),
        differences: all(finding.differences.map(({ message }) => message)),
      };
    }),
    patch: mask(patch),
  };
}

/** How many of a report's assumptions have which verdict, in words. */
export function countOf({ assumptions }: Report): string {
  const count = (wanted: Verdict["verdict"]) => assumptions.filter(({ verdict }) => verdict === wanted).length;
  return (
    `Of the spec's ${assumptions.length} unconfirmed assumptions, ${count("confirmed")} confirmed, ` +
    `${count("contradicted")} contradicted, ${count("not seen")} not seen.`
  );
}
