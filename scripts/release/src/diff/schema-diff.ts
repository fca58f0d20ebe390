import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import type { Change, Effect } from "./change.ts";
import { COMPARE } from "./compare-keyword.ts";
import { meaningOf } from "./meaning-of.ts";
import { isRecord, listOf, type Plain, recordOf } from "./record.ts";

/** Compares a schema of one document with one of another. `unsent` marks the fields that do not go this way. */
export type SchemaDiff = (before: unknown, after: unknown, unsent: "readOnly" | "writeOnly") => Change[];

/** How a keyword below which there are schemas is compared. */
type Nested = (before: Plain, after: Plain, keyword: string, field: readonly string[]) => Change[];

/**
 * Makes the comparison of two documents' schemas. Harmless is only what a rule knows to be: a changed keyword without a rule
 * has an unknown effect.
 */
export function createSchemaDiff(last: OpenApiDocument, next: OpenApiDocument): SchemaDiff {
  let unsent = "";
  const pending = new Map<unknown, Set<unknown>>();

  function compare(before: unknown, after: unknown, field: readonly string[] = []): Change[] {
    // By what it refers to, since a schema that contains itself does so by more than one reference.
    const [one, other] = [target(last, before), target(next, after)];
    if (pending.get(one)?.has(other)) return [];
    pending.set(one, (pending.get(one) ?? new Set()).add(other));
    try {
      const [old, now] = [meaningOf(last, one), meaningOf(next, other)];
      const keywords = new Set([...Object.keys(old), ...Object.keys(now)]);
      return [...keywords]
        .filter((keyword) => !BRANCHES.includes(keyword))
        .flatMap((keyword) => (NESTED[keyword] ?? plain)(old, now, keyword, field));
    } finally {
      pending.get(one)?.delete(other);
    }
  }

  const isSame = (before: unknown, after: unknown) => compare(before, after).length === 0;
  const allowsNothing = (document: OpenApiDocument, schema: unknown) =>
    isDeepStrictEqual(meaningOf(document, schema), { not: {} });

  const plain: Nested = (before, after, keyword, field) => {
    const [old, now] = [before[keyword], after[keyword]];
    if (isDeepStrictEqual(sortedIfSet(keyword, old), sortedIfSet(keyword, now))) return [];
    return [{ effect: COMPARE[keyword]?.(old, now) ?? "unknown", field, text: inWords(keyword, old, now) }];
  };

  const required: Nested = (before, after, keyword, field) => {
    const left = recordOf(after.properties);
    const isSent = (name: string) => meaningOf(next, left[name])[unsent] !== true;
    const [old, now] = [before, after].map((schema) => listOf(schema[keyword]).map(String).filter(isSent));
    const more = now?.filter((name) => !old?.includes(name)) ?? [];
    // Of a field that is gone more is said elsewhere.
    const isGone = (name: string) => name in recordOf(before.properties) && !(name in left);
    const less = old?.filter((name) => !now?.includes(name) && !isGone(name)) ?? [];
    return [
      ...more.map((name): Change => ({ effect: "narrows", field: [...field, name], text: "is required" })),
      ...less.map((name): Change => ({ effect: "widens", field: [...field, name], text: "is optional" })),
    ];
  };

  const properties: Nested = (before, after, keyword, field) => {
    const [old, now] = [recordOf(before[keyword]), recordOf(after[keyword])];
    const isClosed = [after.additionalProperties, after.unevaluatedProperties].some((rest) =>
      allowsNothing(next, rest),
    );
    return Object.keys({ ...old, ...now }).flatMap((name): Change[] => {
      const at = [...field, name];
      if (!(name in old)) return [{ effect: "adds", field: at, text: "is new" }];
      if (!(name in now)) return [{ effect: isClosed ? "unknown" : "removes", field: at, text: "is gone" }];
      return compare(old[name], now[name], at);
    });
  };

  /** Schemas by name, each of which asks for something. */
  const map: Nested = (before, after, keyword, field) => {
    const [old, now] = [recordOf(before[keyword]), recordOf(after[keyword])];
    return Object.keys({ ...old, ...now }).flatMap((name) => compare(old[name], now[name], [...field, name]));
  };

  /** A schema for part of the value, which asks for nothing where it is absent. */
  const part =
    (name: string): Nested =>
    (before, after, keyword, field) =>
      compare(before[keyword], after[keyword], [...field, name]);

  const rest: Nested = (before, after, keyword, field) => {
    const [old, now] = [allowsNothing(last, before[keyword]), allowsNothing(next, after[keyword])];
    if (old && !now) return [{ effect: "adds", field, text: "may have fields beside those that are named" }];
    if (now && !old) return [{ effect: "narrows", field, text: "has no fields but those that are named" }];
    return part("*")(before, after, keyword, field);
  };

  /** A schema of which more or less cannot be told when it changes. */
  const whole: Nested = (before, after, keyword, field) => {
    const [old, now] = [before[keyword], after[keyword]];
    if (old !== undefined && now !== undefined && isSame(old, now)) return [];
    const effect = old === undefined ? "narrows" : now === undefined ? "widens" : "unknown";
    return [{ effect, field, text: inWords(keyword, old, now) }];
  };

  const condition: Nested = (before, after, keyword, field) => {
    const changes = whole(before, after, keyword, field);
    if (changes.length > 0) return changes;
    return BRANCHES.flatMap((branch) => compare(before[branch], after[branch], field));
  };

  const list: Nested = (before, after, keyword, field) => {
    const [old, now] = [listOf(before[keyword]), listOf(after[keyword])];
    if (old.length === now.length) return old.flatMap((each, index) => compare(each, now[index], field));
    return [{ effect: "unknown", field, text: inWords(keyword, old, now) }];
  };

  const members =
    (more: Effect, less: Effect): Nested =>
    (before, after, keyword, field) => {
      if (before[keyword] === undefined || after[keyword] === undefined) return whole(before, after, keyword, field);
      const [old, now] = [listOf(before[keyword]), [...listOf(after[keyword])]];
      // More than one of `oneOf` may fit, unless all are of different types.
      const isVague = keyword === "oneOf" && !(areDisjoint(last, old) && areDisjoint(next, now));
      const gone = old.filter((member) => {
        const index = now.findIndex((each) => isSame(member, each));
        if (index >= 0) now.splice(index, 1);
        return index < 0;
      });
      if (gone.length === now.length) return gone.flatMap((member, index) => compare(member, now[index], field));
      return [
        ...gone.map((): Change => ({ effect: isVague ? "unknown" : less, field, text: `has one \`${keyword}\` less` })),
        ...now.map((): Change => ({ effect: isVague ? "unknown" : more, field, text: `has one \`${keyword}\` more` })),
      ];
    };

  function areDisjoint(document: OpenApiDocument, schemas: readonly unknown[]): boolean {
    const types = schemas.flatMap((schema) => meaningOf(document, schema).type ?? "any");
    return !types.includes("any") && new Set(types).size === types.length;
  }

  const NESTED: Readonly<Record<string, Nested>> = {
    required,
    properties,
    patternProperties: map,
    dependentSchemas: map,
    items: part("[]"),
    additionalItems: part("[]"),
    unevaluatedItems: part("[]"),
    propertyNames: part("*"),
    additionalProperties: rest,
    unevaluatedProperties: rest,
    contains: whole,
    not: whole,
    if: condition,
    prefixItems: list,
    allOf: members("narrows", "widens"),
    anyOf: members("widens", "narrows"),
    oneOf: members("widens", "narrows"),
  };

  return (before, after, notSent) => {
    unsent = notSent;
    return compare(before, after);
  };
}

/** What a schema that is only a reference refers to. */
function target(document: OpenApiDocument, schema: unknown): unknown {
  return isRecord(schema) && Object.keys(schema).join() === "$ref" ? resolve(document, schema) : schema;
}

/** They are compared with the condition, without which they mean nothing. */
const BRANCHES = ["then", "else"];

function sortedIfSet(keyword: string, value: unknown): unknown {
  return keyword === "enum"
    ? listOf(value)
        .map((each) => JSON.stringify(each))
        .sort()
    : value;
}

function inWords(keyword: string, before: unknown, after: unknown): string {
  if (before === undefined) return `has the new rule \`${keyword}\`${value(after)}`;
  if (after === undefined) return `no longer has the rule \`${keyword}\`${value(before)}`;
  return `has another \`${keyword}\`: ${JSON.stringify(after)} in place of ${JSON.stringify(before)}`;
}

function value(of: unknown): string {
  return typeof of === "object" ? "" : `: ${JSON.stringify(of)}`;
}
