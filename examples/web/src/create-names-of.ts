import { alpha2Of, type Country } from "./country.ts";
import { simplify } from "./simplify.ts";

/** What a country may be searched by, simplified. */
export interface CountryNames {
  /** What the API calls it, and English and the searcher's languages: in full and in short. */
  readonly own: readonly string[];
  /** What its own people and its neighbours call it, and what else it is known as. */
  readonly other: readonly string[];
}

/** Languages of several countries each: a name in its country's second language is found, too. */
const WIDESPREAD = ["ar", "de", "es", "fr", "it", "nl", "pt", "ru", "zh"];

/** Names in common use that are in no list of today's official ones, by alpha-2 code. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates"],
  CD: ["DRC", "Zaire"],
  CH: ["Swiss Confederation"],
  CI: ["Ivory Coast"],
  CV: ["Cabo Verde"],
  CZ: ["Czech Republic"],
  GB: ["Great Britain", "England", "Scotland", "Wales"],
  KR: ["Korea", "Republic of Korea", "한국"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  MO: ["Macau"],
  NL: ["Holland"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey"],
  US: ["America"],
};

/** Creates what reads a country's names, as the browser has them, when they are first asked for. */
export function createNamesOf(languages: readonly string[]): (country: Country) => CountryNames {
  const inFull = createTranslator("long");
  const inShort = createTranslator("short");
  const known = new WeakMap<Country, CountryNames>();
  return (country) => {
    const names = known.get(country) ?? read(country);
    known.set(country, names);
    return names;
  };

  function read(country: Country): CountryNames {
    const alpha2 = alpha2Of(country);
    if (!alpha2) return { own: [simplify(country.name)], other: [] };
    const spoken = new Intl.Locale(`und-${alpha2}`).maximize().language;
    const translate = (language: string) => [inFull(language, alpha2), inShort(language, alpha2)];
    return {
      own: distinct(country.name, ...["en", ...languages.filter(isLanguage)].flatMap(translate)),
      other: distinct(...(ALIASES[alpha2] ?? []), ...[spoken, ...WIDESPREAD].flatMap(translate)),
    };
  }
}

/** Some browsers give the language of a system that has none: "C". */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function createTranslator(style: "long" | "short"): (language: string, alpha2: string) => string {
  const names = new Map<string, Intl.DisplayNames>();
  return (language, alpha2) => {
    const inLanguage = names.get(language) ?? new Intl.DisplayNames(language, { type: "region", style });
    names.set(language, inLanguage);
    return inLanguage.of(alpha2) ?? "";
  };
}

function distinct(...names: readonly string[]): string[] {
  return [...new Set(names.map(simplify))].filter(Boolean);
}
