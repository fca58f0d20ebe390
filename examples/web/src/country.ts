import type { components } from "@m800/phone-number-auth";
import codes from "i18n-iso-countries/codes.json";

const ALPHA_2 = new Map(codes.map(([alpha2, alpha3]) => [alpha3, alpha2]));

/** A country as the API lists it. */
export type Country = components["schemas"]["Country"];

/** Its ISO 3166-1 alpha-2 code in upper case, whichever the API gives; undefined for a code that ISO does not have. */
export function alpha2Of({ code }: Pick<Country, "code">): string | undefined {
  return /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : ALPHA_2.get(code.toUpperCase());
}
