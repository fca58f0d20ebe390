import { expect, test } from "vitest";
import { declarationsOf } from "./declarations-of.ts";

test.each([
  {
    report: "# auth\n\n```ts\nexport type A = 1;\n/** ```b``` */\nexport {};\n```\n\nMore\n",
    want: "export type A = 1;\n/** ```b``` */\nexport {};\n",
  },
  { report: "# auth\n", want: "" },
  { report: "# auth\n\n text ```ts\na\n```\n", want: "" },
  { report: "```ts\na\n``` and\n```\n", want: "a\n``` and\n" },
])("of $report the declarations are $want", ({ report, want }) => {
  expect(declarationsOf(report)).toBe(want);
});
