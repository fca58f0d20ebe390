import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { BASE, edited, namesOfEdits, readEdit } from "../../test/edits.ts";
import { exampleDiff } from "../example-diff.ts";
import type { Finding } from "../finding.ts";
import { specDiff } from "./spec-diff.ts";

const base = parseDocument(await readFile(BASE, "utf8"));

function line({ level, subject, text, field, direction, advice, statuses, packages }: Finding): string {
  const said = `${subject || "all"}: ${text}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`;
  return [
    `  ${level} for ${packages.join(", ")}`,
    direction ?? "neither",
    field ?? "no field",
    said,
    advice ?? "no advice",
  ].join(" | ");
}

// What it should say is in findings.txt: after a change that is meant, `vitest -u` writes it, for the reviewer to read.
test("says of each edit what changed, whom it breaks and what they can do", async () => {
  const lines: string[] = [];
  for (const name of await namesOfEdits()) {
    const [before, after] = [base.toJS(), edited(base, await readEdit(name)).toJS()];
    lines.push(name, ...[...specDiff(before, after), ...exampleDiff(before, after)].map(line));
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "../../test/findings.txt"));
});

test("says of each rule what it does to those who send and to those who read, when it comes and when it goes", async () => {
  const lines: string[] = [];
  for (const rule of parse(await readFile(join(import.meta.dirname, "../../test/rules.yaml"), "utf8"))) {
    for (const schema of ["NewOrder", "Country"]) {
      const ruled = base.clone();
      const path = ["components", "schemas", schema];
      const { required = [], ...more } = rule;
      for (const [keyword, value] of Object.entries(more)) ruled.setIn([...path, keyword], ruled.createNode(value));
      for (const name of required) ruled.addIn([...path, "required"], name);
      const [without, withIt] = [base.toJS(), ruled.toJS()];
      lines.push(`${schema} with ${JSON.stringify(rule)}`, ...specDiff(without, withIt).map(line));
      lines.push(`${schema} without ${JSON.stringify(rule)}`, ...specDiff(withIt, without).map(line));
    }
  }
  const file = join(import.meta.dirname, "../../test/findings-of-rules.txt");
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
});
