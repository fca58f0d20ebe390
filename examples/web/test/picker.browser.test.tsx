import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Country } from "../src/country.ts";
import { CountryPicker } from "../src/country-picker.tsx";
import "../src/app.css";

const COUNTRIES: readonly Country[] = [
  { code: "HKG", name: "Hong Kong", prefix: "852" },
  { code: "FRA", name: "France", prefix: "33" },
  { code: "DEU", name: "Germany", prefix: "49" },
  { code: "GBR", name: "United Kingdom", prefix: "44" },
  { code: "USA", name: "United States of America", prefix: "1" },
];

/** A form around the picker, as an app would write it. `sent` is what it has sent; null until then. */
function Form({ first }: { first: string | null }) {
  const [code, setCode] = useState(first);
  const [sent, setSent] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSent(String(new FormData(event.currentTarget).get("country")));
      }}
    >
      <CountryPicker countries={COUNTRIES} value={code} onChange={setCode} name="country" required />
      <button type="submit">Send</button>
      <button type="button" onClick={() => setCode("FRA")}>
        France
      </button>
      <output>{`${code}, sent: ${sent}`}</output>
    </form>
  );
}

async function open(first: string | null = null) {
  const page = await render(<Form first={first} />);
  const state = page.getByText(/, sent: /);
  return { ...page, state, input: page.getByRole("combobox"), status: page.getByRole("status").first() };
}

test("sends the code of the country that was chosen", async () => {
  const { input, state, getByRole } = await open();
  await input.fill("fra");
  await userEvent.keyboard("{Enter}");
  await expect.element(state).toHaveTextContent("FRA, sent: null");
  await getByRole("button", { name: "Send" }).click();
  await expect.element(state).toHaveTextContent("FRA, sent: FRA");
});

test.for([
  { given: "Enter", keys: "{Enter}" },
  { given: "leaving the field", keys: "{Tab}" },
])("takes a single match on $given", async ({ keys }) => {
  const { input, state } = await open();
  await input.fill("germany");
  await userEvent.keyboard(keys);
  await expect.element(state).toHaveTextContent("DEU, sent: null");
  await expect.element(input).toHaveValue("Germany");
});

test("takes a single match when something else is pressed with the mouse", async () => {
  const { input, state, getByRole } = await open();
  await input.fill("germany");
  await getByRole("button", { name: "Send" }).click();
  await expect.element(state).toHaveTextContent("DEU, sent: null");
});

test("gives one answer at a time: another text is no longer the country that was chosen", async () => {
  const { input, state, status } = await open("HKG");
  await expect.element(status).toHaveTextContent("Numbers in Hong Kong start with +852.");
  await input.fill("un");
  await expect.element(state).toHaveTextContent("null, sent: null");
  await expect.element(status).toHaveTextContent("2 countries match.");
});

test("keeps no half name beside a choice: what is left of it is chosen again, or nothing is", async () => {
  const { input, state } = await open("HKG");
  await input.click();
  await userEvent.keyboard("{End}{Backspace}{Backspace}");
  await expect.element(input).toHaveValue("Hong Ko");
  await expect.element(state).toHaveTextContent("null, sent: null");
  await userEvent.keyboard("{Tab}");
  await expect.element(input).toHaveValue("Hong Kong");
  await expect.element(state).toHaveTextContent("HKG, sent: null");
});

test("sends no form without a country, and says what is wrong with a text that means none", async () => {
  const { input, state, status, getByRole } = await open();
  await getByRole("button", { name: "Send" }).click();
  await expect.element(state).toHaveTextContent("null, sent: null");
  await input.fill("united");
  await userEvent.keyboard("{Tab}");
  await expect.element(status).toHaveTextContent("No country is chosen: “united” is not one yet.");
  await expect.element(input).toHaveAttribute("aria-invalid", "true");
  await expect.element(input).toHaveAccessibleDescription("No country is chosen: “united” is not one yet.");
  await getByRole("button", { name: "Send" }).click();
  await expect.element(state).toHaveTextContent("null, sent: null");
});

test("announces how many countries match, and that none does", async () => {
  const { input, status } = await open();
  await input.fill("united");
  await expect.element(status).toHaveTextContent("2 countries match.");
  await input.fill("Atlantis");
  await expect.element(status).toHaveTextContent("No country matches “Atlantis”.");
});

test("shows the choice that its owner makes", async () => {
  const { input, state, getByRole } = await open("HKG");
  await expect.element(input).toHaveValue("Hong Kong");
  await getByRole("button", { name: "France" }).click();
  await expect.element(input).toHaveValue("France");
  await expect.element(state).toHaveTextContent("FRA, sent: null");
});

test("keeps the caret where somebody types", async () => {
  const { input } = await open();
  await input.fill("kong");
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}ho");
  await expect.element(input).toHaveValue("hokong");
});

test("closes the list on Escape, and clears the choice on the next one", async () => {
  const { input, state } = await open("HKG");
  await input.click();
  await userEvent.keyboard("{Escape}");
  await expect.element(state).toHaveTextContent("HKG, sent: null");
  await userEvent.keyboard("{Escape}");
  await expect.element(state).toHaveTextContent("null, sent: null");
  await expect.element(input).toHaveValue("");
});
