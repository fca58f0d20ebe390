import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { beforeAll, expect, test } from "vitest";
import { createCountrySearch } from "../src/create-country-search.ts";

let search: ReturnType<typeof createCountrySearch>;

beforeAll(async () => {
  const api = createMockApi();
  const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });
  const { data } = await client.GET("/countries");
  search = createCountrySearch(data?.countries ?? [], ["fr"]);
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
])("'$text' finds $want first", ({ text, want }) => {
  expect(names(text)[0]).toBe(want);
});

test.each(["Atlantis", "+999", "zzz", "🦆"])("'%s' finds nothing", (text) => {
  expect(search(text)).toEqual({ countries: [], certain: undefined });
});

test.each(["", "  ", "+"])("'%s' finds all, by name, and is certain of none", (text) => {
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
  { text: "+33", want: "FRA" },
])("'$text' means $want beyond doubt", ({ text, want }) => {
  expect(search(text).certain?.code).toBe(want);
});

test("finds a code that ISO does not have by its name and itself", () => {
  const find = createCountrySearch([{ code: "XKX", name: "Kosovo", prefix: "383" }], []);
  for (const text of ["kosovo", "xk", "383"]) expect(find(text).certain?.code).toBe("XKX");
});
