import { getName, registerLocale } from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json";
import { AsYouType } from "libphonenumber-js/min";
import { alpha2Of, type Country } from "./country.ts";

registerLocale(english);

/** What a search has found. */
export interface Found {
  /** Best first, then by name. */
  readonly countries: readonly Country[];
  /** The one that was meant beyond doubt: all that matches, or all that matches exactly. */
  readonly certain: Country | undefined;
}

/**
 * Creates a search of countries by name, code or number: in English, in the country's main language and in the `languages`
 * of whoever searches, whatever the accents, apostrophes and spaces; by alpha-2 and alpha-3 code; by calling code or the
 * start of a phone number, after `+`, `00` or nothing.
 */
export function createCountrySearch(
  countries: readonly Country[],
  languages: readonly string[] = navigator.languages,
): (search: string) => Found {
  const entries = countries
    .map((country) => ({ country, names: namesOf(country, languages) }))
    .toSorted((a, b) => a.country.name.localeCompare(b.country.name));
  return (search) => {
    const rank = rankingOf(search);
    const ranked = entries
      .map((entry) => ({ ...entry, rank: rank(entry) }))
      .filter((entry) => entry.rank < Number.POSITIVE_INFINITY)
      .toSorted((a, b) => a.rank - b.rank);
    const exact = ranked.filter((entry) => entry.rank === 0);
    const [best, ...others] = exact.length > 0 ? exact : ranked;
    const isCertain = search.trim() !== "" && others.length === 0;
    return { countries: ranked.map(({ country }) => country), certain: isCertain ? best?.country : undefined };
  };
}

interface Entry {
  readonly country: Country;
  /** Simplified. */
  readonly names: readonly string[];
}

/** How far from the best an entry is: 0 is exact, infinity is no match. */
type Ranking = (entry: Entry) => number;

const NO_MATCH = Number.POSITIVE_INFINITY;

function rankingOf(search: string): Ranking {
  const digits = search.replace(/[^\p{L}\d]/gu, "");
  if (/^\d+$/.test(digits)) return rankingByNumber(digits.replace(/^00/, ""));
  const wanted = simplify(search);
  if (wanted === "") return () => (/^[\s+]*$/.test(search) ? 1 : NO_MATCH);
  return ({ country, names }) =>
    Math.min(
      ...names.map((name) => rankOfName(name, wanted)),
      ...codesOf(country).map((code) => rankOfCode(code, wanted)),
    );
}

function rankingByNumber(digits: string): Ranking {
  const number = new AsYouType();
  number.input(`+${digits}`);
  const owner = number.getCountry();
  return ({ country }) => {
    if (country.prefix === digits || alpha2Of(country) === owner) return 0;
    if (country.prefix.startsWith(digits)) return 1;
    return !owner && digits.startsWith(country.prefix) ? 2 : NO_MATCH;
  };
}

function rankOfName(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`))) return 2;
  return name.replaceAll(" ", "").includes(wanted.replaceAll(" ", "")) ? 3 : NO_MATCH;
}

function rankOfCode(code: string, wanted: string): number {
  if (code === wanted) return 0;
  return code.startsWith(wanted) ? 2 : NO_MATCH;
}

function codesOf(country: Country): string[] {
  return [country.code, alpha2Of(country) ?? ""].map((code) => code.toLowerCase());
}

function namesOf(country: Country, languages: readonly string[]): string[] {
  const alpha2 = alpha2Of(country);
  if (!alpha2) return [simplify(country.name)];
  const own = new Intl.Locale(`und-${alpha2}`).maximize().language;
  const translated = [own, ...languages].map((language) =>
    new Intl.DisplayNames(language, { type: "region" }).of(alpha2),
  );
  const names = [country.name, ...(getName(alpha2, "en", { select: "all" }) ?? []), ...translated];
  return [...new Set(names.map((name = "") => simplify(name)))];
}

/** Without case, accents and punctuation: "cote d’ivoire" finds Côte d'Ivoire, and "st lucia" finds Saint Lucia. */
function simplify(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}'’‘ʼ´\u0060.]/gu, "")
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bst\b/g, "saint");
}
