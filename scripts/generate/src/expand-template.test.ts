import { expect, test } from "vitest";
import { expandTemplate } from "./expand-template.ts";

const rows = [
  { code: "HK", dial: "852" },
  { code: "PH", dial: "63" },
];

test.each([
  { given: { $each: "{code}" }, want: ["HK", "PH"] },
  {
    given: { data: { $each: { iso: "{code}", dial: "{number dial}" } }, total: "{number count}" },
    want: {
      data: [
        { iso: "HK", dial: 852 },
        { iso: "PH", dial: 63 },
      ],
      total: 2,
    },
  },
  { given: [{ note: "{count} in all", more: null, page: 1 }], want: [{ note: "2 in all", more: null, page: 1 }] },
  { given: { $each: "+{dial} is {code}" }, want: ["+852 is HK", "+63 is PH"] },
])("fills in $given", ({ given, want }) => {
  expect(expandTemplate(given, rows)).toEqual(want);
});

test("names a placeholder that there is not", () => {
  expect(() => expandTemplate({ $each: "{alpha4}" }, rows)).toThrow(
    "There is no {alpha4} here: there is {code}, {dial}.",
  );
});
