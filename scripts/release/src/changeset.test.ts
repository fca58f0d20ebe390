import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatChangeset, generatedName, higher, isFromSpec, readChangesets } from "./changeset.ts";

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "m800 changeset "));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test("reads what people write, in the order of the files' names, and passes over what is none", async () => {
  const folder = await folderWith({
    "b.md": '---\r\n"b": none\r\n---\r\n\r\nNobody need know.\r\n',
    "a.md": "\n---\n\"a\": minor\n'a-b': patch # why\n---  \n\nOne.\n---\nTwo.\n",
    "README.md": "No changeset.",
    "waivers.yaml": "[]",
  });
  expect(await readChangesets(folder)).toEqual([
    { file: "a.md", bumps: { a: "minor", "a-b": "patch" }, text: "One.\n---\nTwo." },
    { file: "b.md", bumps: { b: "none" }, text: "Nobody need know." },
  ]);
});

test("a changeset may name no package", async () => {
  expect(await readChangesets(await folderWith({ "a.md": "---\n---\n\nText.\n" }))).toEqual([
    { file: "a.md", bumps: {}, text: "Text." },
  ]);
});

test.each([
  { text: 'x ---\n"a": minor\n---\n', want: ".changeset/a.md has no header between two ---." },
  { text: "Only text.\n", want: ".changeset/a.md has no header between two ---." },
  { text: '---\n"a": minor\n', want: ".changeset/a.md has no header between two ---." },
  { text: '---\n"a": huge\n---\n', want: '.changeset/a.md: the bump of a is "huge", not major, minor, patch or none.' },
  { text: '---\n"a":\n---\n', want: ".changeset/a.md: the bump of a is null, not major, minor, patch or none." },
  { text: '---\n"a": minor patch: x\n---\n', want: ".changeset/a.md: its header is no YAML: " },
])("refuses $text, and names the file", async ({ text, want }) => {
  await expect(readChangesets(await folderWith({ "a.md": text }))).rejects.toThrow(want);
});

test("what is written is read as what it was", async () => {
  const changeset = { bumps: { "@m800/a": "minor", b: "none" }, text: "What changed." } as const;
  const written = formatChangeset(changeset);
  expect(written).toBe('---\n"@m800/a": minor\n"b": none\n---\n\nWhat changed.\n');
  expect(await readChangesets(await folderWith({ "a.md": written }))).toEqual([{ file: "a.md", ...changeset }]);
});

test("a name made from the spec tells that nobody has edited the content", () => {
  const changeset = { bumps: { a: "minor" }, text: "One." } as const;
  const file = generatedName(changeset);
  expect(generatedName(changeset)).toBe(file);
  expect(generatedName({ ...changeset, text: "Two." })).not.toBe(file);
  expect(isFromSpec({ file, ...changeset })).toBe(true);
  for (const other of ["a.md", `my-${file}`, `${file}.md`, "spec-0123456.md", "spec-0123456x.md"])
    expect(isFromSpec({ ...changeset, file: other })).toBe(false);
});

test.each([
  { a: "major", b: "patch", want: "major" },
  { a: "patch", b: "minor", want: "minor" },
  { a: undefined, b: "patch", want: "patch" },
  { a: "none", b: "patch", want: "patch" },
  { a: "none", b: undefined, want: undefined },
] as const)("the higher of $a and $b is $want", ({ a, b, want }) => {
  expect(higher(a, b)).toBe(want);
});
