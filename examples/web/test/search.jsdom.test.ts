import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { beforeAll, expect, test } from "vitest";
import { createCountrySearch } from "../src/create-country-search.ts";
import * as phoneNumbers from "../src/phone-numbers.ts";

let search: ReturnType<typeof createCountrySearch>;

beforeAll(async () => {
  const api = createMockApi();
  const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
  const { data } = await client.GET("/countries");
  search = createCountrySearch(data?.countries ?? [], { languages: ["fr"], phoneNumbers });
});

const names = (text: string) => search(text).countries.map(({ name }) => name);

test.each([
  { text: "us", want: "United States of America" },
  { text: "U.S.", want: "United States of America" },
  { text: "usa", want: "United States of America" },
  { text: "uk", want: "United Kingdom" },
  { text: "GB", want: "United Kingdom" },
  { text: "germ", want: "Germany" },
  { text: "+1684", want: "American Samoa" },
  { text: "1 (876) 555", want: "Jamaica" },
  { text: "00852", want: "Hong Kong" },
  { text: "+ 852", want: "Hong Kong" },
  { text: "+852 2345 6789", want: "Hong Kong" },
  { text: "+7 701", want: "Kazakhstan" },
  { text: "Côte d’Ivoire", want: "Cote d'Ivoire" },
  { text: "Côte d'Ivoire", want: "Cote d'Ivoire" },
  { text: "ivory coast", want: "Cote d'Ivoire" },
  { text: "hongkong", want: "Hong Kong" },
  { text: "st lucia", want: "Saint Lucia" },
  { text: "St. Kitts & Nevis", want: "Saint Kitts and Nevis" },
  { text: "aland", want: "Åland Islands" },
  { text: "Deutschland", want: "Germany" },
  { text: "日本", want: "Japan" },
  { text: "भारत", want: "India" },
  { text: "allemagne", want: "Germany" },
  { text: "samoa american", want: "American Samoa" },
  { text: "hk", want: "Hong Kong" },
  { text: "in", want: "India" },
  { text: "001684", want: "American Samoa" },
  { text: "+1 416 555 0123", want: "Canada" },
  { text: "+77", want: "Kazakhstan" },
  { text: "congo kinshasa", want: "Democratic Republic of the Congo" },
  { text: "china", want: "People's Republic of China" },
  { text: "russia", want: "Russian Federation" },
  { text: "korea", want: "South Korea" },
  { text: "britain", want: "United Kingdom" },
  { text: "holland", want: "Netherlands" },
  { text: "swiss", want: "Switzerland" },
  { text: "suisse", want: "Switzerland" },
  { text: "svizzera", want: "Switzerland" },
  { text: "burma", want: "Myanmar" },
  { text: "turkey", want: "Türkiye" },
  { text: "macau", want: "Macao" },
  { text: "espana", want: "Spain" },
  { text: "osterreich", want: "Austria" },
  { text: "foroyar", want: "Faroe Islands" },
  { text: "香港", want: "Hong Kong" },
  { text: "한국", want: "South Korea" },
  { text: "السعودية", want: "Saudi Arabia" },
  { text: "\u200Fישראל\u200F", want: "Israel" },
  { text: "  hong   kong ", want: "Hong Kong" },
  { text: "sao tome", want: "Sao Tome and Principe" },
])("'$text' finds $want first", ({ text, want }) => {
  expect(names(text)[0]).toBe(want);
});

test.each([
  { text: "+1", want: ["United States of America", "Canada", "American Samoa"] },
  { text: "1", want: ["United States of America", "Canada", "American Samoa"] },
  { text: "+44", want: ["United Kingdom", "Guernsey", "Jersey", "Isle of Man"] },
  { text: "+7", want: ["Russian Federation", "Kazakhstan"] },
  { text: "+61", want: ["Australia", "Christmas Island", "Cocos (Keeling) Islands"] },
  { text: "+212", want: ["Morocco", "Western Sahara"] },
  { text: "+358", want: ["Finland", "Åland Islands"] },
])("'$text' finds the main country of a shared calling code first", ({ text, want }) => {
  expect(names(text).slice(0, want.length)).toEqual(want);
});

test("ranks codes and whole names, starts of names, starts of words, other names, and what is in the middle, in this order", () => {
  const country = (code: string, name: string) => ({ code, name, prefix: "0" });
  const find = createCountrySearch(
    [
      country("X1", "Alcohol"),
      country("X2", "New Holm"),
      country("X3", "Holmia"),
      country("HOL", "Somewhere"),
      country("NLD", "Netherlands"),
      country("X4", "Hol"),
    ],
    { languages: [] },
  );
  const want = ["Hol", "Somewhere", "Holmia", "New Holm", "Netherlands", "Alcohol"];
  expect(find("hol").countries.map(({ name }) => name)).toEqual(want);
});

test("'usa' finds no country in which the letters only meet where words do", () => {
  expect(names("usa")).toEqual(["United States of America"]);
});

test("finds numbers by their calling codes before the world's numbering plans are loaded", () => {
  const find = createCountrySearch([{ code: "HKG", name: "Hong Kong", prefix: "852" }], { languages: [] });
  for (const text of ["+852", "8", "+852 2345 6789"]) expect(find(text).certain?.code, text).toBe("HKG");
});

test.each(["Atlantis", "+999", "zzz", "🦆"])("'%s' finds nothing", (text) => {
  expect(search(text)).toEqual({ countries: [], certain: undefined });
});

test.each(["", "  ", "+", "0", "00", "+00 "])("'%s' finds all, by name, and is certain of none", (text) => {
  const all = names(text);
  expect(all.length).toBeGreaterThan(200);
  expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
  expect(search(text).certain).toBeUndefined();
});

test.each([
  { text: "germany", want: "DEU" },
  { text: "us", want: "USA" }, // Exactly its code, though Austria has it too.
  { text: "united", want: undefined },
  { text: "+1", want: undefined },
  { text: "+44", want: undefined },
  { text: "uk", want: "GBR" }, // Though Ukraine starts with it.
  { text: "korea", want: undefined },
  { text: "nigeria", want: "NGA" },
  { text: "+33", want: "FRA" },
])("'$text' means $want beyond doubt", ({ text, want }) => {
  expect(search(text).certain?.code).toBe(want);
});

test("reads past what a browser gives for a language and is none", () => {
  const find = createCountrySearch([{ code: "DEU", name: "Germany", prefix: "49" }], { languages: ["C", "ja"] });
  expect(find("ドイツ").certain?.code).toBe("DEU");
});

test("finds a code that ISO does not have by its name and itself", () => {
  const find = createCountrySearch([{ code: "XKX", name: "Kosovo", prefix: "383" }], { languages: [] });
  for (const text of ["kosovo", "xk", "383"]) expect(find(text).certain?.code).toBe("XKX");
});
