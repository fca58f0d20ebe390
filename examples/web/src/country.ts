import type { components } from "@m800/phone-number-auth";

/** A country as the API lists it. */
export type Country = components["schemas"]["Country"];

/** Whether a search means this country: by part of its name, or the start of its code or calling code. */
export function matchesCountry({ name, code, prefix }: Country, search: string): boolean {
  const wanted = simplify(search);
  return (
    simplify(name).includes(wanted) ||
    code.toLowerCase().startsWith(wanted) ||
    (/^\+?\d/.test(wanted) && prefix.startsWith(wanted.replace(/\D/g, "")))
  );
}

/** Without case and accents: "aland" finds Åland. */
function simplify(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();
}
