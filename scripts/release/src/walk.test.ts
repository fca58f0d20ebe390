import { expect, test } from "vitest";
import { walk } from "./walk.ts";

const HEADING = "## From a changed spec to a release\n";

test("the walk is the first shell block below its heading, without empty lines", () => {
  const block = "```sh\npnpm generate\n\n  \npnpm changeset # why\n```\n";
  expect(walk(`\`\`\`sh\nnpm ci\n\`\`\`\n${HEADING}\nDo this:\n\n${block}\n\`\`\`sh\nnpm test\n\`\`\`\n`)).toEqual([
    "pnpm generate",
    "pnpm changeset # why",
  ]);
});

test.each(["", HEADING, `# ${HEADING}\`\`\`sh\na\n\`\`\`\n`, `${HEADING}\`\`\`ts\na\n\`\`\`\n`])(
  "a guide without one is refused: %j",
  (guide) => {
    expect(() => walk(guide)).toThrow("CONTRIBUTING.md has no walk from a changed spec to a release.");
  },
);
