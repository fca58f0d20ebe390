import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compileProgram } from "./compile-program.ts";
import { ToolError } from "./tool-error.ts";

const PRELUDE = 'import type { Wanted } from "./wanted.d.ts";\n';
const wanted =
  'import type {} from "of-a-package-that-is-not-here";\nexport interface Wanted { of: { kind: string } }\n';

let parent: string;
beforeEach(async () => {
  parent = join(await mkdtemp(join(tmpdir(), "m800 parent ")), "made when needed");
});
afterEach(async () => {
  expect(await readdir(parent)).toEqual([]);
});

const compile = (files: Readonly<Record<string, string>>) =>
  compileProgram({ "wanted.d.ts": wanted, ...files }, PRELUDE, parent);

test("tells each line that does not compile, with all that the compiler says of it, and no other", async () => {
  const lines = [
    'export const right: Wanted = { of: { kind: "a" } };',
    "export const wrong: Wanted = { of: { kind: new URL(location.href) } };",
    "export const worse: Wanted = structuredClone({ of: { kind: 1 } });",
    "export const worst: string = 1;",
  ];
  const errors = await compile({ "program.ts": PRELUDE + lines.join("\n") });
  expect([...errors.keys()]).toEqual([3, 4, 5]);
  expect(errors.get(3)).toBe("program.ts(3,38): error TS2322: Type 'URL' is not assignable to type 'string'.\n");
  expect(errors.get(4)).toBe(
    `program.ts(4,14): error TS2322: Type '{ of: { kind: number; }; }' is not assignable to type 'Wanted'.
  The types of 'of.kind' are incompatible between these types.
    Type 'number' is not assignable to type 'string'.
`,
  );
});

test.each([
  { given: "how the program begins", files: { "program.ts": 'import type { Wanted } from "./none.d.ts";\n' } },
  {
    given: "another file",
    files: { "program.ts": PRELUDE, "deep/program.ts": "\n\n\nexport const one: string = 1;\n" },
  },
])("an error in $given is a failure of the comparison, in the compiler's words", async ({ files }) => {
  const failed = compile(files);
  await expect(failed).rejects.toThrow(ToolError);
  await expect(failed).rejects.toThrow(
    /^The types could not be compared: \S*program\.ts\(\d+,\d+\): error TS\d+: .*\.$/,
  );
});

test("a compiler that fails with no error of its own is told with what it printed", async () => {
  vi.stubEnv("NODE_OPTIONS", "--no-such-option");
  await expect(compile({ "program.ts": PRELUDE })).rejects.toThrow(
    /^The type checker failed with status 9: .*--no-such-option/,
  );
});
