import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { beforeAll, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { readChangesets } from "../src/changeset.ts";
import { changesetFromSpec } from "../src/changeset-from-spec.ts";
import { checkChangesets } from "../src/check-changeset.ts";
import { compare } from "../src/compare.ts";
import type { LastRelease } from "../src/last-release.ts";
import type { Bumps } from "../src/verdict.ts";

// Each file of `edits/` is one edit of base.yaml, with the bump that each package must get below 1.0.

interface Edit {
  /** What to set, to move from elsewhere in the base, or, with neither, to delete. */
  readonly edit: readonly {
    readonly at: readonly unknown[];
    readonly to?: unknown;
    readonly from?: readonly unknown[];
  }[];
  readonly want: Bumps;
}

const BASE = join(import.meta.dirname, "base.yaml");
const EDITS = join(import.meta.dirname, "edits");
const versions = { client: "0.1.0", auth: "0.1.0", "mock-server": "0.1.0" };
let last: LastRelease;

beforeAll(async () => {
  const { document } = await loadSpec(BASE);
  last = { name: "0.1.0", spec: BASE, types: await schemaTypes(document), versions };
});

const files = await readdir(EDITS);

test("the table has at least 40 edits", () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
});

test.each(files.map((file) => basename(file, ".yaml")))("%s", async (name) => {
  const { edit, want }: Edit = parse(await readFile(join(EDITS, `${name}.yaml`), "utf8"));
  const base = parseDocument(await readFile(BASE, "utf8"));
  const spec = base.clone();
  for (const { at, to, from } of edit) {
    if (from) spec.setIn(at, base.getIn(from));
    else if (to !== undefined) spec.setIn(at, spec.createNode(to));
    else expect(spec.deleteIn(at)).toBe(true);
  }
  const folder = await mkdtemp(join(tmpdir(), "m800 edit "));
  await writeFile(join(folder, "spec.yaml"), String(spec));

  const comparison = await compare(last, join(folder, "spec.yaml"));
  expect(comparison.bumps, JSON.stringify(comparison.findings, null, 1)).toEqual(want);

  const changesets = await mkdtemp(join(tmpdir(), "m800 changesets "));
  const check = async () => checkChangesets(comparison, await readChangesets(changesets), versions, versions);
  expect(await check()).toHaveLength(Object.keys(want).length);
  await changesetFromSpec(changesets, comparison);
  expect(await check()).toEqual([]);
  expect(await readdir(changesets)).toHaveLength(Object.keys(want).length > 0 ? 1 : 0);
});
