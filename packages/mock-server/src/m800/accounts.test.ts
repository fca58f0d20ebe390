import { expect, test } from "vitest";
import { parseAccounts } from "./accounts.ts";

const ann = { username: "ann", securityToken: "s" };

test.each([
  [ann],
  [{ ...ann, password: "p" }],
  [{ ...ann, countries: [] }],
  [{ ...ann, password: "p", countries: ["HKG", "PHL"] }],
])("takes the account %o", (account) => {
  expect(parseAccounts([account])).toEqual([account]);
});

test("takes of an account what it knows", () => {
  expect(parseAccounts([{ ...ann, note: "x", password: undefined }, ann])).toStrictEqual([ann, ann]);
});

const TEXT = "must be a non-empty string";
test.each([
  { given: undefined, want: "accounts must be an array of at least one account." },
  { given: {}, want: "accounts must be an array of at least one account." },
  { given: [], want: "accounts must be an array of at least one account." },
  { given: [null], want: "accounts[0] must be an object." },
  { given: [ann, "ben"], want: "accounts[1] must be an object." },
  { given: [{}], want: `accounts[0].username ${TEXT}.` },
  { given: [{ ...ann, username: "" }], want: `accounts[0].username ${TEXT}.` },
  { given: [{ ...ann, username: 5 }], want: `accounts[0].username ${TEXT}.` },
  { given: [{ username: "ann" }], want: `accounts[0].securityToken ${TEXT}.` },
  { given: [{ ...ann, securityToken: "" }], want: `accounts[0].securityToken ${TEXT}.` },
  { given: [ann, { ...ann, password: "" }], want: `accounts[1].password ${TEXT}, or left out.` },
  { given: [{ ...ann, password: null }], want: `accounts[0].password ${TEXT}, or left out.` },
  {
    given: [{ ...ann, countries: "HKG" }],
    want: "accounts[0].countries must be an array of country codes, or left out.",
  },
  {
    given: [{ ...ann, countries: [""] }],
    want: "accounts[0].countries must be an array of country codes, or left out.",
  },
  {
    given: [{ ...ann, countries: ["HKG", 5] }],
    want: "accounts[0].countries must be an array of country codes, or left out.",
  },
])("refuses $given for accounts: $want", ({ given, want }) => {
  expect(() => parseAccounts(given)).toThrow(new TypeError(want));
});
