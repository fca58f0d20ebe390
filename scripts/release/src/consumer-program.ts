import type { OpenApiDocument } from "@m800/mock-engine/compile";
import type { PackageKey } from "./finding.ts";
import { operationsOf } from "./operations-of.ts";

/** One line of the program, and what it means that it does not compile. */
export interface Check {
  readonly line: string;
  readonly subject: string;
  readonly text: string;
  readonly packages: readonly PackageKey[];
  readonly direction?: "request" | "response";
}

/** What the lines need: `Last` and `Next` are the types of the last release and those of now. */
export const PRELUDE = `import type * as Last from "./last.d.ts";
import type * as Next from "./next.d.ts";

// Whatever does not compile up to here is no change of the API but a failure of the comparison.
export type Both = [Last.paths, Last.components, Last.operations, Next.paths, Next.components, Next.operations];

type Body<R> = R extends { content: infer C } ? C[keyof C] : undefined;
type Success<R> = { [K in keyof R]: \`\${K & (string | number)}\` extends \`2\${string}\` ? Body<R[K]> : never }[keyof R];
type Failure<R> = { [K in keyof R]: \`\${K & (string | number)}\` extends \`2\${string}\` ? never : Body<R[K]> }[keyof R];

// What a caller passes, what a caller reads, and what a test lets the mock reply.
type Call<P, B> = { parameters: P; requestBody: B };
type Answer<D, E> = { data: D; error: E };
// Nobody reads what is never there.
type Readable<T> = [T] extends [undefined] ? unknown : T;
type Reply<R> = { [K in keyof R]?: Body<R[K]> };

// Names and literals written for L that N does not know: assignability alone lets them pass. Some types contain themselves.
type Strays<L, N, Depth extends 0[] = []> = L extends string | number | boolean
  ? (string extends L ? never : number extends L ? never : L extends N ? never : L)
  : Depth["length"] extends 9
    ? never
    : L extends readonly (infer A)[]
      ? Strays<A, N extends readonly (infer B)[] ? B : never, [...Depth, 0]>
      : L extends object
        ? { [K in keyof L]-?: K extends Keys<N> ? Strays<L[K], Value<N, K>, [...Depth, 0]> : K }[keyof L]
        : never;
type Keys<T> = T extends unknown ? keyof T : never;
type Value<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

declare function given<T>(): T;
`;

/**
 * All that code written for a release may name, pass and read, in groups: if the first line of a group does not compile,
 * the others have nothing to add.
 */
export function consumerProgram(document: OpenApiDocument): Check[][] {
  return [...operationChecks(document), ...componentChecks(document)];
}

function operationChecks(document: OpenApiDocument): Check[][] {
  return operationsOf(document).flatMap(({ method, path, subject, operation: { operationId } }) => {
    const place = `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]`;
    const caller = { subject, direction: "request", packages: ["client", "auth"] } as const;
    const reader = { ...caller, direction: "response" } as const;
    const groups: Check[][] = [
      [
        { ...caller, line: exists(place), text: "calls of it no longer compile" },
        { ...caller, line: fits("Call", place, "Last", "Next"), text: "a call as it was written no longer compiles" },
        { ...caller, line: knows("Call", place), text: "a call may name what is gone" },
        {
          ...reader,
          line: fits("Answer", place, "Next", "Last"),
          text: "code that reads the answer no longer compiles",
        },
        { ...reader, line: knows("Answer", place), text: "code that reads the answer may name what is gone" },
      ],
    ];
    if (operationId !== undefined) {
      const named = `operations[${JSON.stringify(operationId)}]`;
      const tester = { subject, direction: "response", packages: ["mock-server"] } as const;
      groups.push([
        {
          subject,
          packages: ["client", "auth", "mock-server"],
          line: exists(named),
          text: `the operation is no longer called \`${operationId}\``,
        },
        { ...tester, line: fits("Reply", named, "Last", "Next"), text: "a reply for `respondWith` no longer compiles" },
        { ...tester, line: knows("Reply", named), text: "a reply for `respondWith` may name what is gone" },
      ]);
    }
    return groups;
  });
}

function componentChecks({ components = {} }: OpenApiDocument): Check[][] {
  const typed = Object.entries(components).filter(([section]) => TYPED_SECTIONS.has(section));
  return typed.flatMap(([section, entries]) =>
    Object.keys(entries ?? {}).map((name) => [
      {
        line: exists(`components[${JSON.stringify(section)}][${JSON.stringify(name)}]`),
        subject: `components.${section}.${name}`,
        text: "the named type is gone",
        // The auth package hands on all types of the client's.
        packages: ["client", "auth"] as const,
      },
    ]),
  );
}

const TYPED_SECTIONS = new Set(["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"]);

function exists(place: string): string {
  return `{ const one: {} | null = given<Next.${place}>(); }`;
}

function fits(kind: Kind, place: string, from: string, to: string): string {
  return `{ const one: ${KINDS[kind](`${to}.${place}`)} = given<${KINDS[kind](`${from}.${place}`)}>(); }`;
}

function knows(kind: Kind, place: string): string {
  return `{ const none: never = given<Strays<${KINDS[kind](`Last.${place}`)}, ${KINDS[kind](`Next.${place}`)}>>(); }`;
}

type Kind = keyof typeof KINDS;

/** Of an operation's type only what counts: a parameter of the whole would let the compiler judge by the rest as well. */
const KINDS = {
  Call: (operation: string) => `Call<${operation}["parameters"], Body<${operation}["requestBody"]>>`,
  Answer: (operation: string) =>
    `Answer<${["Success", "Failure"].map((of) => `Readable<${of}<${operation}["responses"]>>`).join(", ")}>`,
  Reply: (operation: string) => `Reply<${operation}["responses"]>`,
};
