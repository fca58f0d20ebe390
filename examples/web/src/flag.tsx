import "flag-icons/css/flag-icons.min.css";
import { alpha2Of, type Country } from "./country.ts";

/** A country's flag as a picture, since not every system draws flags as text. Says nothing to a screen reader: the name does. */
export function Flag({ country }: { country: Country }) {
  return <span className={`fi fi-${alpha2Of(country)?.toLowerCase() ?? "xx"}`} aria-hidden="true" />;
}
