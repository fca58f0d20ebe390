import { compileProgram } from "../compile-program.ts";
import type { Level } from "../finding.ts";

/** A change of what a package exports. */
export interface ApiChange {
  readonly level: Level;
  /** A sentence without a full stop. */
  readonly text: string;
}

/**
 * What changed between an entry's declarations and those of the last release. Harmless is what the compiler lets take the
 * other's place: what is new, and what can be used where the old was and the old where it is.
 *
 * @param parent Folder from which the declarations' imports are found.
 */
export async function apiDiff(last: string, next: string, parent: string): Promise<ApiChange[]> {
  if (last === next) return [];
  const [before, after] = [withoutWords(last), withoutWords(next)];
  if (before === after) return [{ level: "text", text: "its words changed" }];
  const [old, now] = [namesOf(before), namesOf(after)];
  const kept = [...old].filter(([name]) => now.has(name));
  const program = kept.map(([name, kind]) => `${kind === "value" ? value(name) : type(name)}\n`).join("");
  const errors = await compileProgram(
    { "last.d.ts": before, "next.d.ts": after, "program.ts": PRELUDE + program },
    PRELUDE,
    parent,
  );
  const start = PRELUDE.split("\n").length;
  const broken = kept.filter((_, index) => errors.has(start + index)).map(([name]) => name);
  const gone = [...old.keys()].filter((name) => !now.has(name));
  const added = [...now.keys()].filter((name) => !old.has(name));
  const changes: ApiChange[] = [
    ...gone.map((name) => ({ level: "breaking" as const, text: `\`${name}\` is gone` })),
    ...broken.map((name) => ({ level: "breaking" as const, text: `\`${name}\` is not what it was` })),
    ...added.map((name) => ({ level: "harmless" as const, text: `\`${name}\` is new` })),
  ];
  return changes.length > 0
    ? changes
    : [{ level: "harmless", text: "its types changed, as far as the compiler can tell for nobody" }];
}

const PRELUDE = `import type * as Last from "./last.d.ts";
import type * as Next from "./next.d.ts";

declare function given<T>(): T;
`;

function value(name: string): string {
  return `{ const one: typeof Last.${name} = given<typeof Next.${name}>(); }`;
}

function type(name: string): string {
  return `{ const one: Last.${name} = given<Next.${name}>(); const other: Next.${name} = given<Last.${name}>(); }`;
}

/** Without comments, and without what only makes two classes of the same shape differ. */
function withoutWords(declarations: string): string {
  return declarations.replace(/^ *\/\*\*.*?\*\/\n/gms, "").replace(/^ +(#private|private [^\n]*);\n/gm, "");
}

function namesOf(declarations: string): Map<string, "value" | "type"> {
  const values = declarations.matchAll(/^export declare (?:abstract )?(?:class|const|function|let|enum) ([\w$]+)/gm);
  const names = new Map([...values].map(([, name = ""]): [string, "value" | "type"] => [name, "value"]));
  for (const [, kind, list = ""] of declarations.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const each of list
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)) {
      const name = each.replace(/^type /, "").replace(/^.* as /, "");
      names.set(name, kind || each.startsWith("type ") ? "type" : "value");
    }
  }
  return names;
}
