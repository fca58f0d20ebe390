import { expect, test } from "vitest";
import { withAssumptions } from "./with-assumptions.ts";

const page = (section: string) =>
  `Before.\n<!-- assumptions: from here -->\n${section}<!-- /assumptions -->\nBehind.\n`;

test.each([
  { document: {}, want: "\n**The spec holds 0 unconfirmed assumptions.**\n\n\n" },
  {
    document: { info: { "x-assumed": " Costs $& and $1.\n" } },
    want: "\n**The spec holds 1 unconfirmed assumption.**\n\n- `info`: Costs $& and $1.\n\n",
  },
  {
    document: { paths: { "/a": { "x-assumed": "One." }, "/b": { "x-assumed": "Two." } } },
    want: "\n**The spec holds 2 unconfirmed assumptions.**\n\n- `paths › /a`: One.\n- `paths › /b`: Two.\n\n",
  },
])("the section lists what is assumed, in place of what stood there: $want", ({ document, want }) => {
  for (const before of ["", "\nold\nlines\n\n"]) expect(withAssumptions(page(before), document)).toBe(page(want));
});

test.each(["", "<!-- assumptions: from here -->\n", "<!-- /assumptions -->"])(
  "a page without both marks is refused: %s",
  (markdown) => {
    expect(() => withAssumptions(markdown, {})).toThrow(
      "openapi/README.md lacks the comments `assumptions: …` and `/assumptions`",
    );
  },
);
