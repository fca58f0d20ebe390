import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { specDiff } from "../src/diff/spec-diff.ts";
import { exampleDiff } from "../src/example-diff.ts";
import type { Finding } from "../src/finding.ts";
import { tryOnMock, type Use } from "./observe.ts";

// Every part of base.yaml, taken away or changed, one at a time: whatever the mock then refuses of what users have written,
// the comparison must call breaking.

const read = async (file: string) => parse(await readFile(join(import.meta.dirname, file), "utf8"));
const base: OpenApiDocument = await read("base.yaml");
const { show }: { show: readonly Use[] } = await read("old-users.yaml");
const rules: readonly object[] = await read("rules.yaml");
const uses = show.filter(({ code }) => code === undefined);

type Path = readonly (string | number)[];

interface Edit {
  readonly path: Path;
  readonly title: string;
  readonly value?: unknown;
}

/** What can be done to a value, and to all that is in it. */
function* editsOf(value: unknown, path: Path = []): Generator<Edit> {
  const edit = (title: string, ...to: unknown[]): Edit => ({ path, title, ...(to.length > 0 && { value: to[0] }) });
  // An operation's name is for the comparison of types.
  if (path.length > 1 && path.at(-1) !== "operationId") yield edit("gone");
  if (typeof value === "number") {
    for (const next of [value - 1, value + 1, 0]) yield edit(`${next}`, next);
  } else if (typeof value === "boolean") yield edit(`${!value}`, !value);
  else if (typeof value === "string") {
    if (TYPES.includes(value)) for (const next of TYPES.filter((type) => type !== value)) yield edit(next, next);
  } else if (Array.isArray(value)) {
    if (value.length > 0) yield edit("shorter", value.slice(1));
    if (value.every((each) => typeof each === "string")) yield edit("longer", [...value, "another"]);
  } else if (typeof value === "object" && value !== null) {
    if (path.includes("properties") || path.at(-1) === "schema") {
      for (const rule of rules) yield edit(`with ${JSON.stringify(rule)}`, { ...value, ...rule });
    }
  }
  if (typeof value === "object" && value !== null && !path.includes("examples")) {
    for (const [key, child] of Object.entries(value))
      yield* editsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

const TYPES = ["array", "boolean", "integer", "number", "object", "string"];
function edited({ path, value, ...edit }: Edit): OpenApiDocument {
  const document = structuredClone(base);
  const last = path.at(-1) ?? "";
  let parent: unknown = document;
  for (const step of path.slice(0, -1)) parent = Reflect.get(Object(parent), step);
  if ("value" in edit || value !== undefined) Reflect.set(Object(parent), last, value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(Object(parent), last);
  return document;
}

const edits = [...editsOf(base)];

test("there are many of them", () => {
  expect(edits.length).toBeGreaterThan(1000);
});

test("no edit that breaks what users have written passes as harmless", async () => {
  const before = await tryOnMock(base, uses);
  expect(before).not.toContain(false);
  const missed: string[] = [];
  let broken = 0;
  for (const edit of edits) {
    const document = edited(edit);
    let after: (boolean | undefined)[];
    let findings: Finding[];
    try {
      after = await tryOnMock(document, uses);
      findings = [...specDiff(base, document), ...exampleDiff(base, document)];
    } catch {
      // What cannot be served, or refers to nothing, is no description to release.
      continue;
    }
    const lost = uses.filter((_, index) => after[index] === false);
    if (lost.length === 0) continue;
    broken++;
    const breaking = findings.filter(({ level }) => level === "breaking");
    const packages = new Set(breaking.flatMap((finding) => finding.packages));
    const isMissed = !packages.has("mock-server") || (lost.some(({ call }) => call) && !packages.has("client"));
    if (isMissed) missed.push(`${edit.path.join(" ")}: ${edit.title}: ${JSON.stringify(lost[0])}`);
  }
  expect(broken).toBeGreaterThan(200);
  expect(missed).toEqual([]);
}, 120_000);
