import type { components } from "@m800/phone-number-auth";
import isoCountries from "i18n-iso-countries";

type Country = components["schemas"]["Country"];

/** The first countries as a table for the terminal. The flag comes last, since terminals disagree about its width. */
export function countryTable(all: readonly Country[], limit: number): string {
  const countries = all.slice(0, limit);
  const width = Math.max(4, ...countries.map(({ name }) => name.length));
  const row = (code: string, name: string, prefix: string, flag: string) =>
    `${code.padEnd(4)}  ${name.padEnd(width)}  ${prefix.padStart(6)}  ${flag}`;
  return [
    row("Code", "Name", "Prefix", "Flag"),
    ...countries.map(({ code, name, prefix }) => row(code, name, `+${prefix}`, flagOf(code))),
    ...(all.length > limit ? [`… and ${all.length - limit} more`] : []),
  ].join("\n");
}

/** The flag of an ISO 3166-1 code, alpha-2 or alpha-3: its alpha-2 letters as regional indicator symbols. */
function flagOf(code: string): string {
  const alpha2 = code.length === 2 ? code : (isoCountries.alpha3ToAlpha2(code) ?? "");
  return String.fromCodePoint(...Array.from(alpha2, (letter) => 0x1f1e6 + letter.charCodeAt(0) - "A".charCodeAt(0)));
}
