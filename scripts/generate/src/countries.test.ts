import { expect, test } from "vitest";
import { countriesExample } from "./countries.ts";

const { value, description } = countriesExample();

test("lists every ISO 3166-1 country that has a calling code, by its alpha-3 code and once", () => {
  const codes = value.countries.map(({ code }) => code);
  expect(codes.length).toBeGreaterThanOrEqual(240);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(codes.toSorted());
});

test.each([
  { code: "HKG", name: "Hong Kong", prefix: "852" },
  { code: "PHL", name: "Philippines", prefix: "63" },
  { code: "USA", name: "United States of America", prefix: "1" },
  { code: "AUS", name: "Australia", prefix: "61" },
  { code: "COD", name: "Democratic Republic of the Congo", prefix: "243" },
  { code: "DOM", name: "Dominican Republic", prefix: "1" },
  { code: "VAT", name: "Holy See (Vatican City State)", prefix: "39" },
])("has $name right", (country) => {
  expect(value.countries).toContainEqual(country);
});

test("leaves out what ISO 3166-1 does not assign", () => {
  const names = value.countries.map(({ name }) => name).join();
  for (const name of ["Kosovo", "Ascension", "Tristan"]) expect(names).not.toContain(name);
});

test("names its sources and their versions", () => {
  expect(description).toMatch(/i18n-iso-countries \d+\.\d+\.\d+\. Calling codes: libphonenumber-js \d+\.\d+\.\d+\.$/);
});
