import { expect, test } from "vitest";
import { createRejections } from "./rejections.ts";

const call = (url: string, method = "GET") => ({ method, url: `https://api.example${url}` });

function setUp() {
  const now = { wall: 0, monotonic: 0 };
  const rejections = createRejections({ now: () => ({ ...now }) }, () => 0);
  const pass = (ms: number) => {
    now.monotonic += ms;
  };
  /** Asks once a tenth of a second, each time in vain, and tells how often the token was renewed. */
  const renewalsOf = (urls: (index: number) => string, calls: number) => {
    let renewals = 0;
    for (let index = 0; index < calls; index++) {
      const made = call(urls(index));
      if (rejections.mayRenew(made)) renewals++;
      rejections.note(made, false, true);
      pass(100);
    }
    return renewals;
  };
  return { now, rejections, pass, renewalsOf };
}

test.each([
  { given: "one operation", urls: () => "/forbidden" },
  { given: "one operation of many queries", urls: (index: number) => `/forbidden?page=${index}` },
  { given: "ever new paths", urls: (index: number) => `/forbidden/${index}` },
  { given: "all of ten paths", urls: (index: number) => `/path/${index % 10}` },
])("an API that always rejects $given costs ever fewer renewals", ({ urls }) => {
  expect(setUp().renewalsOf(urls, 1_200)).toBeLessThanOrEqual(13);
});

test("an API that suddenly rejects all of ten paths that it accepted costs ever fewer renewals", () => {
  const { rejections, renewalsOf } = setUp();
  rejections.mayRenew(call("/first"));
  for (let index = 0; index < 10; index++) rejections.note(call(`/path/${index}`), true, false);
  expect(renewalsOf((index) => `/path/${index % 10}`, 1_200)).toBeLessThanOrEqual(15);
});

test("an operation that always rejects takes no renewal from others: neither from those that worked nor from new ones", () => {
  const { rejections, renewalsOf } = setUp();
  renewalsOf(() => "/forbidden", 10);
  rejections.note(call("/countries"), true, false);
  renewalsOf(() => "/forbidden", 300);
  expect(rejections.mayRenew(call("/forbidden"))).toBe(false);
  expect(rejections.mayRenew(call("/countries"))).toBe(true);
  expect(rejections.mayRenew(call("/numbers"))).toBe(true);
});

test("tells operations apart by their method too", () => {
  const { rejections, renewalsOf } = setUp();
  renewalsOf(() => "/orders", 300);
  expect(rejections.mayRenew(call("/orders"))).toBe(false);
  expect(rejections.mayRenew(call("/orders", "POST"))).toBe(true);
});

test("ever new paths that reject take no renewal from what worked", () => {
  const { rejections, renewalsOf } = setUp();
  rejections.mayRenew(call("/forbidden/x"));
  rejections.note(call("/countries"), true, false);
  renewalsOf((index) => `/forbidden/${index}`, 300);
  expect(rejections.mayRenew(call("/countries"))).toBe(true);
});

test("after a repair the next renewal is free again", () => {
  const { rejections, pass } = setUp();
  const countries = call("/countries");
  for (let time = 0; time < 3; time++) expect(rejections.mayRenew(countries)).toBe(time < 2);
  pass(500);
  expect(rejections.mayRenew(countries)).toBe(true);
  expect(rejections.mayRenew(countries)).toBe(false);
  rejections.note(countries, true, true);
  expect(rejections.mayRenew(countries)).toBe(true);
});

test("after a repair of a call that worked before, the next renewal is free again too", () => {
  const { rejections } = setUp();
  const countries = call("/countries");
  rejections.mayRenew(call("/first"));
  rejections.note(countries, true, false);
  for (let revocation = 0; revocation < 3; revocation++) {
    expect([rejections.mayRenew(countries), rejections.mayRenew(countries)]).toEqual([true, false]);
    rejections.note(countries, true, true);
  }
});

test("until the first rejection nothing is noted: of calls that worked then, nothing is known", () => {
  const { rejections } = setUp();
  rejections.note(call("/countries"), true, false);
  const asked = [1, 2, 3].map(() => rejections.mayRenew(call("/countries")));
  expect(asked).toEqual([true, true, false]);
});

test("a call that is accepted without a repair frees nothing for those that are rejected", () => {
  const { rejections, renewalsOf } = setUp();
  renewalsOf(() => "/forbidden", 300);
  rejections.note(call("/countries"), true, false);
  expect(rejections.mayRenew(call("/forbidden"))).toBe(false);
});

test("no rest outlives a clock that jumps", () => {
  const { now, rejections } = setUp();
  now.monotonic = 3_600_000;
  const countries = call("/countries");
  rejections.mayRenew(countries);
  rejections.mayRenew(countries);
  expect(rejections.mayRenew(countries)).toBe(false);
  now.monotonic = 0;
  expect(rejections.mayRenew(countries)).toBe(true);
});

test("forgets all kinds of calls when there are more than a thousand", () => {
  const { rejections } = setUp();
  const calls = Array.from({ length: 1_001 }, (_, index) => call(`/path/${index}`));
  rejections.mayRenew(call("/first"));
  for (const made of calls) rejections.note(made, true, false);
  for (let time = 0; time < 2; time++) rejections.mayRenew(call("/other"));
  expect(rejections.mayRenew(call("/other"))).toBe(false);
  expect(rejections.mayRenew(call("/path/0"))).toBe(false);
  expect(rejections.mayRenew(call("/path/1000"))).toBe(true);
});
