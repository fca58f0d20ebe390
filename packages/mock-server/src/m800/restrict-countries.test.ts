import { compileSpec } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { restrictCountries } from "./restrict-countries.ts";

const HKG = { code: "HKG", name: "Hong Kong", prefix: "852" };
const PHL = { code: "PHL", name: "Philippines", prefix: "63" };
const USA = { code: "USA", name: "United States", prefix: "1" };

/** The answer of an account with these countries, in an API whose only answer is the example. */
function answerOf(value: unknown, countries: readonly string[], operation: object = {}): unknown {
  const content = { "application/json": { schema: {}, examples: { whole: { value } } } };
  const get = { operationId: "places", security: [{ token: [] }], responses: { 200: { content } }, ...operation };
  const components = { securitySchemes: { token: { type: "http", scheme: "Bearer" } } };
  const { api } = compileSpec({ openapi: "3.1.0", paths: { "/anywhere": { get } }, components });
  return restrictCountries(api, { username: "ann", securityToken: "s", countries }).get("places");
}

test.each([
  { shape: "a list in an object", given: { countries: [HKG, PHL, USA] }, want: { countries: [PHL, HKG] } },
  { shape: "a bare array", given: [HKG, PHL, USA], want: [PHL, HKG] },
  { shape: "a list that is counted", given: { data: [HKG, PHL, USA], total: 3 }, want: { data: [PHL, HKG], total: 2 } },
  {
    shape: "an envelope with a page",
    given: { ok: true, page: { number: 1, items: [HKG, PHL, USA] }, next: null },
    want: { ok: true, page: { number: 1, items: [PHL, HKG] }, next: null },
  },
  { shape: "codes alone", given: { codes: ["HKG", "PHL", "USA"] }, want: { codes: ["PHL", "HKG"] } },
  {
    shape: "countries, and not currencies",
    given: [[HKG, PHL], [{ currency: "HKD" }]],
    want: [[PHL, HKG], [{ currency: "HKD" }]],
  },
  { shape: "a map", given: { HKG: "852", PHL: "63", USA: "1" }, want: { HKG: "852", PHL: "63" } },
  {
    shape: "lists by continent",
    given: [
      { name: "Asia", countries: [HKG, PHL] },
      { name: "America", countries: [USA] },
    ],
    want: [
      { name: "Asia", countries: [PHL, HKG] },
      { name: "America", countries: [] },
    ],
  },
  {
    shape: "other names",
    given: [
      { iso3: "HKG", dial: 852 },
      { iso3: "PHL", dial: 63 },
      { iso3: "USA", dial: 1 },
    ],
    want: [
      { iso3: "PHL", dial: 63 },
      { iso3: "HKG", dial: 852 },
    ],
  },
])("restricts $shape", ({ given, want }) => {
  expect(answerOf(given, ["PHL", "HKG"])).toEqual(want);
});

test("takes the codes that the list has, alpha-2 too", () => {
  expect(answerOf([{ code: "HK" }, { code: "PH" }], ["PH"])).toEqual([{ code: "PH" }]);
});

test("leaves an account without countries an empty list, and what is no list of countries as it is", () => {
  expect(answerOf({ countries: [HKG], tags: ["new"], kinds: [] }, [])).toEqual({
    countries: [],
    tags: ["new"],
    kinds: [],
  });
});

test.each([[[HKG, { code: "HKGX" }]], [[HKG, { code: "xHKG" }]], [[HKG, { code: 852 }]], [[HKG, {}]]])(
  "takes for no list of countries what holds other things too: %o",
  (given) => {
    expect(() => answerOf(given, ["HKG"])).toThrow("lacks");
  },
);

test("leaves an answer without a list of countries to the description", () => {
  expect(answerOf({ name: "HKG", sizes: [1] }, [])).toBeUndefined();
});

test("takes the example of success, in JSON, of what only reads", () => {
  const json = (value: unknown) => ({ "application/json": { schema: {}, examples: { whole: { value } } } });
  const xml = { "application/xml": { schema: {}, examples: { whole: { value: "<x/>" } } } };
  const responses = { 100: { content: json([PHL]) }, 200: { content: { ...xml, ...json([HKG, USA]) } } };
  expect(answerOf([], ["HKG"], { responses })).toEqual([HKG]);
  const components = { securitySchemes: { token: { type: "http", scheme: "Bearer" } } };
  const post = { operationId: "places", security: [{ token: [] }], responses };
  const { api } = compileSpec({ openapi: "3.1.0", paths: { "/anywhere": { post } }, components });
  expect(() => restrictCountries(api, { username: "ann", securityToken: "s", countries: ["HKG"] })).toThrow("lacks");
});

test("names a country that no list has", () => {
  expect(() => answerOf({ countries: [HKG] }, ["HKG", "HK"])).toThrow(
    'The account ann has the country "HK", which the spec\'s example lacks.',
  );
});

test("answers to nobody in particular are nobody's", () => {
  expect(() => answerOf([HKG], ["HKG"], { security: [] })).toThrow("lacks");
});
