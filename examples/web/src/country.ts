import type { components } from "@m800/phone-number-auth";
import { alpha3ToAlpha2 } from "i18n-iso-countries";

/** A country as the API lists it. */
export type Country = components["schemas"]["Country"];

/** Its ISO 3166-1 alpha-2 code in upper case, whichever the API gives; undefined for a code that ISO does not have. */
export function alpha2Of({ code }: Pick<Country, "code">): string | undefined {
  return code.length === 2 ? code.toUpperCase() : alpha3ToAlpha2(code.toUpperCase());
}
