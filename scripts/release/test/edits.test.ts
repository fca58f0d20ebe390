import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSpec, type Spec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { beforeAll, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { readChangesets } from "../src/changeset.ts";
import { changesetFromSpec } from "../src/changeset-from-spec.ts";
import { checkChangesets } from "../src/check-changeset.ts";
import { compare } from "../src/compare.ts";
import type { LastRelease } from "../src/last-release.ts";
import { BASE, type Edit, edited, namesOfEdits, readEdit } from "./edits.ts";
import { tryOnMock, tryToCompile, type Use } from "./observe.ts";

// Each file of `edits/` is one edit of base.yaml, with the bump that each package must get below 1.0 and why. What must not
// be a patch is shown by what breaks: by the built mock and the compiler, on what users of the base have written.

interface Edited extends Edit {
  readonly spec: string;
  readonly document: Spec["document"];
  readonly uses: readonly Use[];
}

const versions = { client: "0.1.0", auth: "0.1.0", "mock-server": "0.1.0" };
const names = await namesOfEdits();

const edits = new Map<string, Edited>();
let base: Spec;
let last: LastRelease;
/** By edit and use, whether it compiles. */
let compiled: Awaited<ReturnType<typeof tryToCompile>>;

beforeAll(async () => {
  base = await loadSpec(BASE);
  last = { name: "0.1.0", spec: BASE, types: await schemaTypes(base.document), versions, revisions: {} };
  const { show: written }: { show: readonly Use[] } = parse(
    await readFile(join(import.meta.dirname, "old-users.yaml"), "utf8"),
  );
  const types: Record<string, string> = { base: last.types };
  const programs: Record<string, readonly string[]> = {};
  const folder = await mkdtemp(join(tmpdir(), "m800 edits "));
  for (const name of names) {
    const edit = await readEdit(name);
    const spec = join(folder, `${name}.yaml`);
    await writeFile(spec, String(edited(parseDocument(await readFile(BASE, "utf8")), edit)));
    const { document } = await loadSpec(spec);
    const uses = [...written, ...(edit.show ?? [])];
    edits.set(name, { ...edit, spec, document, uses });
    types[name] = await schemaTypes(document);
    programs[name] = codeOf(uses);
  }
  programs.base = [...new Set(Object.values(programs).flat())];
  compiled = await tryToCompile(types, programs);
});

function codeOf(uses: readonly Use[]): string[] {
  return uses.flatMap(({ code }) => code ?? []);
}

test("the table has at least 100 edits, each with a reason", () => {
  expect(names.length).toBeGreaterThanOrEqual(100);
  expect([...edits].filter(([, { why }]) => !why).map(([name]) => name)).toEqual([]);
});

test("all code that the table shows compiles against the base", () => {
  expect(compiled.base?.length).toBeGreaterThan(0);
  expect(compiled.base).not.toContain(false);
});

test.each(names)("%s: the verdict", async (name) => {
  const { spec, want } = found(name);
  const comparison = await compare(last, spec);
  expect(comparison.bumps, JSON.stringify(comparison.findings, null, 1)).toEqual(want);

  const changesets = await mkdtemp(join(tmpdir(), "m800 changesets "));
  const check = async () => checkChangesets(comparison, await readChangesets(changesets), versions, versions);
  expect(await check()).toHaveLength(Object.keys(want).length);
  await changesetFromSpec(changesets, comparison);
  expect(await check()).toEqual([]);
});

test.each(names)("%s: what its users see", async (name) => {
  const { document, uses, want, isUnseen = false } = found(name);
  const [before, after] = await Promise.all([tryOnMock(base.document, uses), tryOnMock(document, uses)]);
  const changed = uses.filter((_, index) => before[index] !== after[index]);
  const lost = uses.filter((_, index) => before[index] === true && after[index] === false);
  const seen = {
    // A request that was served is refused, or an answer may come that was none before.
    caller: lost.some(({ call }) => call) || changed.some((use) => use.reply && !lost.includes(use)),
    code: compiled[name]?.includes(false) === true,
    tester: lost.length > 0,
  };
  const isBroken = { client: seen.caller || seen.code, auth: seen.code, "mock-server": seen.tester || seen.caller };
  for (const key of ["client", "auth", "mock-server"] as const) {
    const isBreaking = want[key] === "minor";
    if (isBroken[key]) expect({ [key]: want[key] }).toEqual({ [key]: "minor" });
    // The mock follows what breaks its users' programs.
    const isShown = isBroken[key] || (key === "mock-server" && seen.code);
    if (isBreaking && !isUnseen) expect({ key, seen, isShown }).toEqual({ key, seen, isShown: true });
  }
});

function found(name: string): Edited {
  const edit = edits.get(name);
  if (!edit) throw new Error(`There is no edit ${name}.`);
  return edit;
}
