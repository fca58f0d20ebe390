import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from "downshift";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Country } from "./country.ts";
import { type CountrySearchOptions, createCountrySearch } from "./create-country-search.ts";
import { Flag } from "./flag.tsx";

export interface CountryPickerProps {
  readonly countries: readonly Country[];
  /** Code of the chosen country, as the API gives it; null for none. */
  readonly value: string | null;
  /** Called with the code of another choice; with null as soon as the text is no longer the chosen country's name. */
  readonly onChange: (code: string | null) => void;
  /** Name under which a form sends the code: the empty string for none. Default: the form does not send it. */
  readonly name?: string;
  /** Keeps a form from being sent without a country. Default: false. */
  readonly required?: boolean;
}

/**
 * A combobox (WAI-ARIA Authoring Practices) that finds a country by name, code or number. The one country that a text
 * means beyond doubt is taken on Enter and on leaving the field; a text that means none keeps a form from being sent.
 *
 * @example <CountryPicker countries={countries} value={code} onChange={setCode} name="country" required />
 */
export function CountryPicker({ countries, value, onChange, name, required = false }: CountryPickerProps) {
  const chosen = countries.find(({ code }) => code === value) ?? null;
  const [text, setText] = useState(chosen?.name ?? "");
  const [phoneNumbers, setPhoneNumbers] = useState<CountrySearchOptions["phoneNumbers"]>();
  const find = useMemo(() => createCountrySearch(countries, { phoneNumbers }), [countries, phoneNumbers]);
  const found = find(chosen ? "" : text).countries;
  const input = useRef<HTMLInputElement>(null);
  const statusId = useId();

  function adjust(
    state: UseComboboxState<Country>,
    { type, changes }: UseComboboxStateChangeOptions<Country>,
  ): Partial<UseComboboxState<Country>> {
    const { InputChange, InputBlur, InputKeyDownEnter } = useCombobox.stateChangeTypes;
    if (type === InputChange) {
      const isCertain = find(changes.inputValue ?? "").certain !== undefined;
      return { ...changes, selectedItem: null, highlightedIndex: isCertain ? 0 : -1 };
    }
    const { certain } = find(state.inputValue);
    if ((type === InputBlur || type === InputKeyDownEnter) && certain && !changes.selectedItem) {
      return { ...changes, selectedItem: certain, inputValue: certain.name };
    }
    return changes;
  }

  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getToggleButtonProps, getMenuProps, getItemProps } =
    useCombobox<Country>({
      items: [...found],
      itemToString: (country) => country?.name ?? "",
      itemToKey: (country) => country?.code,
      selectedItem: chosen,
      inputValue: text,
      stateReducer: adjust,
      onInputValueChange: ({ inputValue }) => setText(inputValue),
      onSelectedItemChange: ({ selectedItem }) => onChange(selectedItem?.code ?? null),
    });

  const { htmlFor, ...labelProps } = getLabelProps();
  const isUnfinished = !isOpen && !chosen && text !== "";
  useEffect(() => {
    input.current?.setCustomValidity(chosen || text === "" ? "" : "Choose a country from the list.");
  }, [chosen, text]);

  return (
    <div className="picker">
      <label {...labelProps} htmlFor={htmlFor}>
        Country, code or calling code
      </label>
      <div className="field">
        <input
          {...getInputProps({
            ref: input,
            dir: "auto",
            placeholder: "Hong Kong, HKG or +852",
            required,
            "aria-invalid": isUnfinished,
            "aria-describedby": statusId,
            onFocus: () => {
              // Without it, numbers are still found by their calling codes.
              import("./phone-numbers.ts").then(setPhoneNumbers, () => undefined);
            },
            // At once, since text that is set an effect later moves the caret.
            onChange: ({ currentTarget }) => setText(currentTarget.value),
          })}
        />
        <button type="button" {...getToggleButtonProps({ "aria-label": "Show all countries" })}>
          ▾
        </button>
      </div>
      {name && <input type="hidden" name={name} value={chosen?.code ?? ""} />}
      <ul {...getMenuProps()} hidden={!isOpen || found.length === 0}>
        {isOpen &&
          found.map((country, index) => (
            <li
              key={country.code}
              className={index === highlightedIndex ? "highlighted" : ""}
              {...getItemProps({ item: country, index })}
            >
              <Flag country={country} />
              <bdi>{country.name}</bdi>
              <small>{country.code}</small>
              <small dir="ltr">+{country.prefix}</small>
            </li>
          ))}
      </ul>
      <p role="status" id={statusId} className={isUnfinished ? "problem" : ""}>
        {chosen && (
          <>
            <Flag country={chosen} /> Numbers in <bdi>{chosen.name}</bdi> start with{" "}
            <bdi dir="ltr">+{chosen.prefix}</bdi>.
          </>
        )}
        {!chosen && isOpen && text !== "" && resultsOf(found.length, text)}
        {isUnfinished && `No country is chosen: “${text}” ${found.length === 0 ? "matches none" : "is not one yet"}.`}
      </p>
    </div>
  );
}

function resultsOf(count: number, text: string): string {
  if (count === 0) return `No country matches “${text}”.`;
  return count === 1 ? "1 country matches." : `${count} countries match.`;
}
