import { createRequire } from "node:module";
import isoCountries from "i18n-iso-countries";
import { type CountryCode, getCountries, getCountryCallingCode } from "libphonenumber-js/max";

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => require(`${name}/package.json`).version;

/** Alpha-2 codes that ISO 3166-1 leaves to its users; i18n-iso-countries lists Kosovo under one. */
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** Where {@link countries} come from. */
export const SOURCES: string =
  `Codes and names: i18n-iso-countries ${versionOf("i18n-iso-countries")}. ` +
  `Calling codes: libphonenumber-js ${versionOf("libphonenumber-js")}.`;

/**
 * Every ISO 3166-1 country with an ITU calling code, by its alpha-3 code.
 *
 * Codes and English names: i18n-iso-countries. Calling codes: libphonenumber-js, whose few regions outside ISO 3166-1
 * (Ascension, Tristan da Cunha, Kosovo) are left out.
 */
export function countries(): { alpha2: string; alpha3: string; name: string; callingCode: string }[] {
  const withCallingCode = new Set<string>(getCountries());
  const isCallable = (code: string): code is CountryCode => withCallingCode.has(code);
  const found = Object.entries(isoCountries.getAlpha3Codes()).flatMap(([alpha3, alpha2]) =>
    isCallable(alpha2) && !USER_ASSIGNED.test(alpha2)
      ? [
          {
            alpha2,
            alpha3,
            name: isoCountries.getName(alpha2, "en") ?? alpha3,
            callingCode: getCountryCallingCode(alpha2),
          },
        ]
      : [],
  );
  return found.sort((a, b) => (a.alpha3 < b.alpha3 ? -1 : 1));
}
