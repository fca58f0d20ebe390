import "flag-icons/css/flag-icons.min.css";
import { alpha3ToAlpha2 } from "i18n-iso-countries";

/** A country's flag as a picture, since not every system draws flags as text. Says nothing to a screen reader: the name does. */
export function Flag({ code }: { code: string }) {
  const alpha2 = code.length === 2 ? code : alpha3ToAlpha2(code);
  return <span className={`fi fi-${alpha2?.toLowerCase() ?? "xx"}`} aria-hidden="true" />;
}
