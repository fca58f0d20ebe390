import type { Finding } from "./create-prober.ts";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { responseFor } from "./operations.ts";

/** What the lifetime of a token is, beside those that M800's Getting Started page tells: 600 in its prose, 300 in its example. */
export function lifetimeNote(seconds: number | undefined): readonly string[] {
  if (seconds === undefined) return [];
  const documented: Readonly<Record<number, string>> = { 600: "the prose", 300: "the example" };
  const where = documented[seconds];
  return [
    where === undefined
      ? `\`expires_in\` is ${seconds}: M800's Getting Started page says 600 in its prose and 300 in its example.`
      : `\`expires_in\` is ${seconds}, which is what ${where} of M800's Getting Started page says; its ${seconds === 600 ? "example says 300" : "prose says 600"}.`,
  ];
}

/** Operations with answers that took longer than some milliseconds. */
export function slowNotes(findings: readonly Finding[], slowMs: number): readonly string[] {
  const slow = findings
    .map(({ exchange }) => exchange)
    .filter(({ answer, milliseconds }) => answer && milliseconds > slowMs);
  return [...Map.groupBy(slow, ({ operation }) => operation.operationId)].map(([operationId, calls]) => {
    const slowest = Math.max(...calls.map(({ milliseconds }) => milliseconds));
    const took = `took longer than ${slowMs / 1000} s, the slowest ${(slowest / 1000).toFixed(1)} s`;
    return `${operationId} is slow: ${calls.length} ${calls.length === 1 ? "answer" : "answers"} ${took}.`;
  });
}

/** Examples of a field must be this many, and all of one length, before another length is worth a note. */
const ENOUGH_EXAMPLES = 10;

/** Fields whose values are of another length than all of the description's examples: alpha-2 where they are alpha-3. */
export function lengthNotes(spec: SpecDocument, findings: readonly Finding[]): readonly string[] {
  const notes = findings.flatMap(({ exchange: { operation, answer } }) => {
    const response = answer && responseFor(spec, operation, answer.status);
    const place = response && below(response, "content", answer.mediaType, "examples");
    const examples = place && spec.at(place);
    if (!place || !isRecord(examples)) return [];
    const usual = lengthsOf(
      Object.keys(examples).map((name) => spec.at(below(spec.resolve(below(place, name)), "value"))),
    );
    const seen = lengthsOf([answer?.json]);
    return [...seen].flatMap(([field, lengths]) => {
      const [first, ...others] = usual.get(field) ?? [];
      const isUsual = others.length + 1 >= ENOUGH_EXAMPLES && others.every((length) => length === first);
      const other = lengths.filter((length) => length !== first);
      if (first === undefined || !isUsual || other.length === 0) return [];
      const found = [...new Set(other)].join(" or ");
      return `${operation.operationId}: \`${field}\` has ${found} characters in ${other.length} of ${lengths.length} places; in the spec's examples it has ${first}.`;
    });
  });
  return [...new Set(notes)];
}

/** The lengths of all strings, by where they stand. */
function lengthsOf(values: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value === "string") lengths.set(place, [...(lengths.get(place) ?? []), value.length]);
    else if (Array.isArray(value)) for (const item of value) visit(item, `${place}[*]`);
    else if (isRecord(value))
      for (const [key, child] of Object.entries(value)) visit(child, place === "" ? key : `${place}.${key}`);
  };
  for (const value of values) visit(value, "");
  return lengths;
}
