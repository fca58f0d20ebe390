import { alpha2Of, type Country } from "./country.ts";
import { type CountryNames, createNamesOf } from "./create-names-of.ts";
import { simplify } from "./simplify.ts";

/** What a search has found. */
export interface Found {
  /** Best first, then by name. */
  readonly countries: readonly Country[];
  /** The one that was meant beyond doubt: all that matches, or all that matches well. */
  readonly certain: Country | undefined;
}

export interface CountrySearchOptions {
  /** Of whoever searches, best first. Default: the browser's. */
  readonly languages?: readonly string[];
  /** The world's numbering plans. Without them a number is found by calling code alone. */
  readonly phoneNumbers?: typeof import("./phone-numbers.ts") | undefined;
}

/**
 * Creates a search of countries by name, code or number: in English, in the country's main language, in widespread ones and in
 * those of whoever searches, whatever the accents, apostrophes and spaces; by alpha-2 and alpha-3 code; by calling code or the
 * start of a phone number, after `+`, `00` or nothing.
 */
export function createCountrySearch(
  countries: readonly Country[],
  { languages = navigator.languages, phoneNumbers }: CountrySearchOptions = {},
): (search: string) => Found {
  const byName = countries.toSorted((a, b) => a.name.localeCompare(b.name));
  const namesOf = createNamesOf(languages);
  return (search) => {
    if (/^[\s+]*0?0?\s*$/.test(search)) return { countries: byName, certain: undefined };
    const digits = search.replace(/[^\p{L}\d]/gu, "");
    if (/^\d+$/.test(digits)) return found(byName, rankingByNumber(digits.replace(/^00/, ""), phoneNumbers));
    return found(byName, rankingByText(simplify(search), namesOf));
  };
}

/** How well a country matches: the whole number tells the kind, whose order this is, and a fraction the place within it. */
type Ranking = (country: Country) => number;

const EXACT = 0;
const EXACT_OTHER_NAME = 1;
const START = 2;
const WORDS = 3;
const OTHER_NAME = 4;
const WITHIN = 5;
const NO_MATCH = Number.POSITIVE_INFINITY;

function found(countries: readonly Country[], rankOf: Ranking): Found {
  const ranked = countries
    .map((country) => ({ country, rank: rankOf(country) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank);
  const upTo = (limit: number) => ranked.filter(({ rank }) => rank < limit);
  const [meant, ...others] = [upTo(EXACT + 1), upTo(WORDS + 1), ranked].find(({ length }) => length > 0) ?? [];
  return {
    countries: ranked.map(({ country }) => country),
    certain: others.length === 0 ? meant?.country : undefined,
  };
}

function rankingByNumber(digits: string, phoneNumbers: CountrySearchOptions["phoneNumbers"]): Ranking {
  const owner = phoneNumbers?.ownerOf(digits);
  return (country) => {
    const alpha2 = alpha2Of(country) ?? "";
    const place = (phoneNumbers?.placeOf(alpha2) ?? 0) / 10;
    if (alpha2 === owner) return EXACT;
    if (country.prefix === digits) return EXACT + place;
    if (country.prefix.startsWith(digits)) return START + place;
    return !owner && digits.startsWith(country.prefix) ? WORDS + place : NO_MATCH;
  };
}

function rankingByText(wanted: string, namesOf: (country: Country) => CountryNames): Ranking {
  if (wanted === "") return () => NO_MATCH;
  return (country) => {
    const { own, other } = namesOf(country);
    const codes = [country.code, alpha2Of(country) ?? ""].map((code) => code.toLowerCase());
    return Math.min(
      ...codes.map((code) => rankOfCode(code, wanted)),
      ...own.map((name) => rankOfName(name, wanted)),
      ...other.map((name) => rankOfOtherName(name, wanted)),
    );
  };
}

function rankOfCode(code: string, wanted: string): number {
  if (code === wanted) return EXACT;
  return code.startsWith(wanted) ? WORDS : NO_MATCH;
}

function rankOfName(name: string, wanted: string): number {
  if (name === wanted) return EXACT;
  if (name.startsWith(wanted)) return START;
  if (hasWords(name, wanted)) return WORDS;
  return name.includes(wanted) || hasWithoutSpaces(name, wanted) ? WITHIN : NO_MATCH;
}

function rankOfOtherName(name: string, wanted: string): number {
  if (name === wanted) return EXACT_OTHER_NAME;
  return hasWords(name, wanted) ? OTHER_NAME : NO_MATCH;
}

/** "hongkong" for Hong Kong: from the start of any word. */
function hasWithoutSpaces(name: string, wanted: string): boolean {
  const words = name.split(" ");
  return words.some((_, index) => words.slice(index).join("").startsWith(wanted.replaceAll(" ", "")));
}

/** Whether each word that is wanted starts one of the name's, in whatever order. */
function hasWords(name: string, wanted: string): boolean {
  return wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`));
}
