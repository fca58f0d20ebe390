import type { Finding, PackageKey } from "../finding.ts";
import type { Change, Effect } from "./change.ts";

/** Who feels a change of the wire: those who call the API, and those who let its mock answer. */
const ALL: readonly PackageKey[] = ["client", "mock-server"];

/** Which way something goes. */
export type Direction = "request" | "response";

/** Whom a changed schema breaks. */
const BROKEN: Readonly<Record<Direction, Readonly<Record<Effect, readonly PackageKey[]>>>> = {
  request: { narrows: ALL, unknown: ALL, widens: [], adds: [], removes: [] },
  // A test's reply that fitted may not fit a narrower answer, while a caller reads it as before.
  response: { narrows: ["mock-server"], unknown: ALL, widens: ALL, adds: [], removes: ALL },
};

/** What those whom it breaks can do. */
const ADVICE: Readonly<Record<Direction, Readonly<Partial<Record<Effect, string>>>>> = {
  request: { narrows: "make sure that what you send fits", unknown: "check the calls that it concerns" },
  response: {
    narrows: "change the replies in tests that do not fit",
    unknown: "check the code that reads it",
    widens: "let the code that reads it expect that",
    removes: "stop reading it",
  },
};

/** Where something was found. */
export interface Where {
  readonly subject: string;
  readonly direction: Direction;
  readonly statuses: readonly string[];
}

/** What the changes of a part, such as "the body", mean to whom. */
export function findingsOf(where: Where, part: string, changes: readonly Change[]): Finding[] {
  return changes.flatMap(({ effect, field, text }) => {
    const broken = BROKEN[where.direction][effect];
    const harmless = ALL.filter((key) => !broken.includes(key));
    const name = field.join(".").replaceAll(".[]", "[]");
    const finding = { ...where, text: `${name === "" ? part : `\`${name}\` of ${part}`} ${text}`, field: name };
    const advice = ADVICE[where.direction][effect];
    return [
      ...(broken.length > 0
        ? [{ ...finding, level: "breaking" as const, packages: broken, ...(advice && { advice }) }]
        : []),
      ...(harmless.length > 0 ? [{ ...finding, level: "harmless" as const, packages: harmless }] : []),
    ];
  });
}
