import { AsYouType, Metadata } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/metadata.min";

// Loaded when the picker is first used: the world's numbering plans weigh more than all the rest of it.

/** Alpha-2 code of the one country that a number, as far as it is typed, can belong to; undefined if there are several. */
export function ownerOf(digits: string): string | undefined {
  const number = new AsYouType(undefined, metadata);
  number.input(`+${digits}`);
  return number.getCountry();
}

/**
 * Place of a country among those of its calling code: 0 for the main one, as the United States; 1 for one that has the whole
 * plan, too, as Canada; 2 for one that has a part of it, as Jamaica.
 */
export function placeOf(alpha2: string): number {
  const [, ...others] =
    Object.values(metadata.country_calling_codes).find((sharing) => sharing.some((code) => code === alpha2)) ?? [];
  const country = others.find((code) => code === alpha2);
  if (!country) return 0;
  const plan = new Metadata(metadata);
  plan.selectNumberingPlan(country);
  return plan.numberingPlan?.leadingDigits() ? 2 : 1;
}
