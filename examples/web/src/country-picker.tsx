import { useCombobox } from "downshift";
import { useState } from "react";
import { type Country, matchesCountry } from "./country.ts";
import { Flag } from "./flag.tsx";

/** A combobox (WAI-ARIA Authoring Practices) that finds a country by name, code or calling code. */
export function CountryPicker({ countries }: { countries: readonly Country[] }) {
  const [search, setSearch] = useState("");
  const found = countries
    .filter((country) => matchesCountry(country, search))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const {
    isOpen,
    highlightedIndex,
    selectedItem,
    getLabelProps,
    getInputProps,
    getToggleButtonProps,
    getMenuProps,
    getItemProps,
  } = useCombobox<Country>({
    items: found,
    itemToString: (country) => country?.name ?? "",
    itemToKey: (country) => country?.code,
    onInputValueChange: ({ inputValue, type }) =>
      setSearch(type === useCombobox.stateChangeTypes.InputChange ? inputValue : ""),
  });
  return (
    <div className="picker">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: downshift's props name the input that it is for. */}
      <label {...getLabelProps()}>Country, code or calling code</label>
      <div className="field">
        <input {...getInputProps({ dir: "auto", placeholder: "Hong Kong, HKG or +852" })} />
        <button type="button" {...getToggleButtonProps({ "aria-label": "Show all countries" })}>
          ▾
        </button>
      </div>
      <ul {...getMenuProps()} hidden={!isOpen || found.length === 0}>
        {isOpen &&
          found.map((country, index) => (
            <li
              key={country.code}
              className={index === highlightedIndex ? "highlighted" : ""}
              {...getItemProps({ item: country, index })}
            >
              <Flag code={country.code} />
              <bdi>{country.name}</bdi>
              <small>{country.code}</small>
              <small dir="ltr">+{country.prefix}</small>
            </li>
          ))}
      </ul>
      {isOpen && found.length === 0 && <p className="none">No country matches “{search}”.</p>}
      {selectedItem && (
        <output>
          <Flag code={selectedItem.code} /> Numbers in <bdi>{selectedItem.name}</bdi> start with{" "}
          <bdi dir="ltr">+{selectedItem.prefix}</bdi>.
        </output>
      )}
    </div>
  );
}
