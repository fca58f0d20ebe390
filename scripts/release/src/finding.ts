/**
 * What a change does to those who use the last release, worst first: it breaks them, it adds something, or it only
 * changes words and examples.
 */
export const LEVELS = ["breaking", "harmless", "text"] as const;
export type Level = (typeof LEVELS)[number];

/** The packages that a change of the spec can touch. */
export type PackageKey = "client" | "auth" | "mock-server";

/** A place in a spec file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One change between the last release and now. */
export interface Finding {
  readonly level: Level;
  /** What it is about, such as "GET /countries" or "components.schemas.Country"; the whole description if empty. */
  readonly subject: string;
  /** A sentence without a full stop. */
  readonly text: string;
  /** The names on the way to the field with which the sentence begins, such as `countries[].code`. */
  readonly field?: string;
  /** Whether it is about what is sent or what is answered, where it is about either. */
  readonly direction?: "request" | "response";
  /** Whether a compiler found it, and not the comparison of what goes over the wire. */
  readonly isOfTypes?: boolean;
  /** What whoever it breaks can do, without a full stop. */
  readonly advice?: string;
  /** More for one who works on the spec, in the words of a tool. */
  readonly detail?: string;
  /** Why it counts as harmless, though no rule says so. */
  readonly waived?: string;
  /** Statuses of the response that it is about, if any. */
  readonly statuses: readonly string[];
  readonly packages: readonly PackageKey[];
  /** Where it stood in the last release's spec and where it stands now, or at least its subject. */
  readonly before?: Place | undefined;
  readonly after?: Place | undefined;
}

export function worst(findings: readonly Finding[]): Level | undefined {
  return LEVELS.find((level) => findings.some((finding) => finding.level === level));
}
