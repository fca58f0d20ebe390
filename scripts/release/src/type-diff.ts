import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { compileProgram } from "./compile-program.ts";
import { consumerProgram, PRELUDE } from "./consumer-program.ts";
import type { Finding } from "./finding.ts";

/** The types of a spec, as the packages publish them. */
export interface TypedSpec {
  readonly document: OpenApiDocument;
  /** TypeScript that exports `paths`, `components` and `operations`. */
  readonly types: string;
}

/** What users of TypeScript feel: code written for the last release that does not compile against the types of now. */
export async function typeDiff(last: TypedSpec, next: Pick<TypedSpec, "types">): Promise<Finding[]> {
  const groups = consumerProgram(last.document);
  const program = `${PRELUDE}${groups
    .flat()
    .map(({ line }) => `${line}\n`)
    .join("")}`;
  const files = { "last.d.ts": last.types, "next.d.ts": next.types, "program.ts": program };
  const errors = await compileProgram(files, PRELUDE);
  let line = PRELUDE.split("\n").length;
  return groups.flatMap((group) => {
    const broken = group.flatMap(({ line: _, ...check }) => {
      const entry = errors.get(line++);
      if (entry === undefined) return [];
      const error = reason(entry);
      const detail = error && { detail: error };
      return [{ ...check, level: "breaking" as const, statuses: [], isOfTypes: true, advice: ADVICE, ...detail }];
    });
    return errors.has(line - group.length) ? broken.slice(0, 1) : broken;
  });
}

const ADVICE = "the compiler shows where";

/** Where in the value, and the innermost cause; nothing where the check's own sentence says it all. */
function reason(entry: string): string {
  const innermost = entry.trim().replace(/.*\n/s, "").trim();
  if (/does not exist on type|to type '\{\} \| null'/.test(innermost)) return "";
  const stray = /Type '(.*)' is not assignable to type 'never'/.exec(innermost)?.[1];
  if (stray !== undefined) return stray;
  const path = [...entry.matchAll(/[Tt]ypes of (?:property )?'([^']+)'/g)].map(([, name]) => name).join(".");
  const cause = innermost.replace(/ in type '.*' but required in type '.*'/, "").replace(/\.$/, "");
  return `${path && `\`${path}\`: `}${cause}`;
}
