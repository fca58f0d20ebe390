import { expect, test } from "vitest";
import { countries, SOURCES } from "./countries.ts";

const all = countries();

test("lists every ISO 3166-1 country that has a calling code, by its alpha-3 code and once", () => {
  const codes = all.map(({ alpha3 }) => alpha3);
  expect(codes.length).toBeGreaterThanOrEqual(240);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(codes.toSorted());
});

test.each([
  { alpha2: "HK", alpha3: "HKG", name: "Hong Kong", callingCode: "852" },
  { alpha2: "PH", alpha3: "PHL", name: "Philippines", callingCode: "63" },
  { alpha2: "US", alpha3: "USA", name: "United States of America", callingCode: "1" },
  { alpha2: "AU", alpha3: "AUS", name: "Australia", callingCode: "61" },
  { alpha2: "CD", alpha3: "COD", name: "Democratic Republic of the Congo", callingCode: "243" },
  { alpha2: "DO", alpha3: "DOM", name: "Dominican Republic", callingCode: "1" },
  { alpha2: "VA", alpha3: "VAT", name: "Holy See (Vatican City State)", callingCode: "39" },
])("has $name right", (country) => {
  expect(all).toContainEqual(country);
});

test("leaves out what ISO 3166-1 does not assign", () => {
  const names = all.map(({ name }) => name).join();
  for (const name of ["Kosovo", "Ascension", "Tristan"]) expect(names).not.toContain(name);
});

test("names its sources and their versions", () => {
  expect(SOURCES).toMatch(/i18n-iso-countries \d+\.\d+\.\d+\. Calling codes: libphonenumber-js \d+\.\d+\.\d+\.$/);
});
