import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatChangeset, readChangesets } from "./changeset.ts";
import { changesetFromSpec } from "./changeset-from-spec.ts";
import { checkChangesets } from "./check-changeset.ts";
import type { Comparison } from "./compare.ts";
import type { Finding } from "./finding.ts";
import type { Bumps } from "./verdict.ts";

const GREW: Finding = {
  level: "harmless",
  subject: "GET /countries",
  text: "added the optional property `currency` to the response",
  statuses: ["200"],
  packages: ["client", "mock-server"],
};
const BROKE: Finding = { ...GREW, level: "breaking", text: "removed the required property `name` from the response" };

const grown: Comparison = { since: "0.1.0", findings: [GREW], bumps: { client: "patch", "mock-server": "patch" } };
const broken: Comparison = {
  since: "0.1.0",
  findings: [BROKE, GREW],
  bumps: { client: "minor", auth: "minor", "mock-server": "minor" },
};
const unchanged: Comparison = { since: "0.1.0", findings: [], bumps: {} };

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), "m800 changesets "));
  const only = async () => {
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    return join(folder, String(files[0]));
  };
  return {
    folder,
    only,
    write: (comparison: Comparison) => changesetFromSpec(folder, comparison),
    read: async () => readFile(await only(), "utf8"),
    edit: async (from: string, to: string) => {
      const file = await only();
      await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
    },
  };
}

test("it says to each who upgrades what changed for them, once, by the field's name, and what to do", async () => {
  const { folder, write } = await setUp();
  const common = { subject: "GET /countries", statuses: ["200"], direction: "response" } as const;
  const field = "countries[].code";
  const text = "`countries[].code` of the answer has another `maxLength`: 2 in place of 3";
  await write({
    since: "0.1.0",
    bumps: { client: "minor", auth: "minor", "mock-server": "minor" },
    findings: [
      {
        ...common,
        level: "breaking",
        text: "code that reads the answer no longer compiles",
        isOfTypes: true,
        packages: ["client", "auth"],
        detail: "Type 'undefined' is not assignable to type 'string'",
        advice: "the compiler shows where",
      },
      {
        ...common,
        level: "breaking",
        text: "`countries[].name` of the answer is optional",
        field: "countries[].name",
        packages: ["client", "mock-server"],
        advice: "let the code that reads it expect that",
      },
      {
        ...common,
        level: "breaking",
        text,
        field,
        packages: ["mock-server"],
        advice: "change the replies in tests that do not fit",
      },
      { ...common, level: "harmless", text, field, packages: ["client"] },
    ],
  });
  const files = (await readdir(folder)).map((file) => readFile(join(folder, file), "utf8"));
  expect((await Promise.all(files)).sort()).toEqual([
    `---
"@m800/phone-number-client": minor
"@m800/phone-number-auth": minor
---

The API changed, in ways that can break code written for the last release:

- **breaking** \`GET /countries\`: \`name\` of the answer is optional; let the code that reads it expect that.
- \`GET /countries\`: \`code\` of the answer has another \`maxLength\`: 2 in place of 3.
`,
    `---
"@m800/phone-number-mock-server": minor
---

The API changed, in ways that can break code written for the last release:

- **breaking** \`GET /countries\`: \`name\` of the answer is optional; let the code that reads it expect that.
- **breaking** \`GET /countries\`: \`code\` of the answer has another \`maxLength\`: 2 in place of 3; change the replies in tests that do not fit.
`,
  ]);
});

test("it links to the description, where that has an address", async () => {
  const { folder, read } = await setUp();
  await changesetFromSpec(folder, grown, "https://github.com/m800/numbers");
  expect(await read()).toContain(
    "\n\n[The API's description](https://github.com/m800/numbers/blob/main/openapi/phone-number.yaml)\n",
  );
});

test("running it again changes nothing", async () => {
  const { write, read, only } = await setUp();
  await write(grown);
  const [file, content] = [await only(), await read()];
  await write(grown);
  expect([await only(), await read()]).toEqual([file, content]);
});

test("a further change of the spec rewrites a text that nobody touched", async () => {
  const { write, read } = await setUp();
  await write(grown);
  await write(broken);
  expect(await read()).toContain("**breaking**");
});

test("a text edited by hand is kept, its bumps rise, and what it may lack is told", async () => {
  const { write, read, edit } = await setUp();
  await write(grown);
  await edit("The API grew:", "Countries tell their currency.");
  const edited = await read();
  await write(grown);
  expect(await read()).toBe(edited);

  expect(await write(broken)).toContain("removed the required property `name`");
  expect(await read()).toBe(
    edited.replace(
      /---\n.*?---/s,
      '---\n"@m800/phone-number-client": minor\n"@m800/phone-number-mock-server": minor\n"@m800/phone-number-auth": minor\n---',
    ),
  );
});

test("a bump that was raised by hand stays", async () => {
  const { write, read, edit } = await setUp();
  await write(grown);
  await edit('client": patch', 'client": minor');
  await write(grown);
  expect(await read()).toContain('client": minor');
});

test("when the spec is again what it was, an untouched changeset goes, and an edited one stays", async () => {
  const { folder, write, edit } = await setUp();
  await write(grown);
  await write(unchanged);
  expect(await readdir(folder)).toEqual([]);
  await write(grown);
  await edit("The API grew:", "Countries tell their currency.");
  expect(await write(unchanged)).toContain("delete it if it is not wanted");
  expect(await readdir(folder)).toHaveLength(1);
});

const RELEASED = { client: "0.1.0", auth: "0.1.0", "mock-server": "0.1.0" };
const NEEDED: Bumps = { client: "minor", "mock-server": "patch" };
test.each([
  { given: "no changeset", changeset: undefined, current: RELEASED, want: ["client", "mock-server"] },
  {
    given: "a bump too low",
    changeset: { client: "patch", "mock-server": "patch" },
    current: RELEASED,
    want: ["client"],
  },
  { given: "enough", changeset: { client: "minor", "mock-server": "patch" }, current: RELEASED, want: [] },
  { given: "more than enough", changeset: { client: "major", "mock-server": "minor" }, current: RELEASED, want: [] },
  {
    given: "versions that the changesets have become",
    changeset: undefined,
    current: { ...RELEASED, client: "0.2.0", "mock-server": "0.1.1" },
    want: [],
  },
  {
    given: "versions too low",
    changeset: undefined,
    current: { ...RELEASED, client: "0.1.1", "mock-server": "0.1.1" },
    want: ["client"],
  },
])("given $given, the check refuses $want", async ({ changeset, current, want }) => {
  const { folder } = await setUp();
  const header = Object.entries(changeset ?? {}).map(([key, bump]) => `'@m800/phone-number-${key}': ${bump}\n`);
  if (changeset) await writeFile(join(folder, "by-hand.md"), `---\n${header.join("")}---\n\nText.\n`);
  const comparison: Comparison = { ...grown, bumps: NEEDED };
  const problems = checkChangesets(comparison, await readChangesets(folder), RELEASED, current);
  expect(problems.map((problem) => /^@m800\/phone-number-([\w-]+): .* needs a/.exec(problem)?.[1])).toEqual(want);
});

test.each([
  { content: "no header", want: ".changeset/broken.md has no header between two ---." },
  { content: '---\n"a: major\n---\n\nText.\n', want: ".changeset/broken.md: its header is no YAML: " },
  {
    content: '---\n"a": huge\n---\n\nText.\n',
    want: '.changeset/broken.md: the bump of a is "huge", not major, minor, patch or none.',
  },
])("a changeset that cannot be read is named: $want", async ({ content, want }) => {
  const { folder } = await setUp();
  await writeFile(join(folder, "broken.md"), content);
  await expect(readChangesets(folder)).rejects.toThrow(want);
});

test("a changeset's header may be any YAML, and say that a package's users need not be told", async () => {
  const { folder } = await setUp();
  const header = "# by hand\n'a' : minor # since it grew\n? b\n: \"none\"\n";
  await writeFile(join(folder, "odd.md"), `\n---\n${header}---\n\nText.\n`);
  await writeFile(join(folder, "empty.md"), "---\n---\n");
  expect(await readChangesets(folder)).toEqual([
    { file: "empty.md", bumps: {}, text: "" },
    { file: "odd.md", bumps: { a: "minor", b: "none" }, text: "Text." },
  ]);
});

test("`none` is no bump, where the spec's change needs one", async () => {
  const { folder } = await setUp();
  await writeFile(join(folder, "none.md"), '---\n"@m800/phone-number-client": none\n---\n\nText.\n');
  const comparison: Comparison = { ...grown, bumps: { client: "patch" } };
  expect(checkChangesets(comparison, await readChangesets(folder), RELEASED, RELEASED)).toEqual([
    "@m800/phone-number-client: the change of the spec needs a patch, but no changeset names it.",
  ]);
});

test("a package that a first release did not get to may have any number", async () => {
  const released = { ...RELEASED, auth: undefined, "mock-server": undefined };
  expect(checkChangesets(broken, [], released, { ...RELEASED, client: "0.2.0" })).toEqual([]);
});

test("it says what it has done", async () => {
  const { write } = await setUp();
  expect(await write(unchanged)).toBe("The spec has not changed since the last release: no changeset.");
  const SAYS = /^\.changeset\/spec-[0-9a-f]{8}\.md says what changed\. Its words are yours to edit\.$/;
  expect(await write(grown)).toMatch(SAYS);
  const done = await write({ ...broken, findings: [GREW, { ...BROKE, packages: ["client"] }] });
  expect(done.split("\n")).toEqual([expect.stringMatching(SAYS), expect.stringMatching(SAYS)]);
});

test("it leaves alone what people have written themselves", async () => {
  const { folder, write } = await setUp();
  const own = formatChangeset({ bumps: { "@m800/phone-number-client": "minor" }, text: "By hand." });
  await writeFile(join(folder, "own.md"), own);
  await write(grown);
  expect(await write(unchanged)).toBe("The spec has not changed since the last release: no changeset.");
  expect(await readdir(folder)).toEqual(["own.md"]);
  expect(await readFile(join(folder, "own.md"), "utf8")).toBe(own);
});

test("a bump that is too low is told, and a package that is there no more needs none", () => {
  const low = { file: "a.md", bumps: { "@m800/phone-number-client": "patch" }, text: "" } as const;
  const only: Comparison = { ...broken, bumps: { client: "minor", auth: "minor" } };
  expect(checkChangesets(only, [low], RELEASED, { ...RELEASED, auth: undefined })).toEqual([
    "@m800/phone-number-client: the change of the spec needs a minor, but the changesets say patch.",
  ]);
});
