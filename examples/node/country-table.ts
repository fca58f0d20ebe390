import isoCountries from "i18n-iso-countries";

interface Country {
  readonly code: string;
  readonly name: string;
  readonly prefix: string;
}

/** A table for the terminal. The flag comes last, since terminals disagree about its width. */
export function countryTable(countries: readonly Country[]): string {
  const width = Math.max(4, ...countries.map(({ name }) => name.length));
  const row = (code: string, name: string, prefix: string, flag: string) =>
    `${code.padEnd(4)}  ${name.padEnd(width)}  ${prefix.padStart(6)}  ${flag}`;
  return [
    row("Code", "Name", "Prefix", "Flag"),
    ...countries.map(({ code, name, prefix }) => row(code, name, `+${prefix}`, flagOf(code))),
  ].join("\n");
}

/** The flag of an ISO 3166-1 code, alpha-2 or alpha-3: its alpha-2 letters as regional indicator symbols. */
function flagOf(code: string): string {
  const alpha2 = code.length === 2 ? code : (isoCountries.alpha3ToAlpha2(code) ?? "");
  return String.fromCodePoint(...Array.from(alpha2, (letter) => 0x1f1e6 + letter.charCodeAt(0) - "A".charCodeAt(0)));
}
