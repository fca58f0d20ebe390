import type { ApiDescription } from "@m800/mock-engine";
import type { MockAccount } from "./accounts.ts";
import { successExampleOf } from "./success-example.ts";
import { isSecuredBy } from "./token-operation.ts";

/**
 * The answers of an account that has some countries only, by operationId: the spec's own examples, with each list of
 * countries restricted to the account's, whatever its place, shape and names.
 *
 * @throws TypeError naming a country that no such list has.
 */
export function restrictCountries(
  api: ApiDescription,
  { username, countries }: MockAccount,
): ReadonlyMap<string, unknown> {
  const bodies = new Map<string, unknown>();
  if (!countries) return bodies;
  const found = new Set<string>();
  for (const operation of api.operations) {
    if (operation.method !== "GET" || !isSecuredBy(operation, "bearer")) continue;
    const whole = successExampleOf(operation);
    const restricted = restrict(whole, { countries, found, holders: holdersOf(whole, countries) });
    if (restricted !== whole) bodies.set(operation.operationId, restricted);
  }
  const missing = countries.find((code) => !found.has(code));
  if (missing === undefined) return bodies;
  throw new TypeError(`The account ${username} has the country "${missing}", which the spec's example lacks.`);
}

interface Restriction {
  readonly countries: readonly string[];
  /** The account's countries that a list has. */
  readonly found: Set<string>;
  /** What holds country codes in this answer: names of properties, or one of the two below. */
  readonly holders: ReadonlySet<string>;
}

/** A list's entry that is a code itself, and a map whose keys are codes. */
const ENTRY = "";
const KEY = "{}";

/** ISO 3166-1, alpha-2 or alpha-3, as the API documents its country codes. */
const CODE = /^[A-Z]{2,3}$/;

/** Whatever holds one of the account's codes somewhere; of an account without any, whatever looks like a code. */
function holdersOf(value: unknown, countries: readonly string[], name: string = ENTRY): ReadonlySet<string> {
  const isCode = (text: unknown) =>
    typeof text === "string" && (countries.length === 0 ? CODE.test(text) : countries.includes(text));
  if (typeof value !== "object" || value === null) return new Set(isCode(value) ? [name] : []);
  const holders = Array.isArray(value)
    ? value.flatMap((item) => [...holdersOf(item, countries)])
    : Object.entries(value).flatMap(([key, child]) => [
        ...(isCode(key) ? [KEY] : []),
        ...holdersOf(child, countries, key),
      ]);
  return new Set(holders);
}

/** The value itself, if there is no list of countries in it. */
function restrict(value: unknown, restriction: Restriction): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return restrictArray(value, restriction);
  const entries = Object.entries(value);
  if (isList(KEY, Object.keys(value), restriction)) {
    return Object.fromEntries(
      restriction.countries.flatMap((code) => keep(code, entries, ([key]) => key, restriction)),
    );
  }
  const changed = entries.map(([key, child]) => [key, restrict(child, restriction)] as const);
  if (changed.every(([, child], index) => child === entries[index]?.[1])) return value;
  // A number beside a list that counts its entries goes on counting them.
  const lengths = new Map(
    changed.flatMap(([, after], index) => {
      const before = entries[index]?.[1];
      return Array.isArray(before) && Array.isArray(after) ? [[before.length, after.length] as const] : [];
    }),
  );
  return Object.fromEntries(
    changed.map(([key, child]) => [key, typeof child === "number" ? (lengths.get(child) ?? child) : child]),
  );
}

function restrictArray(items: readonly unknown[], restriction: Restriction): readonly unknown[] {
  const holder = [...restriction.holders].find((name) =>
    isList(
      name,
      items.map((item) => codeIn(item, name)),
      restriction,
    ),
  );
  if (holder !== undefined) {
    return restriction.countries.flatMap((code) => keep(code, items, (item) => codeIn(item, holder), restriction));
  }
  const changed = items.map((item) => restrict(item, restriction));
  return changed.every((item, index) => item === items[index]) ? items : changed;
}

function codeIn(item: unknown, holder: string): unknown {
  return holder === ENTRY ? item : Object.entries(Object(item)).find(([name]) => name === holder)?.[1];
}

/** The entries of one of the account's countries. */
function keep<T>(code: string, entries: readonly T[], codeOf: (entry: T) => unknown, { found }: Restriction): T[] {
  const kept = entries.filter((entry) => codeOf(entry) === code);
  if (kept.length > 0) found.add(code);
  return kept;
}

function isList(holder: string, codes: readonly unknown[], { holders }: Restriction): boolean {
  return holders.has(holder) && codes.length > 0 && codes.every((code) => typeof code === "string" && CODE.test(code));
}
